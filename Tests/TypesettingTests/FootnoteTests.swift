// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
@testable import Typesetting

/// Pages hold eight lines of ten points; what is over the notes takes ten more.
@Suite struct FootnoteTests {
    private var build = PaperBuilder()

    private mutating func paragraph(_ text: String, marking note: Note) -> Block {
        Block(id: build.node(), .paragraph(Paragraph([.text(text), build.mark(of: note)])))
    }

    private mutating func cell(_ text: String, marking note: Note) -> Table.Cell {
        let blocks = [paragraph(text, marking: note)]
        return Table.Cell(id: build.node(), blocks: blocks)
    }

    private mutating func notes(_ notes: [Note]) -> Block { Block(id: build.node(), .notes(notes)) }

    private mutating func table(
        header: [Table.Row] = [],
        _ rows: [Table.Row],
        columns: Int = 2,
        notes: [Note]
    ) -> Block {
        let columns = Array(repeating: Table.Column(width: .share(1)), count: columns)
        return Block(id: build.node(), .table(Table(columns: columns, header: header, rows: rows, notes: notes)))
    }

    /// The lines of each page in one, which is easier to read.
    private func lines(of blocks: [Block], in theme: Theme = .plain()) throws -> [String] {
        try pages(of: blocks, in: theme).texts.map { $0.joined(separator: " ") }
    }

    @Test mutating func `a note of a text stands at the foot of the page of its mark, after the text`() throws {
        let note = build.note("note 1", "The note.")
        let blocks = [paragraph("one", marking: note), notes([note]), build.paragraph("two")]
        let pages = try pages(of: blocks)
        #expect(pages.texts == [["one", "[note\u{A0}1]", "two", "[note\u{A0}1]", "The note."]])
        let last = try #require(pages[0].items.last)
        guard case .text(let run) = last else { return }
        // The baseline of the page's last line.
        #expect(run.origin.y > .points(80) && run.origin.y < .points(90))
    }

    @Test mutating func `a row with a note of half a page under a head of nearly half has a quarter of each page`()
        throws
    {
        let note = build.note("note 1", (1...300).map { "n\($0)" }.joined(separator: " "))
        let header = build.row("h1\nh2\nh3\nh4\nh5\nh6", "Value", kind: .header)
        let long = build.cell((1...20).map { "line \($0)" }.joined(separator: "\n"))
        let row = build.row([long, cell("Late.", marking: note)])
        let block = table(header: [header], [row], notes: [note])
        let pages = try pages(of: [block], in: .plain(height: 220))
        // A quarter of a page of two hundred points has room for three lines of ten points with three between two; the
        // fifth page has the end of the note alone. Of its last lines, as many go on as stay.
        #expect(pages.texts.map { $0.count { $0.hasPrefix("line") } } == [4, 3, 3, 3, 3, 4])
        let words = pages.texts.joined().joined(separator: " ").split(separator: " ").filter {
            $0.hasPrefix("n") && $0.count > 1
        }
        #expect(words == (1...300).map { "n\($0)" })
    }

    @Test mutating func `a mark that is divided over lines is one place, where it begins`() throws {
        let note = build.note("note 1234567890", "The note.")
        let again = NoteMark(id: build.node(), note: note.id, label: note.label)
        let inlines = [Inline.text("one"), build.mark(of: note), .noteMark(again), .text("two")]
        let block = Block(id: build.node(), .paragraph(Paragraph(inlines)))
        let pages = try pages(of: [block, notes([note])], in: .plain(width: 50, height: 400))
        let mark = ["[note 12", "345678", "90]"].map { $0.replacing(" ", with: "\u{A0}") }
        #expect(pages.texts == [["one"] + mark + mark + ["two"] + mark + ["The", "note."]])
        let places = pages[0].destinations.map(\.anchor).filter { $0.hasPrefix("mark.") }
        #expect(places == [NoteMark.anchor(of: note.mark), NoteMark.anchor(of: again.id)])
    }

