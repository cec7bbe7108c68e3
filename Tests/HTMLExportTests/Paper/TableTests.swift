// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing

@testable import HTMLExport

/// Tables have the relations that the PDF has, in a region in which they scroll.
struct TableTests {
    private func header(_ text: String, _ build: inout PaperBuilder, columns: Int = 1, rows: Int = 1) -> Table.Cell {
        var cell = build.cell(text, columns: columns, rows: rows)
        cell.isHeader = true
        return cell
    }

    private func table(
        _ columns: [HorizontalAlignment],
        header: [Table.Row],
        rows: [Table.Row],
        anchor: String? = nil
    ) -> Block {
        let table = Table(
            columns: columns.map { Table.Column(alignment: $0) },
            header: header,
            rows: rows,
            anchor: anchor
        )
        return Block(id: NodeID(900), .table(table))
    }

    @Test func `cells name their headers, by the relations of the tree`() throws {
        var build = PaperBuilder()
        let head = build.row([header("Plan", &build), header("Value", &build)], kind: .header)
        let row = build.row([header("Paint", &build), build.cell("12")])
        let heading = Block(id: NodeID(800), .heading(Heading(level: 1, [.text("Plans")], anchor: "plans")))
        let page = try WrittenPaper(
            section: [heading, table([.left, .decimal], header: [head], rows: [row], anchor: "outcomes")]
        ).page
        #expect(
            page == """
                <h1 id="plans">Plans</h1>
                <div class="wide" tabindex="0" role="region" aria-labelledby="plans" id="outcomes">
                <table aria-labelledby="plans">
                <thead>
                <tr><th class="k" id="c.1" scope="col">Plan</th><th class="n" id="c.3" scope="col">Value</th></tr></thead>
                <tbody>
                <tr><th class="k" id="c.6" scope="row" headers="c.1">Paint</th><td class="n" headers="c.3 c.6">12</td></tr>\
                </tbody></table></div>
                """
        )
    }

    @Test func `bands begin groups of rows, each inside that of the level over it`() throws {
        var build = PaperBuilder()
        let page = try WrittenPaper(
            section: [
                table(
                    [.left, .left],
                    header: [build.row("A", "B", kind: .header)],
                    rows: [
                        build.band("North", columns: 2), build.band("Hill", level: 2, columns: 2), build.row("1", "2"),
                        build.band("Vale", level: 2, columns: 2), build.row("3", "4"),
                        build.band("South", columns: 2), build.row("5", "6"),
                    ]
                )
            ]
        ).page
        let groups = page.split(separator: "<tbody>").dropFirst().map { group in
            group.split(separator: "<tr>").dropFirst().map { HTMLText(Array("<main id=\"page.0\">\($0)".utf8)).words }
        }
        #expect(groups == [[["North"], ["Hill"], ["1", "2"]], [["Vale"], ["3", "4"]], [["South"], ["5", "6"]]])
        #expect(page.ranges(of: "scope=\"rowgroup\" colspan=\"2\"").count == 4)
        #expect(page.contains("<th class=\"b\" id=\"c."))
        #expect(page.contains("<th class=\"b c\" id=\"c."))
    }

    @Test func `a cell over rows keeps them in one group`() throws {
        var build = PaperBuilder()
        let page = try WrittenPaper(
            section: [
                table(
                    [.left, .left, .left],
                    header: [],
                    rows: [
                        build.row([header("A", &build, rows: 2), build.cell("1"), build.cell("2")]),
                        build.row("3", "4"),
                    ]
                )
            ]
        ).page
        #expect(page.ranges(of: "<tbody>").count == 1)
        #expect(page.contains("scope=\"row\" rowspan=\"2\">A</th>"))
        // The first cell of the second row is in the second column, and does not stay at the left.
        #expect(page.contains("<tr><td headers=\"c.1\">3</td>"))
    }

    @Test func `columns of long cells have a least width, which their first cell has`() throws {
        var build = PaperBuilder()
        let long = String(repeating: "word ", count: 20)
        let page = try WrittenPaper(
            section: [
                table([.left, .left], header: [build.row("A", "B", kind: .header)], rows: [build.row("1", long)])
            ]
        ).page
        #expect(page.contains("<th class=\"w2\" id="))
        #expect(page.ranges(of: "w2").count == 1)
    }

    @Test func `regions of one title are told apart by the headings over them`() throws {
        var build = PaperBuilder()
        func heading(_ level: Int, _ words: String, _ anchor: String) -> Block {
            Block(id: build.node(), .heading(Heading(level: level, [.text(words)], anchor: anchor)))
        }
        let rows = table([.left], header: [], rows: [build.row("1")])
        let page = try WrittenPaper(
            section: [
                heading(1, "Arts", "arts"), heading(2, "Actions", "arts-actions"), rows, rows,
                heading(1, "Law", "law"), heading(2, "Actions", "law-actions"), rows, rows, rows,
            ]
        ).page
        let names = page.ranges(of: "<div class=\"wide\" tabindex=\"0\" ").map { range in
            String(page[range.upperBound...].prefix { $0 != ">" })
        }
        #expect(
            names == [
                "role=\"region\" aria-labelledby=\"arts-actions\"",
                "role=\"region\" aria-labelledby=\"arts arts-actions\"",
                "role=\"region\" aria-labelledby=\"law law-actions\"",
                "role=\"group\" aria-labelledby=\"law-actions\"", "role=\"group\" aria-labelledby=\"law-actions\"",
            ]
        )
    }

    @Test func `the caption just before a table names it`() throws {
        var build = PaperBuilder()
        let caption = build.paragraph("Visits to museums", role: .caption, number: "Table 1")
        let note = build.paragraph("Shorthand", role: .tableNote)
        let rows = table([.left], header: [], rows: [build.row("1")])
        let page = try WrittenPaper(section: [caption, note, rows]).page
        #expect(page.contains("role=\"region\" aria-labelledby=\"caption.1\""))
        #expect(
            page.contains(
                """
                <table aria-labelledby="caption.1">
                <caption>
                <p class="cap" id="caption.1"><span class="no">Table 1</span> Visits to museums</p>
                <p class="tn">
                """
            )
        )
        let apart = try WrittenPaper(section: [caption, build.paragraph("Text"), rows]).page
        #expect(!apart.contains("aria-labelledby=\"caption.1\""))
    }

    @Test func `a table whose rows do not fill its columns is refused`() throws {
        var build = PaperBuilder()
        let short = table([.left, .left], header: [], rows: [build.row("1")])
        #expect(throws: HTMLExportError("a row does not fill the columns of its table")) {
            try WrittenPaper(section: [short])
        }
    }
}
