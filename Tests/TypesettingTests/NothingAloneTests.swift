// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// What should not stand alone on a page, and what may not be left empty for its sake.
///
/// Pages hold eight lines of ten points, if they are of no other height; five rows of a line go under a header of one.
@Suite struct NothingAloneTests {
    private var build = PaperBuilder()

    private mutating func rows(_ range: ClosedRange<Int>) -> [Table.Row] { range.map { build.row("row \($0)") } }

    private mutating func table(_ rows: [Table.Row]) -> Block {
        build.table(columns: 1, header: [build.row("Name", kind: .header)], rows: rows)
    }

    private mutating func cell(_ inlines: [Inline]) -> Table.Cell {
        let paragraph = Block(id: build.node(), .paragraph(Paragraph(inlines)))
        return Table.Cell(id: build.node(), blocks: [paragraph])
    }

    @Test mutating func `a band without a row brings the last rows of its table to the next page`() throws {
        let table = table(rows(1...5) + [build.band("No returns", columns: 1)])
        #expect(
            try pages(of: [table]).texts == [
                ["Name", "row 1", "row 2", "row 3"], ["Name", "row 4", "row 5", "No returns"],
            ]
        )
    }

    @Test mutating func `a signature behind a table that ends in a band stays with the band`() throws {
        let signature = Signature(name: [.text("Pat Smith")], post: [.text("Director")])
        let blocks = [
            table(rows(1...6) + [build.band("No returns", columns: 1)]),
            Block(id: build.node(), .signature(signature)),
        ]
        #expect(
            try pages(of: blocks, in: .plain(height: 140)).texts == [
                ["Name", "row 1", "row 2", "row 3", "row 4"],
                ["Name", "row 5", "row 6", "No returns", "Pat Smith", "Director"],
            ]
        )
    }

    @Test(arguments: 6...9) mutating func `the last row does not go on with two lines on a page of its own`(
        count: Int
    ) throws {
        let lines = (1...count).map { "line \($0)" }
        let table = table([build.row(lines.joined(separator: "\n"))])
        // Five lines fit under the header.
        let counts = try pages(of: [table]).texts.map { $0.count - 1 }
        #expect(counts == [[3, 3], [4, 3], [4, 4], [5, 4]][count - 6])
    }

    @Test mutating func `a last row of any height is not alone, unless more of the page would be empty than may be`()
        throws
    {
        // A hundred and eighty points hold the header and fourteen rows; the last row has five lines.
        let last = build.row((1...5).map { "line \($0)" }.joined(separator: "\n"))
        let table = table(rows(1...13) + [last])
        func names(waste: Double) throws -> [[String]] {
            var theme = Theme.plain(height: 200)
            theme.table.waste = waste
            return try pages(of: [table], in: theme).texts.map { page in page.filter { $0.hasPrefix("row") } }
        }
        let all = (1...13).map { "row \($0)" }
        // Without the thirteenth row twenty-four points are empty, a little more than an eighth of the page.
        #expect(try names(waste: 0.14) == [Array(all.dropLast()), ["row 13"]])
        #expect(try names(waste: 0.13) == [all, []])
    }

    @Test mutating func `a high last row is alone where its section would have a page more`() throws {
        let last = build.row((1...5).map { "line \($0)" }.joined(separator: "\n"))
        let table = table(rows(1...13) + [last])
        func names(paragraphs: Int) throws -> [[String]] {
            let after = (1...paragraphs).map { build.paragraph("paragraph \($0)") }
            return try pages(of: [table] + after, in: .plain(height: 200)).texts.map { page in
                page.filter { $0.hasPrefix("row") }
            }
        }
        // The header and the last row leave room for seven paragraphs, and with the row before it for six.
        #expect(try names(paragraphs: 6).map(\.count) == [12, 1])
        #expect(try names(paragraphs: 7).map(\.count) == [13, 0])
    }

    @Test mutating func `a note mark that has no room beside its word stands on the page of its word`() throws {
        for height in stride(from: 60.0, through: 120, by: 1) {
            let note = build.note("note 1", "Late.")
            let inlines: [Inline] = (1...12).flatMap { index -> [Inline] in
                index % 2 == 0
                    ? [.text("abcdefghijk\(index) ")]
                    : [.text("abcdefghijk\(index)"), build.mark(of: note), .text(" ")]
            }
            let blocks = [table([build.row([cell(inlines)])]), Block(id: build.node(), .notes([note]))]
            let marked = try pages(of: blocks, in: .plain(width: 82, height: height)).texts
            #expect(marked.joined().count { $0 == "[note\u{A0}1]" } == 7, "every mark on a line of its own")
            for page in marked {
                let body = page.drop { $0 == "Name" }
                #expect(body.first?.hasPrefix("[note") != true || body.count <= 3, "\(height): \(marked)")
            }
        }
    }

    @Test mutating func `a note mark on a line of its own brings the line before it over a page`() throws {
        let note = build.note("note 1", "Late.")
        let words = (1...4).map { Inline.text("abcdefghijk\($0) ") }
        let last = [Inline.text("abcdefghijk5"), build.mark(of: note), .text(" abcdefghijk6 abcdefghijk7")]
        let text = Block(id: build.node(), .paragraph(Paragraph(words + last)))
        let blocks = [build.paragraph("one"), text, Block(id: build.node(), .notes([note]))]
        for height in stride(from: 90.0, through: 120, by: 1) {
            let marked = try pages(of: blocks, in: .plain(width: 82, height: height)).texts
            let page = try #require(marked.first { $0.contains("abcdefghijk5") })
            #expect(page.contains("[note\u{A0}1]"), "\(height): \(marked)")
            #expect(page.last == "Late.", "\(height): \(marked)")
        }
    }

    @Test mutating func `what follows a table has the room that the limit of its notes leaves`() throws {
        let note = build.note("note 1", (1...300).map { "n\($0)" }.joined(separator: " "))
        let header = build.row("h1\nh2\nh3\nh4\nh5\nh6", kind: .header)
        let row = build.row([cell([.text("row"), build.mark(of: note)])])
        let columns = [Table.Column(width: .share(1))]
        let table = Table(columns: columns, header: [header], rows: [row], notes: [note])
        let blocks = [Block(id: build.node(), .table(table)), build.paragraph("after")]
        // The head takes eighty points of two hundred, its row twelve, and notes no more than seventy.
        #expect(try pages(of: blocks, in: .plain(height: 220)).texts[0].contains("after"))
    }

    /// Words that lead into a list of items of some lines each, behind paragraphs.
    private mutating func recommendations(after count: Int, items: [Int]) -> [Block] {
        let leadIn = Block(id: build.node(), .paragraph(Paragraph([.text("Members are asked to:")], role: .leadIn)))
        let list = build.bullets(
            items.enumerated().map { index, lines in
                (1...lines).map { "item\(index)line\($0)andmorewords" }.joined(separator: " ")
            }
        )
        return (0..<count).map { build.paragraph("paragraph \($0)") } + [leadIn, list]
    }

    @Test mutating func `the second item of a list begins on the page of the first and of the words before it`() throws
    {
        for count in 0...34 {
            let blocks = recommendations(after: count, items: [2, 3, 2])
            let made = try pages(of: blocks, in: .plain(width: 160, height: 400)).texts
            let leading = try #require(made.first { $0.contains("Members are asked to:") })
            #expect(leading.contains { $0.contains("item0line2") }, "\(count): \(made)")
            #expect(leading.contains { $0.contains("item1line1") }, "\(count): \(made)")
        }
    }

    @Test mutating func `the first item of a list is parted from the second rather than leave much of a page empty`()
        throws
    {
        var parted = 0
        for count in 0...16 {
            let blocks = recommendations(after: count, items: [2, 3, 2])
            let made = try pages(of: blocks, in: .plain(width: 160, height: 200)).texts
            let leading = try #require(made.first { $0.contains("Members are asked to:") })
            #expect(leading.contains { $0.contains("item0line2") }, "\(count): \(made)")
            if !leading.contains(where: { $0.contains("item1line1") }) { parted += 1 }
        }
        #expect(parted > 0)
    }

    @Test mutating func `a long first item of a list is parted from the second rather than leave its page empty`()
        throws
    {
        let made = try pages(of: recommendations(after: 6, items: [9, 2]), in: .plain(width: 160, height: 200)).texts
        #expect(made[0].contains("Members are asked to:"))
        #expect(made[0].contains { $0.contains("item0line1") })
        #expect(made[0].contains { $0.contains("item1line1") } == false)
    }

    @Test mutating func `a small table is not divided, unless more of the page would be empty than may be`() throws {
        let before = (1...9).map { build.paragraph("paragraph \($0)") }
        let blocks = before + [build.heading("Exceptions"), table(rows(1...3))]
        func counts(waste: Double) throws -> [Int] {
            var theme = Theme.plain(height: 200)
            theme.table.waste = waste
            return try pages(of: blocks, in: theme).texts.map { $0.count { $0.hasPrefix("row") } }
        }
        // Of a hundred and eighty points thirty are left under the heading, forty-five with it; the table has forty-eight.
        #expect(try counts(waste: 0.25) == [0, 3])
        #expect(try counts(waste: 0.35) == [0, 3])
        #expect(try counts(waste: 0.2)[0] > 0)
    }

    @Test
    mutating func
        `a heading and a header go to the next page with a first row only if no more is left empty than may be`()
        throws
    {
        let lines = (1...8).map { "line \($0)" }
        func blocks(paragraphs: Int) -> [Block] {
            (1...paragraphs).map { build.paragraph("paragraph \($0)") } + [
                build.heading("Exceptions"), table([build.row(lines.joined(separator: "\n"))]),
            ]
        }
        // The page has a hundred and eighty points; heading, header and row take a hundred and thirty.
        let early = try pages(of: blocks(paragraphs: 5), in: .plain(height: 200)).texts
        #expect(early.map { $0.count { $0.hasPrefix("line") } } == [4, 4])
        #expect(early[0].contains("Exceptions"))
        let late = try pages(of: blocks(paragraphs: 9), in: .plain(height: 200)).texts
        #expect(late.map { $0.count { $0.hasPrefix("line") } } == [0, 8])
        #expect(late[1].prefix(2) == ["Exceptions", "Name"])
    }
}
