// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// The rows of a sheet of a workbook, as another format would give them.
private struct SheetRows: RowSource {
    let sourceFile: SourceFile = "return.xlsx"
    let rows: [Range<Int>]
    private let cells: [(text: String, location: Diagnostics.SourceLocation)]

    init(_ lists: [[String]]) {
        var rows: [Range<Int>] = []
        var cells: [(text: String, location: Diagnostics.SourceLocation)] = []
        for (row, list) in lists.enumerated() {
            rows.append(cells.count..<(cells.count + list.count))
            for (column, text) in list.enumerated() {
                cells.append(
                    (
                        text,
                        Diagnostics.SourceLocation(
                            in: sourceFile,
                            .cell(sheet: "Actions", column: column + 1, row: row + 1)
                        )
                    )
                )
            }
        }
        self.rows = rows
        self.cells = cells
    }

    var isEmpty: Bool { rows.isEmpty }

    func string(_ cell: Int) -> String { cells[cell].text }

    func utf8(_ cell: Int) -> ArraySlice<UInt8>? { nil }

    func location(_ cell: Int, column: String?) -> Diagnostics.SourceLocation {
        var location = cells[cell].location
        location.field = column
        return location
    }

    func origin(_ cell: Int, column: String?) -> TextOrigin {
        TextOrigin(start: location(cell, column: column), keepsLines: false)
    }

    func location(ofRow row: Range<Int>) -> Diagnostics.SourceLocation { cells[row.lowerBound].location }

    var headerLocation: Diagnostics.SourceLocation { Diagnostics.SourceLocation(in: sourceFile) }

    var hintForExtraCells: DiagnosticText { "delete it" }

    var hintForMissingCells: DiagnosticText { "fill it in" }
}

/// A table is read by its columns, whatever format its rows come from.
struct RowSourceTests {
    private let unit = DataColumn("unit", required: true, "the unit")
    private let ref = DataColumn("ref", "the ref")

    private func read<Value>(_ lists: [[String]], _ body: (DataTable) -> Value) -> Reading<Value?> {
        Reading { findings in
            DataTable(SheetRows(lists), columns: [unit, ref], findings: findings).map(body)
        }
    }

    @Test func `a row gives the text and the location of each column`() {
        let reading = read([["Ref", "unit"], ["A1", " sport "], ["", "  "], ["A2", "parks"]]) { table in
            table.rows.map { "\($0.text(unit)) \($0.text(ref)) \($0.location(ref)) \($0.written(unit) ?? "-")" }
        }
        #expect(
            reading.value == [
                "sport A1 return.xlsx, Actions!A2 (ref)  sport ", "parks A2 return.xlsx, Actions!A4 (ref) parks",
            ]
        )
        #expect(reading.lines == [])
    }

    @Test func `a column that the table does not have is empty, and located at the row`() {
        let reading = read([["unit"], ["sport"]]) { table in
            table.rows.map { ($0.text(ref), $0.location(ref).description, $0.written(ref), table.has(ref)) }
        }
        let row = reading.value?.first
        #expect(row?.0 == "")
        #expect(row?.1 == "return.xlsx, Actions!A2")
        #expect(row?.2 == nil)
        #expect(row?.3 == false)
    }

    @Test func `a row of another length is reported with the hint of its format, and kept apart`() {
        let reading = read([["unit", "ref"], ["sport"], ["parks", "A1", "3"], ["libraries", "A2"]]) { table in
            (table.rows.map { $0.text(unit) }, table.brokenRows.map { $0.text(unit) })
        }
        #expect(reading.value?.0 == ["libraries"])
        #expect(reading.value?.1 == ["sport", "parks"])
        #expect(
            reading.lines == [
                "error return.xlsx, Actions!A2: the row has 1 field for 2 columns: none for `ref`",
                "error return.xlsx, Actions!C3: the row has 3 fields for 2 columns",
            ]
        )
        #expect(reading.diagnostics.map(\.hint) == ["fill it in", "delete it"])
    }

    @Test func `a table without a row of names is refused`() {
        let reading = read([]) { $0.rows.count }
        #expect(reading.value == .some(nil))
        #expect(reading.lines == ["error return.xlsx: the file is empty"])
    }
}
