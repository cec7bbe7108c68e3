// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

struct TableHeadersTests {
    /// Which cells name each cell, by their words: `Figure < Year, 2009`.
    private func naming(of block: Block) throws -> [String] {
        guard case .table(let table) = block.content else { return [] }
        let cells = (table.header + table.rows).flatMap(\.cells)
        var words: [NodeID: String] = [:]
        for cell in cells {
            if case .paragraph(let paragraph)? = cell.blocks.first?.content {
                words[cell.id] = paragraph.inlines.plainText
            }
        }
        return zip(cells, try TableHeaders(of: table).cells).map { cell, naming in
            let scope = naming.scope.map { $0 == .row ? " Row" : " Column" } ?? ""
            let names = naming.headers.map { words[$0] ?? "?" }.joined(separator: ", ")
            return "\(words[cell.id] ?? "")\(scope)" + (names.isEmpty ? "" : " < \(names)")
        }
    }

    private func header(_ text: String, _ build: inout PaperBuilder, columns: Int = 1, rows: Int = 1) -> Table.Cell {
        var cell = build.cell(text, columns: columns, rows: rows)
        cell.isHeader = true
        return cell
    }

    @Test func `a header of two levels names each cell by both`() throws {
        var build = PaperBuilder()
        let upper = build.row([header("Plan", &build, columns: 2), header("Comment", &build, rows: 2)], kind: .header)
        let lower = build.row([header("Action", &build), header("Due", &build)], kind: .header)
        let row = build.row([header("Paint", &build), build.cell("May"), build.cell("Late")])
        #expect(
            try naming(of: build.table(columns: 3, header: [upper, lower], rows: [row])) == [
                "Plan Column", "Comment Column", "Action Column < Plan", "Due Column < Plan",
                "Paint Row < Plan, Action", "May < Plan, Due, Paint", "Late < Comment, Paint",
            ]
        )
    }

    @Test func `bands of both levels name the rows under them and no others`() throws {
        var build = PaperBuilder()
        let table = build.table(
            columns: 2,
            header: [build.row("A", "B", kind: .header)],
            rows: [
                build.band("North", columns: 2), build.band("Hill", level: 2, columns: 2), build.row("1", "2"),
                build.band("Vale", level: 2, columns: 2), build.row("3", "4"),
                build.band("South", columns: 2), build.row("5", "6"),
            ]
        )
        #expect(
            try naming(of: table) == [
                "A Column", "B Column", "North Row", "Hill Row < North", "1 < A, North, Hill", "2 < B, North, Hill",
                "Vale Row < North", "3 < A, North, Vale", "4 < B, North, Vale", "South Row", "5 < A, South",
                "6 < B, South",
            ]
        )
    }

    @Test func `a cell over several rows is named by the headers of all of them`() throws {
        var build = PaperBuilder()
        let table = build.table(
            columns: 2,
            header: [build.row("A", "B", kind: .header)],
            rows: [
                build.row([header("one", &build), build.cell("shared", rows: 2)]), build.row([header("two", &build)]),
                build.row([header("three", &build), build.cell("own")]),
            ]
        )
        #expect(
            try naming(of: table) == [
                "A Column", "B Column", "one Row < A", "shared < B, one, two", "two Row < A", "three Row < A",
                "own < B, three",
            ]
        )
    }

    @Test func `a cell over all columns is named by all of them`() throws {
        var build = PaperBuilder()
        let table = build.table(
            columns: 2,
            header: [build.row("A", "B", kind: .header)],
            rows: [build.band("North", columns: 2), build.row([build.cell("Nil", columns: 2)])]
        )
        #expect(try naming(of: table).last == "Nil < A, B, North")
    }

    @Test(
        arguments: [
            ([(1, 1)], .rowTooShort), ([(1, 1), (1, 1), (1, 1)], .cellOutsideColumns), ([(3, 1)], .cellOutsideColumns),
            ([(1, 2), (1, 1)], .cellOutsideRows), ([(1, 0), (1, 1)], .cellOutsideColumns),
        ] as [([(Int, Int)], TableShapeError)]
    )
    func `a table whose rows do not fill its columns is refused`(spans: [(Int, Int)], error: TableShapeError) {
        var build = PaperBuilder()
        let cells = spans.map { build.cell("x", columns: $0.0, rows: $0.1) }
        let table = build.table(columns: 2, header: [build.row("A", "B", kind: .header)], rows: [build.row(cells)])
        #expect(throws: error) { try naming(of: table) }
    }
}
