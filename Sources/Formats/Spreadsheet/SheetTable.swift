// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
import UnicodeText
package import WorkspaceFiles

/// A sheet of a workbook as rows of cells under headings.
package struct SheetTable: RowSource {
    /// The place of each cell in the sheet, or -1 where there is none.
    private let places: [Int32]
    /// The number of columns.
    private let width: Int
    /// The names of the columns, in place of the headings.
    private let names: [String]
    /// The row of headings.
    private let head: Int
    private let sheet: WorkbookSheet
    /// The rows from the headings on, each with a cell for every column.
    package let rows: [Range<Int>]

    /// How many rows from the top are searched for headings.
    private static let mostRowsAboveTable = 20

    /// The table of a sheet. What stands above its headings is reported.
    ///
    /// - Parameter heading: the name of the column that a heading is for, or `nil` if it is not known.
    package init(_ sheet: WorkbookSheet, findings: DiagnosticCollector, heading: (String) -> String?) {
        self.sheet = sheet
        func known(_ row: WorkbookSheet.Row) -> Int {
            row.cells.count { heading(sheet.string($0)) != nil }
        }
        let head = sheet.rows.prefix(Self.mostRowsAboveTable).firstIndex { known($0) >= 2 } ?? 0
        self.head = head
        sheet.reportText(above: head, findings: findings)
        let used = sheet.rows.dropFirst(head)
        width = min(sheet.lastColumn, Limits.mostColumns + 1)
        var places: [Int32] = []
        var rows: [Range<Int>] = []
        places.reserveCapacity(used.count * width)
        for row in used {
            guard places.count + width <= Limits.mostFields else {
                findings.keepTogether(sheet.text.sourceFile.subject)
                findings.report(.tooManyCells, at: sheet.location(column: 0, row: row.number))
                break
            }
            let first = places.count
            places.append(contentsOf: repeatElement(-1, count: width))
            for cell in row.cells {
                let column = Int(sheet.cells[cell].column)
                if column <= width { places[first + column - 1] = Int32(cell) }
            }
            rows.append(first..<places.count)
        }
        self.rows = rows
        names = places.prefix(rows.isEmpty ? 0 : width).map { place in
            if place < 0 { return "" }
            let written = sheet.string(Int(place))
            return heading(written) ?? written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        findings.divide(sheet.text, at: used.map(\.number))
        sheet.dropFills(acrossExemptionsIn: &places, names: names, findings: findings)
        self.places = places
    }

    /// The workbook.
    package var sourceFile: SourceFile { sheet.text.sourceFile }
    /// Whether nothing stands in the sheet.
    package var isEmpty: Bool { sheet.rows.isEmpty }

    /// The place of a cell in the sheet, or `nil` where there is none.
    private func place(_ cell: Int) -> Int? { places[cell] < 0 ? nil : Int(places[cell]) }

    package func string(_ cell: Int) -> String {
        if cell < names.count { return names[cell] }
        return place(cell).map(sheet.string) ?? ""
    }

    package func utf8(_ cell: Int) -> ArraySlice<UInt8>? {
        if cell < names.count { return nil }
        return place(cell).map(sheet.bytes) ?? []
    }

    package func markdown(_ cell: Int) -> String? {
        place(cell).flatMap { sheet.markdown[$0] }.map { String(decoding: $0, as: UTF8.self) }
    }

    package func number(_ cell: Int) -> Double? {
        place(cell).map { sheet.cells[$0].value }.flatMap { $0.isNaN ? nil : $0 }
    }

    package func date(_ cell: Int) -> String? { place(cell).flatMap(sheet.isoDate) }

    private func row(_ cell: Int) -> Int { width == 0 ? 0 : sheet.rows[head + cell / width].number }

    package func location(_ cell: Int, column: String?) -> SourceLocation {
        var location = sheet.location(column: cell % max(1, width) + 1, row: row(cell))
        location.field = column
        return location
    }

    /// The cell: a text in it has no places of its own.
    package func origin(_ cell: Int, column: String?) -> TextOrigin {
        TextOrigin(start: location(cell, column: column), keepsLines: false)
    }

    package func location(ofRow row: Range<Int>) -> SourceLocation {
        sheet.location(column: 0, row: self.row(row.lowerBound))
    }

    /// The row of headings.
    package var headerLocation: SourceLocation {
        rows.first.map(location(ofRow:)) ?? sheet.location
    }

    // Every row of a sheet has a cell for every column: neither is ever given.
    /// Stands in for a hint.
    package var hintForExtraCells: DiagnosticText { "delete what stands beside the table" }
    /// Stands in for a hint.
    package var hintForMissingCells: DiagnosticText { "fill the row in" }
}

extension WorkbookSheet {
    /// Empties the merged cells that took their text from a row that is exempt otherwise than their own row, and reports them: such a text
    /// would be printed where it is not withheld.
    fileprivate func dropFills(acrossExemptionsIn places: inout [Int32], names: [String], findings: DiagnosticCollector)
    {
        guard !filledFrom.isEmpty, let column = names.firstIndex(where: { $0.lowercased() == "exempt" }) else { return }
        var exemptions: [Int: String] = [:]
        var rowOfCell: [Int: Int] = [:]
        for row in rows {
            for cell in row.cells {
                if Int(cells[cell].column) == column + 1 { exemptions[row.number] = string(cell).trimmed }
                if filledFrom[cell] != nil { rowOfCell[cell] = row.number }
            }
        }
        for index in places.indices where index % names.count != column {
            let cell = Int(places[index])
            guard let source = filledFrom[cell], let own = rowOfCell[cell], exemptions[source] != exemptions[own] else {
                continue
            }
            places[index] = -1
            findings.keepTogether(text.sourceFile.subject)
            findings.report(.mergedAcrossExemptions, at: location(column: index % names.count + 1, row: own))
        }
    }

    /// Reports the text in the rows above a table, which no paper prints.
    fileprivate func reportText(above head: Int, findings: DiagnosticCollector) {
        for row in rows.prefix(head) {
            let words = row.cells.map(string).joined(separator: " ")
            let place = location(column: row.cells.first.map { Int(cells[$0].column) } ?? 0, row: row.number)
            if findings.screen?.resemblesMark(words, about: text.sourceFile.subject) == true {
                findings.hide(text.file)
                findings.report(.markAboveTable, at: place)
            } else {
                findings.report(.textOutsideTable, at: place)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyCells: Self {
        Self(
            .tooManyRows,
            "the sheet has more than \(Limits.mostFields) cells",
            hint: "it is read no further: delete the rows and columns in which nothing stands"
        )
    }

    fileprivate static var mergedAcrossExemptions: Self {
        Self(
            .invalidSharedComment,
            "a merged cell covers rows that are not exempt under the same paragraphs",
            hint: "unmerge it; rows share a text only where both are public or both are exempt: repeat what may be said"
        )
    }

    fileprivate static var markAboveTable: Self {
        Self(
            .textWithoutColumn,
            "this text above the headings may say what is not for publication",
            hint: "mark each row in the column `exempt`, and delete this text"
        )
    }

    static var textOutsideTable: Self {
        Self(
            .textOutsideTable,
            "this text is outside the table, and no paper prints it",
            hint: "delete it, or put it into a row of the table"
        )
    }
}
