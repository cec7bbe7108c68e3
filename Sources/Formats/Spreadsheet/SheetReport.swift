// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// Reports what a sheet holds that nobody sees, or that is no value.
struct SheetReport {
    let sheet: WorkbookSheet
    let findings: DiagnosticCollector

    func hiddenSheet() { findings.report(.hiddenSheet, at: sheet.location) }

    /// Each run of hidden rows that say something.
    func hiddenRows(_ rows: [SheetReader.Row]) {
        var index = 0
        while index < rows.count {
            let run = rows[index...].prefix(while: \.isHidden)
            if let first = run.first {
                findings.report(.hiddenRows(run.count), at: sheet.location(column: 0, row: first.number))
            }
            index += max(1, run.count)
        }
    }

    /// Each hidden column in which something stands.
    func hiddenColumns(_ hidden: Set<Int>) {
        if hidden.isEmpty { return }
        var seen: Set<Int> = []
        for cell in sheet.cells where hidden.contains(Int(cell.column)) {
            if seen.insert(Int(cell.column)).inserted {
                findings.report(.hiddenColumn, at: sheet.location(column: Int(cell.column), row: 0))
            }
        }
    }

    /// Text under a merged range, which shows only that of its first cell.
    func covered(_ cells: [CellReference]) {
        for cell in cells { findings.report(.coveredCell, at: location(cell)) }
    }

    func problem(_ problem: SheetReader.CellProblem, at cell: CellReference) {
        let message: Diagnostic.Message =
            switch problem {
            case .error(let word): .cellError(word)
            case .formulaWithoutValue: .formulaWithoutValue
            case .struckOut: .struckOut
            case .tooWide: .dateOutOfRange
            case .unseen: .unseenCell
            case .controlCharacter(let code): .controlCharacter(String(code, radix: 16, uppercase: true))
            case .tooManyMarks: .tooManyMarks
            }
        findings.report(message, at: location(cell))
    }

    /// Heads and feet of pages, which no paper prints: only those matter that may say what is not for publication.
    func pageTexts(_ texts: [String]) {
        for text in texts where resemblesMark(text) {
            findings.hide(sheet.text.file)
            findings.report(.markOutsideTable("the head or the foot of the page"), at: sheet.location)
        }
    }

    func comments(_ comments: [(cell: CellReference, text: String)]) {
        var seen: Set<CellReference> = []
        for comment in comments {
            // Excel writes a threaded comment in the older way too.
            if resemblesMark(comment.text) {
                findings.hide(sheet.text.file)
                findings.report(.markOutsideTable("the comment"), at: location(comment.cell))
            } else if seen.insert(comment.cell).inserted {
                findings.report(.comment, at: location(comment.cell))
            }
        }
    }

    /// Text boxes and pictures, which no paper prints.
    func drawn(_ drawn: [DrawingReader.Drawn]) {
        for item in drawn {
            if resemblesMark(item.words) {
                findings.hide(sheet.text.file)
                findings.report(.markOutsideTable("the text box"), at: location(item.cell))
            } else {
                findings.report(item.words.isEmpty ? .pictureOnSheet : .textBox, at: location(item.cell))
            }
        }
    }

    private func resemblesMark(_ text: String) -> Bool {
        findings.screen?.resemblesMark(text, about: sheet.text.sourceFile.subject) == true
    }

    private func location(_ cell: CellReference) -> SourceLocation {
        sheet.location(column: cell.column, row: cell.row)
    }
}

extension Diagnostic.Message {
    fileprivate static var hiddenSheet: Self {
        Self(
            .hiddenCells,
            "the sheet is hidden, and would be printed",
            hint:
                "right-click the name of any sheet and choose Unhide; delete the sheet if it is not part of the return"
        )
    }

    fileprivate static func hiddenRows(_ count: Int) -> Self {
        Self(
            .hiddenCells,
            "\(own: count == 1 ? "a row is" : "\(count) rows are") hidden, perhaps by a filter, and would be printed",
            hint: "clear the filter or unhide the row; delete what is not part of the return"
        )
    }

    fileprivate static var hiddenColumn: Self {
        Self(
            .hiddenCells,
            "the column is hidden, and something stands in it",
            hint: "unhide it; delete it if it is not part of the return"
        )
    }

    fileprivate static var coveredCell: Self {
        Self(
            .hiddenCells,
            "the cell is covered by a merged cell, and something stands in it",
            hint: "unmerge the cells, and delete what is not part of the return"
        )
    }

    fileprivate static var unseenCell: Self {
        Self(
            .hiddenCells,
            "something stands in the cell that its number format does not show",
            hint: "set the format of the cell to General, or delete what stands in it"
        )
    }

    fileprivate static func cellError(_ word: String) -> Self {
        Self(
            .cellError,
            "the cell shows the error `\(own: known(word))`",
            hint:
                "correct the formula, or write the value in its place; a text that begins with `=` or `-` needs an apostrophe before it"
        )
    }

    /// An error value as Excel knows it (ISO/IEC 29500-1, 18.17.3).
    private static func known(_ word: String) -> String {
        let words = [
            "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!",
            "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
        ]
        return words.contains(word) ? word : "#ERROR!"
    }

    fileprivate static var formulaWithoutValue: Self {
        Self(
            .formulaWithoutValue,
            "the formula in the cell has no value yet",
            hint: "open the workbook in Excel and save it, or write the value in place of the formula"
        )
    }

    fileprivate static var dateOutOfRange: Self {
        Self(
            .cellError,
            "the cell shows `#####`: its number is no date",
            hint: "set the format of the cell to General, and write the value again"
        )
    }

    fileprivate static var struckOut: Self {
        Self(
            .struckOutText,
            "text in the cell is struck out, and would be printed",
            hint: "delete what is struck out, or take the line through it away"
        )
    }

    fileprivate static func controlCharacter(_ code: String) -> Self {
        Self(
            .controlCharacter,
            "the cell holds a character that cannot be printed (U+00\(own: code.count < 2 ? "0" : "")\(own: code))",
            hint: "write the text again"
        )
    }

    fileprivate static var tooManyMarks: Self {
        Self(.textTooComplex, "a letter in the cell has too many marks", hint: "write the text again")
    }

    fileprivate static var comment: Self {
        Self(
            .cellComment,
            "the cell has a comment, which no paper prints",
            hint: "delete it; put what it says into the row, if it is part of the return"
        )
    }

    fileprivate static var textBox: Self {
        Self(
            .textOutsideTable,
            "a text box stands over the cells, and no paper prints its words",
            hint: "write them into a row or into the statement, if they are part of the return; delete the box"
        )
    }

    fileprivate static var pictureOnSheet: Self {
        Self(
            .textOutsideTable,
            "a picture stands over the cells, which no paper prints",
            hint: "put it into the statement, if it is part of the return; delete it here"
        )
    }

    fileprivate static func markOutsideTable(_ place: String) -> Self {
        Self(
            .textWithoutColumn,
            "\(own: place) may say that something is not for publication",
            hint: "mark each row in the column `exempt`, and delete what is said here"
        )
    }
}
