// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The tables that other engines set wrongly, with the pages that are expected.
struct TableSketchTests {
    private var build = PaperBuilder()
    private let theme = Theme.plain(width: 110, height: 80)

    private mutating func header() -> Table.Row { build.row("Name", "Value", kind: .header) }

    private mutating func sketch(header: [Table.Row], _ rows: [Table.Row], columns: Int = 2) throws -> String {
        try pages(of: [build.table(columns: columns, header: header, rows: rows)], in: theme).sketch
    }

    private func lines(_ count: Int) -> String { (1...count).map { "line \($0)" }.joined(separator: "\n") }

    @Test mutating func `a cell three pages high`() throws {
        let rows = [build.row("long", lines(9)), build.row("next", "x")]
        #expect(
            try sketch(header: [header()], rows) == """
                page 1
                   |--------------|--------------|
                   | Name         | Value        |
                   |--------------|--------------|
                   | long         | line 1       |
                   |              | line 2       |
                   |              | line 3       |
                   |--------------|--------------|
                page 2
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   |              | line 4       |
                   |              | line 5       |
                   |              | line 6       |
                   |--------------|--------------|
                page 3
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   |              | line 7       |
                   |              | line 8       |
                   |              | line 9       |
                   |--------------|--------------|
                page 4
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   | next         | x            |
                   |--------------|--------------|
                """
        )
    }

    @Test mutating func `a word wider than the page`() throws {
        let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
        let blocks = [
            build.paragraph(word), build.table(columns: 1, header: [], rows: [build.row("a \(word)")]),
        ]
        #expect(
            try pages(of: blocks, in: theme).sketch == """
                page 1
                    Llanfairpwllgwyngyllgoge
                    rychwyrndrobwllllantysilio
                    gogogoch
                   |-----------------------------|
                   | a                           |
                   | Llanfairpwllgwyngyllgog     |
                   |-----------------------------|
                page 2
                   |-----------------------------|
                   | erychwyrndrobwllllantysi    |
                   | liogogogoch                 |
                   |-----------------------------|
                """
        )
    }

    @Test mutating func `a header higher than half a page`() throws {
        let header = build.row(lines(3), "Value", kind: .header)
        let rows = (1...4).map { build.row("row \($0)", "\($0)") }
        #expect(
            try sketch(header: [header], rows) == """
                page 1
                   |--------------|--------------|
                   | line 1       | Value        |
                   | line 2       |              |
                   | line 3       |              |
                   |--------------|--------------|
                   | row 1        | 1            |
                   |--------------|--------------|
                page 2
                   |--------------|--------------|
                   | row 2        | 2            |
                   |--------------|--------------|
                   | row 3        | 3            |
                   |--------------|--------------|
                   | row 4        | 4            |
                   |--------------|--------------|
                """
        )
    }

    @Test mutating func `a header higher than a page`() throws {
        let header = build.row(lines(7), "Value", kind: .header)
        let rows = (1...2).map { build.row("row \($0)", "\($0)") }
        #expect(
            try sketch(header: [header], rows) == """
                page 1
                   |--------------|--------------|
                   | line 1       | Value        |
                   | line 2       |              |
                   | line 3       |              |
                   | line 4       |              |
                   |--------------|--------------|
                page 2
                   |--------------|--------------|
                   | line 5       |              |
                   | line 6       |              |
                   | line 7       |              |
                   |--------------|--------------|
                page 3
                   |--------------|--------------|
                   | row 1        | 1            |
                   |--------------|--------------|
                   | row 2        | 2            |
                   |--------------|--------------|
                """
        )
    }

    @Test mutating func `an empty table`() throws {
        let blocks = [
            build.paragraph("before"), build.table(columns: 2, header: [], rows: []), build.paragraph("after"),
        ]
        #expect(
            try pages(of: blocks, in: theme).sketch == """
                page 1
                    before
                    after
                """
        )
    }

    @Test mutating func `a table of only a header`() throws {
        #expect(
            try sketch(header: [header()], []) == """
                page 1
                   |--------------|--------------|
                   | Name         | Value        |
                   |--------------|--------------|
                """
        )
    }

    @Test mutating func `a cell over rows on four pages`() throws {
        var rows = [build.row([build.cell("shared", rows: 14), build.cell("row 1")])]
        rows += (2...14).map { build.row("row \($0)") }
        #expect(
            try sketch(header: [header()], rows) == """
                page 1
                   |--------------|--------------|
                   | Name         | Value        |
                   |--------------|--------------|
                   | shared       | row 1        |
                   |              |--------------|
                   |              | row 2        |
                   |              |--------------|
                   |              | row 3        |
                   |              |--------------|
                   |              | row 4        |
                   |--------------|--------------|
                page 2
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   | (shared)     | row 5        |
                   |              |--------------|
                   |              | row 6        |
                   |              |--------------|
                   |              | row 7        |
                   |              |--------------|
                   |              | row 8        |
                   |--------------|--------------|
                page 3
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   | (shared)     | row 9        |
                   |              |--------------|
                   |              | row 10       |
                   |              |--------------|
                   |              | row 11       |
                   |              |--------------|
                   |              | row 12       |
                   |--------------|--------------|
                page 4
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   | (shared)     | row 13       |
                   |              |--------------|
                   |              | row 14       |
                   |--------------|--------------|
                """
        )
    }

    @Test mutating func `a band as the last line of a page`() throws {
        var rows = (1...3).map { build.row("row \($0)", "\($0)") }
        rows.append(build.band("Libraries", columns: 2))
        rows += (4...8).map { build.row("row \($0)", "\($0)") }
        #expect(
            try sketch(header: [header()], rows) == """
                page 1
                   |--------------|--------------|
                   | Name         | Value        |
                   |--------------|--------------|
                   | row 1        | 1            |
                   |--------------|--------------|
                   | row 2        | 2            |
                   |--------------|--------------|
                   | row 3        | 3            |
                   |--------------|--------------|
                page 2
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   | Libraries                   |
                   |--------------|--------------|
                   | row 4        | 4            |
                   |--------------|--------------|
                   | row 5        | 5            |
                   |--------------|--------------|
                   | row 6        | 6            |
                   |--------------|--------------|
                page 3
                   |--------------|--------------|
                   | (Name)       | (Value)      |
                   |--------------|--------------|
                   | (Libraries (continued))     |
                   |--------------|--------------|
                   | row 7        | 7            |
                   |--------------|--------------|
                   | row 8        | 8            |
                   |--------------|--------------|
                """
        )
    }

    @Test mutating func `a code of forty characters in a narrow column`() throws {
        let header = build.row("A", "B", "C", kind: .header)
        let rows = [build.row("a", "WCC2009ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567", "c")]
        #expect(
            try sketch(header: [header], rows, columns: 3) == """
                page 1
                   |--|------------------------|-|
                   | A|B                       |C|
                   |--|------------------------|-|
                   | a|WCC2009ABCDEF           |c|
                   |  |GHIJKLMNOPQRS           | |
                   |  |TUVWXYZ1234567          | |
                   |--|------------------------|-|
                """
        )
    }
}
