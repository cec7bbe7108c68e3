// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Faults that users of other programs report, each as a small paper.
@Suite struct ReportedFaultTests {
    private var build = PaperBuilder()

    private func lines(_ range: ClosedRange<Int>) -> String { range.map { "line \($0)" }.joined(separator: "\n") }

    private mutating func cell(_ text: String, marking note: Note, rows: Int = 1) -> Table.Cell {
        let paragraph = Block(id: build.node(), .paragraph(Paragraph([.text(text), build.mark(of: note)])))
        return Table.Cell(id: build.node(), rowSpan: rows, blocks: [paragraph])
    }

    private mutating func table(
        _ rows: [Table.Row],
        header: String = "Name",
        columns: Int = 1,
        notes: [Note] = [],
        isLandscape: Bool = false
    ) -> Block {
        let header = build.row([build.cell(header)] + (1..<columns).map { build.cell("Value \($0)") }, kind: .header)
        return Block(
            id: build.node(),
            .table(
                Table(
                    columns: Array(repeating: Table.Column(width: .share(1)), count: columns),
                    header: [header],
                    rows: rows,
                    notes: notes,
                    isLandscape: isLandscape
                )
            )
        )
    }

    private func faults(_ blocks: [Block], in theme: Theme) throws -> [String] {
        LayoutProof(try pages(of: blocks, in: theme), of: blocks, in: theme).faults()
    }

    @Test(arguments: 1...12) mutating func `rows before a row with a note stay where they have room`(at: Int) throws {
        let note = build.note("note 1", (1...12).map { "note\($0)" }.joined(separator: " "))
        let rows = (1...12).map { index in
            index == at ? build.row([cell("row \(index)", marking: note)]) : build.row("row \(index)")
        }
        let blocks = [table(rows, notes: [note])]
        let made = try pages(of: blocks)
        for page in made.dropLast() {
            switch page.ending.cause {
            case .row(let row): #expect(row.whole > page.ending.white, "\(made.texts)")
            case .lastRows: break
            default: Issue.record("\(page.ending)")
            }
        }
        let marked = try #require(made.texts.first { $0.contains("row \(at)") })
        #expect(marked.contains { $0.hasPrefix("note1") || $0.contains(" note1") }, "\(marked)")
        #expect(try faults(blocks, in: .plain()) == [])
    }

    @Test mutating func `a row under a row with a note is kept whole, since what the note takes is not empty`() throws {
        let note = build.note("note 1", (1...60).map { "n\($0)" }.joined(separator: " "))
        let rows = [build.row([cell("first", marking: note)]), build.row(lines(1...10))]
        var theme = Theme.plain(height: 220)
        theme.table.waste = 0.6
        let made = try pages(of: [table(rows, notes: [note])], in: theme)
        #expect(made.texts.map { $0.count { $0.hasPrefix("line") } } == [0, 10])
        if case .row(let row) = made[0].ending.cause {
            #expect(row.whole > made[0].ending.white && row.least < made[0].ending.white)
        } else {
            Issue.record("\(made[0].ending)")
        }
        // With the note, more of the page would be empty than may be.
        #expect(made[0].ending.white < .points(120) && made[0].ending.white + .points(50) > .points(120))
    }

    @Test(arguments: Array(stride(from: 70.0, through: 160, by: 3)))
    mutating func `a comment shared over rows goes on over pages with no word lost`(height: Double) throws {
        let shared = build.cell((1...60).map { "w\($0)" }.joined(separator: " "), rows: 3)
        let rows = [build.row([build.cell("one"), shared]), build.row("two"), build.row("three"), build.row("4", "5")]
        let blocks = [table(rows, columns: 2)]
        #expect(try faults(blocks, in: .plain(width: 120, height: height)) == [])
    }

