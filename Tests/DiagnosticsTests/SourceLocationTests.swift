// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// Locations in texts and in workbooks.
struct SourceLocationTests {
    private static let workbook = SourceFile(
        "returns/communities/communities.xlsx",
        subject: .directorateReturn("communities")
    )

    private func cell(_ column: Int, _ row: Int, sheet: String = "Actions") -> Diagnostics.SourceLocation {
        SourceLocation(in: Self.workbook, .cell(sheet: sheet, column: column, row: row))
    }

    @Test func `a location in a text says its line and column`() {
        #expect(SourceLocation(file: "a.csv").description == "a.csv")
        #expect(SourceLocation(file: "a.csv", line: 3).description == "a.csv:3")
        #expect(SourceLocation(file: "a.csv", line: 3, column: 14).description == "a.csv:3:14")
        #expect(SourceLocation(file: "a.csv", line: 3, field: "reason").description == "a.csv:3 (reason)")
        #expect(SourceLocation(file: "a.csv", column: 14).position == .file)
    }

    @Test(arguments: [
        (1, 1, "A1"), (6, 12, "F12"), (26, 2, "Z2"), (27, 2, "AA2"), (52, 3, "AZ3"), (53, 3, "BA3"), (702, 4, "ZZ4"),
        (703, 4, "AAA4"), (16_384, 1_048_576, "XFD1048576"), (0, 12, "12"),
    ])
    func `a cell is named as a workbook names it`(column: Int, row: Int, name: String) {
        #expect(cell(column, row).position.cellReference == "Actions!\(name)")
    }

    @Test(arguments: [
        ("Actions", "Actions!F12"), ("Core services", "'Core services'!F12"), ("Director's", "'Director''s'!F12"),
        ("2009", "'2009'!F12"), ("", "''!F12"),
    ])
    func `the name of a sheet is quoted where a formula would quote it`(sheet: String, reference: String) {
        #expect(cell(6, 12, sheet: sheet).position.cellReference == reference)
    }

    @Test func `a location in a workbook says its sheet and cell`() {
        var location = cell(6, 12)
        #expect(location.description == "returns/communities/communities.xlsx, Actions!F12")
        location.field = "reason"
        #expect(location.description == "returns/communities/communities.xlsx, Actions!F12 (reason)")
        #expect(location.line == 0)
        #expect(location.column == 0)
    }

    @Test func `locations are in reading order`() {
        let ordered = [
            SourceLocation(file: "a.csv"),
            SourceLocation(file: "a.csv", line: 2),
            SourceLocation(file: "a.csv", line: 2, column: 9),
            SourceLocation(file: "a.csv", line: 10, column: 1),
            SourceLocation(file: "b.csv", line: 1),
            SourceLocation(in: Self.workbook),
            cell(0, 2), cell(1, 2), cell(27, 2), cell(2, 10), cell(1, 1, sheet: "Indicators"),
        ]
        #expect(ordered.reversed().sorted() == ordered)
        #expect(ordered.sorted() == ordered)
    }

    @Test func `the row of a location keeps the row and names the field`() {
        #expect(cell(6, 12).row(field: "unit").description == "returns/communities/communities.xlsx, Actions!12 (unit)")
        let text = SourceLocation(file: "a.csv", line: 3, column: 14)
        #expect(text.row(field: "unit") == SourceLocation(file: "a.csv", line: 3, field: "unit"))
    }

    @Test func `files of one path are one file, and a diagnostic has the subject of its file`() {
        let same = SourceFile("returns/communities/communities.xlsx", subject: .workspace)
        #expect(SourceLocation(in: same) == SourceLocation(in: Self.workbook))
        #expect(Set([same, Self.workbook]).count == 1)
        #expect(Diagnostic(.init(.missingCell, "x"), at: cell(1, 1)).subject == .directorateReturn("communities"))
        #expect(Diagnostic(.init(.missingCell, "x"), at: nil).subject == nil)
        #expect(Diagnostic(.init(.missingCell, "x"), at: SourceLocation(file: "a.csv")).subject == .workspace)
    }
}
