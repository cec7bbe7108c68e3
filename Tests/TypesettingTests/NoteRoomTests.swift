// SPDX-License-Identifier: Apache-2.0

import Geometry
import Intake
import Layouts
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Typesetting

/// How a row or a line of text and its note share what is left of a page.
@Suite struct NoteRoomTests {
    private var build = PaperBuilder()

    private func words(_ name: String, _ count: Int) -> String {
        (1...count).map { "\(name)\($0)" }.joined(separator: " ")
    }

    /// A row of lines, one of which marks a note.
    private mutating func row(lines: Int, marking line: Int, _ note: Note) -> Table.Row {
        let blocks = [
            Block(
                id: build.node(),
                .paragraph(
                    Paragraph(
                        (1...lines).flatMap { index -> [Inline] in
                            let mark = index == line ? [build.mark(of: note)] : []
                            return [.text("line \(index)")] + mark + (index == lines ? [] : [.lineBreak])
                        }
                    )
                )
            )
        ]
        return build.row([Table.Cell(id: build.node(), blocks: blocks)])
    }

    private mutating func table(_ rows: [Table.Row], _ notes: [Note]) -> Block {
        let table = Table(
            columns: [Table.Column(width: .share(1))],
            header: [build.row("Name", kind: .header)],
            rows: rows,
            notes: notes
        )
        return Block(id: build.node(), .table(table))
    }

    private func faults(_ blocks: [Block], in theme: Theme) throws -> [String] {
        LayoutProof(try pages(of: blocks, in: theme), of: blocks, in: theme).faults()
    }

    /// The lines of the row and of the note on each page.
    private func counts(_ pages: [Page]) -> [[Int]] {
        pages.texts.map { page in
            [page.count { $0.hasPrefix("line") }, page.count { $0.hasPrefix("n") && $0.contains { $0.isNumber } }]
        }
    }

    @Test(arguments: ["accessible", "heritage", "large-print"])
    mutating func `case 03: a long note goes on at the foot of the next page, and its row stays whole`(name: String)
        throws
    {
        let contents = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts)
        let theme = try #require(contents.layouts.themes[name])
        let sentence =
            "The service has asked two other suppliers for prices and will report what they say to the "
            + "committee in the new year. "
        let note = build.note("note 1", String(repeating: sentence, count: 7))
        let comment = Block(id: build.node(), .paragraph(Paragraph([.text(sentence), build.mark(of: note)])))
        let rows = [
            build.row([build.cell("L1: First"), build.cell("Outcome"), Table.Cell(id: build.node(), blocks: [comment])]
            ),
            build.row([
                build.cell("L2: Second"), build.cell("Outcome"), build.cell(String(repeating: sentence, count: 4)),
            ]),
        ]
        let titles = ["Project, development or key action", "Planned outcome or deliverable", "Comments"]
        var table = Table(
            columns: [Table.Column(), Table.Column(folds: true), Table.Column(folds: true)],
            header: [build.row(titles.map { build.cell($0) }, kind: .header)],
            rows: [build.band("Libraries", columns: 3)] + rows,
            title: "Exception reporting against projects, developments and key actions"
        )
        table.notes = [note]
        let blocks = [
            build.heading("Progress against business plans"),
            build.heading("Exception reporting against projects, developments and key actions", level: 2),
            build.paragraph(
                "The following are not expected to be completed. The reason is given for each:",
                role: .leadIn
            ),
            Block(id: build.node(), .table(table)),
        ]
        let made = try pages(of: blocks, in: theme)
        let first = try #require(made.texts.first { $0.contains { $0.contains("First") } })
        #expect(first.contains { $0.contains("[note\u{A0}1]") }, "\(made.texts)")
        // The second row is whole on one page.
        let proof = LayoutProof(made, of: blocks, in: theme)
        for row in 1...2 {
            #expect(proof.pages(ofRow: row, block: 3).count == 1, "\(made.texts)")
        }
        #expect(proof.faultsInAnyTheme() == [])
    }

    @Test mutating func `a row with a note that has no room whole stays whole, and the note goes on`() throws {
        let note = build.note("note 1", words("n", 200))
        let blocks =
            (1...6).map { build.paragraph("paragraph \($0)") } + [table([row(lines: 5, marking: 5, note)], [note])]
        var theme = Theme.plain(height: 220)
        theme.table.waste = 0.1
        let made = try pages(of: blocks, in: theme)
        #expect(counts(made).map { $0[0] } == [5, 0])
        #expect(made[0].ending.white < .points(10))
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a row that little room is left under goes to the next page with all of its note`() throws {
        let note = build.note("note 1", words("n", 40))
        let blocks =
            (1...7).map { build.paragraph("paragraph \($0)") } + [table([row(lines: 5, marking: 5, note)], [note])]
        var theme = Theme.plain(height: 220)
        theme.table.waste = 0.9
        let made = try pages(of: blocks, in: theme)
        #expect(counts(made).map { $0[0] } == [0, 5])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a row that is divided has half of the room that it shares with its note`() throws {
        let note = build.note("note 1", words("n", 400))
        let blocks = [table([row(lines: 40, marking: 3, note)], [note])]
        let theme = Theme.plain(height: 220)
        let made = try pages(of: blocks, in: theme)
        // Under the header there are 188 points, half of them for nine lines.
        #expect(counts(made)[0][0] == 9)
        #expect(made[0].ending.white < .points(10))
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a row stays whole beside what an earlier page has left of a note, which goes on waiting`()
        throws
    {
        let note = build.note("note 1", words("n", 150))
        let second = build.row((1...8).map { "other \($0)" }.joined(separator: "\n"))
        let blocks =
            (1...6).map { build.paragraph("paragraph \($0)") } + [
                table([row(lines: 5, marking: 5, note), second], [note])
            ]
        var theme = Theme.plain(height: 220)
        theme.table.waste = 0.1
        let made = try pages(of: blocks, in: theme)
        #expect(made.texts.map { $0.count { $0.hasPrefix("other") } } == [0, 8, 0])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a line whose note has no room whole stays where too much of the page would be empty`() throws {
        let note = build.note("note 1", words("n", 200))
        func blocks(paragraphs: Int) -> [Block] {
            (1...paragraphs).map { build.paragraph("paragraph \($0)") } + [
                Block(id: build.node(), .paragraph(Paragraph([.text("line 1"), build.mark(of: note)]))),
                Block(id: build.node(), .notes([note])),
            ]
        }
        // Of two hundred points the note asks for a hundred: there are ninety-five under eight paragraphs, and twenty-five under eleven.
        let early = try pages(of: blocks(paragraphs: 8), in: .plain(height: 220))
        #expect(counts(early).map { $0[0] } == [1, 0])
        #expect(early[0].ending.white < .points(10))
        let late = try pages(of: blocks(paragraphs: 11), in: .plain(height: 220))
        #expect(counts(late).map { $0[0] } == [0, 1, 0])
    }
}