    @Test mutating func `text goes to the next page rather than stand without room for its note`() throws {
        let note = build.note("note 1", "The note.")
        var blocks = (1...4).map { build.paragraph("line \($0)") }
        blocks += [paragraph("marked", marking: note), notes([note])]
        #expect(
            try lines(of: blocks) == [
                "line 1 line 2 line 3 line 4", "marked [note\u{A0}1] [note\u{A0}1] The note.",
            ]
        )
    }

    @Test mutating func `a note of a body cell stands at the foot of the page that its row comes to stand on`() throws {
        let note = build.note("note 1", "The note.")
        let header = build.row("Name", "Value", kind: .header)
        var rows = (1...9).map { build.row("row \($0)", "\($0)") }
        rows[6] = build.row([cell("row 7", marking: note), build.cell("7")])
        #expect(
            try lines(of: [table(header: [header], rows, notes: [note])]) == [
                "Name Value row 1 1 row 2 2 row 3 3 row 4 4 row 5 5",
                "Name Value row 6 6 row 7 [note\u{A0}1] 7 row 8 8 row 9 9 [note\u{A0}1] The note.",
            ]
        )
    }

    @Test mutating func `a note of a header that is repeated stands once, on the first page, and is never renumbered`()
        throws
    {
        let first = build.note("note 1", "Of the header.")
        let second = build.note("note 2", "Of a row.")
        let header = build.row([cell("Name", marking: first), build.cell("Value")], kind: .header)
        var rows = (1...8).map { build.row("row \($0)", "\($0)") }
        rows[6] = build.row([cell("row 7", marking: second), build.cell("7")])
        #expect(
            try lines(of: [table(header: [header], rows, notes: [first, second])]) == [
                "Name [note\u{A0}1] Value row 1 1 row 2 2 row 3 3 row 4 4 [note\u{A0}1] Of the header.",
                "Name [note\u{A0}1] Value row 5 5 row 6 6 row 7 [note\u{A0}2] 7 row 8 8 [note\u{A0}2] Of a row.",
            ]
        )
    }

    @Test mutating func `a divided cell brings only the notes of the lines that stand on the page`() throws {
        let early = build.note("note 1", "Early.")
        let late = build.note("note 2", "Late.")
        let words = (1...12).map { [Inline.text("word \($0)"), .lineBreak] }
        var inlines = Array(words.joined())
        inlines.insert(build.mark(of: late), at: 21)
        inlines.insert(build.mark(of: early), at: 1)
        let cell = Table.Cell(id: build.node(), blocks: [Block(id: build.node(), .paragraph(Paragraph(inlines)))])
        let lines = try lines(of: [table([build.row([cell])], columns: 1, notes: [early, late])])
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("word 1 [note\u{A0}1] word 2") && lines[0].hasSuffix("[note\u{A0}1] Early."))
        #expect(lines[2] == "word 10 word 11 [note\u{A0}2] word 12 [note\u{A0}2] Late.")
    }

    @Test mutating func `notes of more than half a page go on at the foot of the next page, and nothing is lost`()
        throws
    {
        let long = (1...40).map { "word\($0)" }.joined(separator: " ")
        let note = build.note("note 1", long)
        let blocks = [paragraph("marked", marking: note), notes([note])]
        let pages = try pages(of: blocks, in: .plain(width: 80))
        let words = pages.texts.joined().joined(separator: " ").split(separator: " ").filter { $0.hasPrefix("word") }
        #expect(words.map(String.init) == (1...40).map { "word\($0)" })
        #expect(pages.count > 1)
        for page in pages {
            for case .text(let run) in page.items { #expect(run.origin.y < .points(90)) }
        }
    }

    @Test mutating func `a note may carry a mark, whose note follows it`() throws {
        let inner = build.note("note 2", "Inner.")
        var outer = build.note("note 1", "")
        outer.blocks = [paragraph("Outer", marking: inner)]
        let blocks = [paragraph("one", marking: outer), notes([outer, inner])]
        #expect(
            try lines(of: blocks) == [
                "one [note\u{A0}1] [note\u{A0}1] Outer [note\u{A0}2] [note\u{A0}2] Inner."
            ]
        )
    }

    @Test mutating func `a mark leads to its note, and the note back to its first mark`() throws {
        let note = build.note("note 1", "The note.")
        let header = build.row([cell("Name", marking: note), build.cell("Value")], kind: .header)
        let page = try pages(of: [table(header: [header], [build.row("one", "1")], notes: [note])])[0]
        let targets = page.items.compactMap { item -> Link.Target? in
            if case .link(let link) = item { link.target } else { nil }
        }
        let places = [note.anchor, NoteMark.anchor(of: note.mark)]
        #expect(targets == places.map { .anchor($0) })
        #expect(Set(page.destinations.map(\.anchor)) == Set(places))
    }

    @Test mutating func `a heading's bookmark is without the mark of its note`() throws {
        let note = build.note("note 1", "The note.")
        let heading = Heading(level: 1, [.text("Progress"), build.mark(of: note)], anchor: "progress")
        let blocks = [Block(id: build.node(), .heading(heading)), build.paragraph("one"), notes([note])]
        let paper = try typeset(build.paper(blocks), theme: .plain(), shaper: Repository.shaper())
        #expect(paper.outline.map(\.title) == ["Progress"])
    }

    @Test mutating func `a table on its side has its notes at the foot of its own page`() throws {
        let note = build.note("note 1", "The note.")
        let header = build.row([cell("Name", marking: note), build.cell("Value")], kind: .header)
        let columns = Array(repeating: Table.Column(width: .share(1)), count: 2)
        let wide = Table(
            columns: columns,
            header: [header],
            rows: [build.row("one", "1")],
            notes: [note],
            isLandscape: true
        )
        let blocks = [build.paragraph("before"), Block(id: build.node(), .table(wide)), build.paragraph("after")]
        #expect(
            try lines(of: blocks, in: .plain(width: 100, height: 200)) == [
                "before", "Name [note\u{A0}1] Value one 1 [note\u{A0}1] The note.", "after",
            ]
        )
    }

    @Test mutating func `a theme may give a table's title and a word overleaf to what goes on`() throws {
        var theme = Theme.plain()
        theme.table.repeatsTitle = true
        theme.table.announcesOverleaf = true
        let header = build.row("Name", kind: .header)
        let rows = (1...8).map { build.row("row \($0)") }
        let table = Table(columns: [Table.Column(width: .share(1))], header: [header], rows: rows, title: "Rows")
        #expect(
            try lines(of: [Block(id: build.node(), .table(table))], in: theme) == [
                "Name row 1 row 2 row 3 row 4 continued overleaf",
                "Rows (continued) Name row 5 row 6 row 7 row 8",
            ]
        )
    }
}