    @Test(arguments: 0...24) mutating func `a heading, its lead-in, header, bands and first row are never parted`(
        before: Int
    ) throws {
        let rows =
            [build.band("Division", columns: 1), build.band("Unit", level: 2, columns: 1)]
            + (1...3).map { build.row("row \($0)") }
        let blocks =
            (0..<before).map { build.paragraph("paragraph \($0)") } + [
                build.heading("Progress"), build.heading("Exceptions", level: 2),
                build.paragraph("They are as follows.", role: .leadIn), table(rows),
            ]
        let made = try pages(of: blocks, in: .plain(height: 200)).texts
        let page = try #require(made.first { $0.contains("Progress") })
        let chain = ["Progress", "Exceptions", "They are as follows.", "Name", "Division", "Unit", "row 1"]
        #expect(page.drop { $0 != "Progress" }.prefix(7) == chain[...], "\(made)")
    }

    @Test mutating func `a table on its side takes its heading and its notes along, and pages are counted on`() throws {
        let note = build.note("note 1", "The note.")
        let blocks = [
            build.reference("See", .page, to: "Wide"), build.heading("Wide"),
            table([build.row([cell("one", marking: note)])], notes: [note], isLandscape: true),
            build.reference("See", .page, to: "After"), build.heading("After"), build.paragraph("upright"),
        ]
        let foot = RunningText(left: [.text("Page "), .page, .text(" of "), .pages])
        let theme = Theme.plain(width: 160, height: 240, margin: 30)
        let paper = try typeset(build.paper(blocks, foot: foot), theme: theme, shaper: Repository.shaper())
        let mark = "[note\u{A0}1]"
        #expect(
            paper.pages.texts == [
                ["See", "page 2", "Page 1 of 3"],
                ["Wide", "Name", "one", mark, mark, "The note.", "Page 2 of 3"],
                ["See", "page 3", "After", "upright", "Page 3 of 3"],
            ]
        )
        let foots = paper.pages.map { page in
            page.items.compactMap { item in
                if case .text(let run) = item, run.text.hasPrefix("Page") { run.origin.y } else { nil }
            }
        }
        #expect(paper.pages.map { $0.size.width > $0.size.height } == [false, true, false])
        #expect(foots[0] == foots[2] && foots[1][0] == foots[0][0] - .points(80))
    }

    @Test(arguments: 1...30) mutating func `a header of any height loses no word and does not go on for ever`(
        height: Int
    ) throws {
        let header = (1...height).map { "h\($0)" }.joined(separator: "\n")
        let blocks = [table((1...6).map { build.row("row \($0)") }, header: header)]
        #expect(try faults(blocks, in: .plain()) == [])
        // A header has one more line than goes on three quarters of a page, and each page a row or a part of the header.
        #expect(try pages(of: blocks).count <= 4 + height / 4)
    }

    @Test(arguments: 0...9) mutating func `a table under a sentence goes over pages with its header and whole rows`(
        before: Int
    ) throws {
        let rows = (1...9).map { build.row("row \($0) a\nrow \($0) b", "\($0)") }
        let blocks =
            (0..<before).map { build.paragraph("paragraph \($0)") }
            + [build.paragraph("The figures are as follows:", role: .leadIn), table(rows, columns: 2)]
        let theme = Theme.plain(height: 140)
        let made = try pages(of: blocks, in: theme).texts
        let start = try #require(made.firstIndex { $0.contains("The figures are as follows:") })
        for page in made[start...] {
            #expect(page.contains("Name") && page.contains("Value 1"), "\(made)")
            for row in 1...9 { #expect(page.contains("row \(row) a") == page.contains("row \(row) b"), "\(made)") }
        }
        #expect(made[start].contains("row 1 a"))
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a shared comment with a note that is shown again on the next page has one note and one place`()
        throws
    {
        let note = build.note("note 1", "The note.")
        let rows =
            [build.row([build.cell("row 1"), cell("shared", marking: note, rows: 9)])]
            + (2...9).map { build.row("row \($0)") }
        let made = try pages(of: [table(rows, columns: 2, notes: [note])])
        #expect(made.count > 1 && made.allSatisfy { $0.lines.contains { $0.hasPrefix("shared") } })
        #expect(made.texts.joined().count { $0 == "The note." } == 1)
        let places = made.flatMap(\.destinations).map(\.anchor)
        #expect(places.count { $0 == NoteMark.anchor(of: note.mark) } == 1)
        #expect(Set(places).count == places.count)
    }
}
