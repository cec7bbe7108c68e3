// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The text of one file, as UTF-8 without a byte-order mark; or of one sheet of a workbook, a line for each row.
package struct SourceText: Sendable, Equatable {
    /// Where the rows of a sheet are in its text.
    package struct Sheet: Sendable, Equatable {
        /// Ends each cell of a row but the last: a character that no workbook can hold. Cells may hold line ends.
        package static let cellEnd: UInt8 = 0x1F

        /// The name of the sheet.
        package let name: String
        /// The offset of each row, from the first row of the sheet on.
        package let rowStarts: [Int]

        package init(name: String, rowStarts: [Int]) {
            self.name = name
            self.rowStarts = rowStarts
        }
    }

    /// The file, for locations in the text.
    package let sourceFile: SourceFile
    /// The sheet, or `nil` for the text of a file.
    package let sheet: Sheet?
    /// The text in UTF-8.
    package let bytes: [UInt8]

    package init(file: SourceFile, sheet: Sheet? = nil, bytes: [UInt8]) {
        sourceFile = file
        self.sheet = sheet
        self.bytes = bytes
    }

    /// The path of the file in diagnostics.
    package var file: String { sourceFile.path }

    /// The name under which the text is kept (``SourceLocation/textName``).
    package var name: String { sheet.map { SourceLocation.textName(file: file, sheet: $0.name) } ?? file }

    /// Its lines, or the rows of its sheet.
    package var lines: LineIndex { sheet.map { LineIndex(starts: $0.rowStarts, end: bytes.count) } ?? LineIndex(bytes) }

    /// A part of the text, with each cell of a sheet as a line of its own.
    package func words(in range: Range<Int>) -> String {
        guard sheet != nil else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(decoding: bytes[range].map { $0 == Sheet.cellEnd ? UInt8(ascii: "\n") : $0 }, as: UTF8.self)
    }

    /// The cell of a sheet in a row and a column, both counted from one, or `nil` if there is none.
    func cell(column: Int, row: Int) -> String? {
        guard sheet != nil, column > 0, let range = lines.range(row) else { return nil }
        let cells = bytes[range].split(separator: Sheet.cellEnd, maxSplits: column, omittingEmptySubsequences: false)
        return column <= cells.count ? String(decoding: cells[column - 1], as: UTF8.self) : nil
    }

    /// The text as a string, decoded anew.
    package var string: String { String(decoding: bytes, as: UTF8.self) }
}
