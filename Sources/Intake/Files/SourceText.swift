// SPDX-License-Identifier: Apache-2.0

/// The text of one file, as UTF-8 without a byte-order mark, and the name by which reports call the file.
struct SourceText {
    let file: String
    let bytes: [UInt8]

    var string: String { String(decoding: bytes, as: UTF8.self) }
}
