// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The numbers of headings and paragraphs, in their gutter.
struct NumberTests {
    private var build = PaperBuilder()

    /// What is drawn, in the order of drawing, each with the distance from the margin in whole points.
    private func drawn(_ blocks: [Block], width: Double = 200) throws -> [String] {
        try pages(of: blocks, in: .plain(width: width, height: 300)).flatMap(\.items).compactMap { item in
            guard case .text(let run) = item else { return nil }
            return "\(Int((run.origin.x - .points(10)).points)) \(run.text)"
        }
    }

    @Test mutating func `numbers hang beside their words, and come first`() throws {
        let blocks = [
            build.heading("Homes", number: "1"), build.paragraph("Bought and sold:", role: .leadIn, number: "1.1"),
            build.bullets(["eight"]), Block(id: build.node(), .quotation([build.paragraph("quoted")])),
            build.heading("Sales", level: 2), build.paragraph("Four fell through.", number: "1.2"),
            build.heading("Appendices"), build.paragraph("None."),
        ]
        #expect(
            try drawn(blocks) == [
                "0 1 ", "22 Homes", "0 1.1 ", "22 Bought and sold:", "22 •", "32 eight", "32 quoted", "22 Sales",
                "0 1.2 ", "22 Four fell through.", "0 Appendices", "0 None.",
            ]
        )
    }

    @Test mutating func `later lines begin where the first does`() throws {
        let words = "Four sales fell through in the last days of the quarter."
        let lines = try drawn([build.heading("Homes", number: "1"), build.paragraph(words, number: "1.1")], width: 120)
        #expect(lines.count > 4)
        #expect(lines.dropFirst(3).allSatisfy { $0.hasPrefix("22 ") })
    }

    @Test mutating func `a number that is too wide runs in, and the lines begin at the gutter`() throws {
        let blocks = [
            build.heading("Homes", level: 3, number: "10.10.1"), build.paragraph("Bought.", number: "10.10.1.10"),
        ]
        #expect(try drawn(blocks) == ["22 10.10.1\u{2002}Homes", "22 10.10.1.10\u{2002}Bought."])
    }

    @Test mutating func `text without numbered paragraphs has no gutter`() throws {
        let blocks = [build.heading("Homes", number: "1"), build.paragraph("Bought.")]
        #expect(try drawn(blocks) == ["0 1\u{2002}Homes", "0 Bought."])
    }

    @Test mutating func `the label of a table is printed before its title, on every page`() throws {
        var theme = Theme.plain(width: 200, height: 70)
        theme.table.repeatsTitle = true
        var block = build.table(
            columns: 1,
            header: [build.row("Name", kind: .header)],
            rows: ["one", "two", "three", "four"].map { build.row($0) }
        )
        if case .table(var table) = block.content {
            table.label = "Table 1"
            table.title = "Sales"
            block.content = .table(table)
        }
        let caption = build.paragraph("Sales", role: .caption, number: "Table 1")
        let texts = try pages(of: [caption, block], in: theme).texts
        #expect(texts.count > 1)
        #expect(texts.first?.first == "Table 1\u{2002}Sales")
        #expect(texts.dropFirst().allSatisfy { $0.first?.contains("Table 1\u{2002}Sales") == true }, "\(texts)")
    }

    @Test mutating func `a table without a title goes on under the mark alone`() throws {
        var theme = Theme.plain(width: 200, height: 70)
        theme.table.repeatsTitle = true
        let block = build.table(
            columns: 1,
            header: [build.row("Name", kind: .header)],
            rows: ["one", "two", "three", "four"].map { build.row($0) }
        )
        let texts = try pages(of: [block], in: theme).texts
        #expect(texts.count > 1)
        #expect(texts.map { $0.first } == ["Name"] + Array(repeating: "(continued)", count: texts.count - 1))
    }

    @Test mutating func `what belongs to a table is not beside the gutter`() throws {
        let table = build.table(columns: 1, header: [build.row("Name", kind: .header)], rows: [build.row("pool")])
        let blocks = [
            build.heading("Homes", number: "1"), build.paragraph("Bought.", number: "1.1"),
            build.paragraph("small", role: .tableNote), table,
        ]
        #expect(try drawn(blocks).suffix(3) == ["0 small", "1 Name", "1 pool"])
    }

    @Test mutating func `the number of a paragraph from right to left is at its right`() throws {
        let blocks = [build.heading("Homes", number: "1"), build.paragraph("שלום עולם", number: "1.1")]
        let runs = try drawn(blocks).suffix(2).compactMap { Int($0.prefix { $0 != " " }) }
        #expect(runs[0] > 150)
        #expect(runs[1] < runs[0] - 20)
    }
}
