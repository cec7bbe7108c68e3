// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// Titles of columns that run upwards.
struct RotatedTitleTests {
    private var build = PaperBuilder()

    private mutating func table(_ title: String, rows: Int = 2, rotates: Bool = true) -> Block {
        var columns = Array(repeating: Table.Column(), count: 4)
        for index in 1...3 { columns[index].rotatesTitle = rotates }
        let header = build.row("Measure", title, title, title, kind: .header)
        let name = "the visits that people make to libraries and museums in a year, by branch and by ward"
        let body = (1...rows).map { build.row(name, "\($0)", "\($0 + 1)", "\($0 + 2)") }
        return Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: body)))
    }

    private func titles(_ page: Page) -> [TextRun] {
        page.items.compactMap { item in if case .text(let run) = item, run.isRotated { run } else { nil } }
    }

    private static let theme = Theme.plain(height: 300)

    @Test mutating func `a title runs upwards from the foot of the header, over a column as narrow as its values`()
        throws
    {
        let block = table("Performance")
        let page = try #require(try pages(of: [block], in: Self.theme).first)
        let runs = titles(page)
        #expect(runs.map(\.text) == ["Performance", "Performance", "Performance"])
        let measure = try #require(
            page.items.compactMap { item -> TextRun? in
                if case .text(let run) = item, run.text == "Measure" { run } else { nil }
            }.first
        )
        // It begins a point of padding over the foot, as the lines beside it end there.
        let width = try #require(runs.first).width
        #expect(runs.allSatisfy { $0.origin.y == .points(10) + .points(1) + width })
        #expect(measure.origin.y < runs[0].origin.y)
        // A line of ten points between paddings of a point, and its share of what is left.
        let distance = runs[1].origin.x - runs[0].origin.x
        #expect(distance >= .points(12) && distance < .points(20))
        #expect(LayoutProof([page], of: [block], in: Self.theme).faults() == [])
        let upright = try pages(of: [table("Performance", rotates: false)], in: Self.theme)
        let lefts = upright.flatMap(\.items).compactMap { item -> Length? in
            if case .text(let run) = item, run.text == "Performance" { run.origin.x } else { nil }
        }
        #expect(upright.flatMap { titles($0) }.isEmpty)
        #expect(lefts.count == 3 && lefts[1] - lefts[0] > width)
    }

    @Test mutating func `a title from right to left makes the header as high as its words`() throws {
        let page = try #require(try pages(of: [table("עלות")], in: Self.theme).first)
        let run = try #require(titles(page).first)
        let rules = page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        let edges = Set(rules.filter { $0.from.y == $0.to.y }.map(\.from.y)).sorted()
        try #require(edges.count >= 2)
        #expect(edges[1] - edges[0] <= max(run.width, .points(10)) + .points(4))
    }

    @Test mutating func `a title with a word that is longer than a third of the page is upright`() throws {
        let block = table("Verwaltungsverfahrensgesetze")
        let pages = try pages(of: [block], in: Theme.plain(height: 260))
        #expect(pages.flatMap { titles($0) }.isEmpty)
        #expect(LayoutProof(pages, of: [block], in: Theme.plain(height: 260)).faults() == [])
    }

    @Test
    mutating func `a long title has lines beside one another, from left to right, as short as its words allow`()
        throws
    {
        let block = table("Actual performance in the last quarter of the year")
        let page = try #require(try pages(of: [block], in: Self.theme).first)
        let first = titles(page).prefix { $0.owner == titles(page)[0].owner }
        #expect(first.count > 3)
        #expect(first.map(\.text).joined() == "Actual performance in the last quarter of the year")
        for (run, next) in zip(first, first.dropFirst()) { #expect(next.origin.x - run.origin.x == .points(10)) }
        // A third of the page, which on its side is 180 points high, and a space.
        #expect(first.allSatisfy { $0.width < .points(63) })
        #expect(LayoutProof([page], of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `it is repeated as furniture on each page, as any header is`() throws {
        let block = table("Performance", rows: 30)
        let pages = try pages(of: [block], in: Self.theme)
        #expect(pages.count > 1)
        for page in pages.dropFirst() {
            #expect(titles(page).map(\.owner) == Array(repeating: .furniture(.repeatedHeader), count: 3))
        }
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `links and notes of a title are where its words are`() throws {
        let note = build.note("note 1", "What it means.")
        var block = table("Actual")
        guard case .table(var table) = block.content else { return #expect(Bool(false)) }
        let link = Link(id: build.node(), target: .address("https://a.example"), [.text("Actual")])
        table.header[0].cells[1].blocks = [
            Block(id: build.node(), .paragraph(Paragraph([.link(link), .text(" "), build.mark(of: note)])))
        ]
        table.notes = [note]
        block.content = .table(table)
        let page = try #require(try pages(of: [block], in: Self.theme).first)
        let run = try #require(titles(page).first)
        let area = try #require(
            page.items.compactMap { item in
                if case .link(let area) = item, area.contents == "Actual" { area } else { nil }
            }
            .first
        )
        // The area is that of the word, and the run ends with a space.
        #expect(area.rectangle.size.width == .points(10))
        #expect(area.rectangle.size.height > .points(20) && area.rectangle.size.height < run.width)
        #expect(area.rectangle.origin.y + area.rectangle.size.height == run.origin.y)
        #expect(area.rectangle.origin.x < run.origin.x && run.origin.x < area.rectangle.origin.x + .points(10))
        #expect(page.lines.contains { $0.contains("What it means.") })
        #expect(LayoutProof([page], of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `what leads back to a mark in a title leads to the mark, not to the top of the header`() throws
    {
        let notes = [build.note("note 1", "What it means."), build.note("note 2", "Where it is from.")]
        var block = table("Actual")
        guard case .table(var table) = block.content else { return #expect(Bool(false)) }
        let words: [Inline] = [
            .text("Actual"), build.mark(of: notes[0]), .text(" figures of all branches of the service"),
            build.mark(of: notes[1]),
        ]
        table.header[0].cells[1].blocks = [Block(id: build.node(), .paragraph(Paragraph(words)))]
        table.notes = notes
        block.content = .table(table)
        let page = try #require(try pages(of: [block], in: Self.theme).first)
        for note in notes {
            let area = try #require(
                page.items.compactMap { item -> LinkArea? in
                    if case .link(let area) = item, area.node == note.mark { area } else { nil }
                }.first
            )
            let place = try #require(page.destinations.first { $0.anchor == NoteMark.anchor(of: note.mark) })
            #expect(place.point.y == area.rectangle.origin.y)
        }
        let heights = Set(
            notes.map { note in page.destinations.first { $0.anchor == NoteMark.anchor(of: note.mark) }?.point.y }
        )
        #expect(heights.count == 2)
    }

    @Test mutating func `a column narrower than a line of its title has it upright, which is reported`() throws {
        var block = table("Actual")
        guard case .table(var table) = block.content else { return #expect(Bool(false)) }
        table.columns[2].width = .fixed(.points(8))
        block.content = .table(table)
        let paper = build.paper([block])
        let typeset = try typeset(paper, theme: Self.theme, shaper: Repository.shaper())
        #expect(titles(typeset.pages[0]).count == 2)
        #expect(
            typeset.diagnostics.map(\.message) == [
                "a title that should run upwards stands upright: its column is narrower than a line of it"
            ]
        )
        #expect(typeset.diagnostics.map(\.hint) == ["give the column more room, or leave out its `width`"])
        let words = typeset.pages[0].items.compactMap { item in if case .text(let run) = item { run.text } else { nil }
        }
        #expect(words.joined().contains("Actual"))
    }
}
