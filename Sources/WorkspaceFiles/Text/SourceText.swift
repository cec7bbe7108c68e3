// SPDX-License-Identifier: Apache-2.0

/// The text of one file, as UTF-8 without a byte-order mark.
package struct SourceText: Sendable {
    /// The name of the file in diagnostics.
    package let file: String
    /// The text in UTF-8.
    package let bytes: [UInt8]

    package init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// The text as a string, decoded anew.
    package var string: String { String(decoding: bytes, as: UTF8.self) }
}
