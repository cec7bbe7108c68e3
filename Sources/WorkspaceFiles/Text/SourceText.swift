// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The text of one file, as UTF-8 without a byte-order mark.
package struct SourceText: Sendable, Equatable {
    /// The file, for locations in the text.
    package let sourceFile: SourceFile
    /// The text in UTF-8.
    package let bytes: [UInt8]

    package init(file: SourceFile, bytes: [UInt8]) {
        sourceFile = file
        self.bytes = bytes
    }

    /// The path of the file in diagnostics.
    package var file: String { sourceFile.path }

    /// The text as a string, decoded anew.
    package var string: String { String(decoding: bytes, as: UTF8.self) }
}
