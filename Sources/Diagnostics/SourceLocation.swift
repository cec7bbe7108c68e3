// SPDX-License-Identifier: Apache-2.0

/// A location in a file of the workspace or of the program: the file, a line or a character of its text, a cell of a workbook, or a
/// paragraph of a document.
///
/// ```
/// returns/communities/actions.csv:3:14 (reason)
/// returns/communities/communities.xlsx, Actions!F12 (reason)
/// returns/communities/statement.docx, paragraph 12
/// ```
package struct SourceLocation: Sendable, Hashable, Codable {
    /// A position in a file. Everything counts from one; columns of a text count characters, as an editor shows them.
    package enum Position: Sendable, Hashable, Codable {
        /// The whole file.
        case file
        /// A whole line.
        case line(Int)
        /// A character.
        case text(line: Int, column: Int)
        /// A cell of a sheet of a workbook; column zero is the whole row, row zero the whole column, and both the whole sheet.
        indirect case cell(sheet: String, column: Int, row: Int)
        /// A paragraph of a document, with those in tables and empty ones counted. Its first words are no part of a location, which every
        /// report has: they are the excerpt, which is left out where they may be exempt.
        case paragraph(Int)
    }

    /// The file.
    package let sourceFile: SourceFile
    /// Where in the file.
    package var position: Position
    /// The name of the column in a file of rows, or the key in a YAML file.
    package var field: String?

    package init(in file: SourceFile, _ position: Position = .file, field: String? = nil) {
        sourceFile = file
        self.position = position
        self.field = field
    }

    /// - Parameters:
    ///   - line: zero for the whole file.
    ///   - column: zero for the whole line.
    package init(file: SourceFile, line: Int = 0, column: Int = 0, field: String? = nil) {
        self.init(in: file, Position(line: line, column: column), field: field)
    }

    /// The file's path.
    package var file: String { sourceFile.path }

    /// The line of the text, or zero for a whole file or a cell.
    package var line: Int { position.line }

    /// The column of the text, or zero for a whole line, a whole file or a cell.
    package var column: Int { position.column }

    /// The location of another line and column of the same text, in the same field; column zero is the whole line. Text in a cell of a sheet or
    /// in a paragraph of a document has no places of its own.
    package func at(line: Int, column: Int = 0) -> SourceLocation {
        switch position {
        case .cell, .paragraph: return self
        case .file, .line, .text: break
        }
        return SourceLocation(file: sourceFile, line: line, column: column, field: field)
    }

    /// The line of a text, the row of a sheet or the paragraph of a document, or zero for a whole file or sheet.
    package var row: Int {
        switch position {
        case .cell(_, _, let row): row
        case .paragraph(let number): number
        case .file, .line, .text: line
        }
    }

    /// The line, row or paragraph, in an officer's words: `line 5`, `row 5`.
    package var rowName: String {
        switch position {
        case .cell: "row \(row)"
        case .paragraph: "paragraph \(row)"
        case .file, .line, .text: "line \(row)"
        }
    }

    /// The name under which the text with this location is kept: a file, or one sheet of a workbook.
    package var textName: String {
        if case .cell(let sheet, _, _) = position { Self.textName(file: file, sheet: sheet) } else { file }
    }

    /// The name under which the text of a sheet is kept.
    package static func textName(file: String, sheet: String) -> String { "\(file)\n\(sheet)" }

    /// The location of the first line of the text, or of the sheet as a whole.
    package var head: SourceLocation {
        if case .cell(let sheet, _, _) = position {
            return SourceLocation(in: sourceFile, .cell(sheet: sheet, column: 0, row: 0))
        }
        if case .paragraph = position { return wholeFile }
        return SourceLocation(in: sourceFile, .line(1))
    }

    /// The location of the file as a whole.
    package var wholeFile: SourceLocation { SourceLocation(in: sourceFile) }

    /// The location of a column of this row, whether or not the row has it.
    package func row(field: String) -> SourceLocation {
        switch position {
        case .file: SourceLocation(in: sourceFile, field: field)
        case .line(let line), .text(let line, _): SourceLocation(in: sourceFile, .line(line), field: field)
        case .paragraph: SourceLocation(in: sourceFile, position, field: field)
        case .cell(let sheet, _, let row):
            SourceLocation(in: sourceFile, .cell(sheet: sheet, column: 0, row: row), field: field)
        }
    }
}

extension SourceLocation.Position {
    /// - Parameters:
    ///   - line: zero for the whole file.
    ///   - column: zero for the whole line.
    package init(line: Int, column: Int) {
        self = line <= 0 ? .file : column <= 0 ? .line(line) : .text(line: line, column: column)
    }

    fileprivate var line: Int {
        switch self {
        case .line(let line), .text(let line, _): line
        case .file, .cell, .paragraph: 0
        }
    }

    fileprivate var column: Int { if case .text(_, let column) = self { column } else { 0 } }

    /// The number of a paragraph, or `nil` for other positions.
    package var paragraph: Int? { if case .paragraph(let number) = self { number } else { nil } }

    /// A cell as a formula refers to it: `Actions!F12`, `'Core services'!F12`; `Actions!12` for a row, `Actions!F` for a column, `Actions`
    /// for a sheet; `nil` for other positions.
    package var cellReference: String? {
        guard case .cell(let sheet, let column, let row) = self else { return nil }
        let name = sheet.quotedForReference
        if row == 0, column == 0 { return name }
        return "\(name)!\(Self.letters(ofColumn: column))\(row == 0 ? "" : "\(row)")"
    }

    /// `A` to `Z`, then `AA` and on.
    package static func letters(ofColumn column: Int) -> String {
        var letters: [Unicode.Scalar] = []
        var rest = column
        while rest > 0 {
            letters.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))
            rest = (rest - 1) / 26
        }
        return String(String.UnicodeScalarView(letters.reversed()))
    }
}

extension String {
    /// The name of a sheet as a formula writes it.
    fileprivate var quotedForReference: String {
        let isPlain = first?.isNumber == false && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return isPlain
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}

extension SourceLocation {
    /// Where in its file, in an officer's words: `line 12, column 3`, `Actions!F12`, `paragraph 12`; `the file` for the whole of it.
    package var placeInFile: String {
        switch position {
        case .file: "the file"
        case .line(let line): "line \(line)"
        case .text(let line, let column): "line \(line), column \(column)"
        case .cell: position.cellReference ?? ""
        case .paragraph(let number): "paragraph \(number)"
        }
    }
}

extension SourceLocation: CustomStringConvertible {
    package var description: String {
        var text = file
        switch position {
        case .file: break
        case .line(let line): text += ":\(line)"
        case .text(let line, let column): text += ":\(line):\(column)"
        case .cell: text += ", \(position.cellReference ?? "")"
        case .paragraph(let number): text += ", paragraph \(number)"
        }
        if let field { text += " (\(field))" }
        return text
    }
}

extension SourceLocation: Comparable {
    /// In the order in which one reads: by file, then by sheet, then down, then across.
    package static func < (first: SourceLocation, second: SourceLocation) -> Bool {
        first.readingOrder < second.readingOrder
    }

    private var readingOrder: (String, String, Int, Int) {
        switch position {
        case .file, .line, .text: (file, "", line, column)
        case .cell(let sheet, let column, let row): (file, sheet, row, column)
        case .paragraph(let number): (file, "", number, 0)
        }
    }
}
