// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct RunningLinesTests {
    private func page(head: RunningText, width: Double = 200) throws -> Page {
        var build = PaperBuilder()
        let paper = build.paper([build.paragraph("text")], head: head)
        return try #require(
            try typeset(paper, theme: .plain(width: width), shaper: Repository.shaper()).pages.first
        )
    }

    @Test func `left and right share a line where they go on one`() throws {
        let page = try page(
            head: RunningText(left: [.text("Left")], right: [.text("Page "), .page, .text(" of "), .pages])
        )
        let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        #expect(runs.map(\.text) == ["text", "Left", "Page 1 of 1"])
        #expect(runs[1].origin.y == runs[2].origin.y)
        #expect(runs[2].origin.x + runs[2].width == .points(190))
    }

    /// The texts of the foot of each page, by lines.
    private func feet(_ foot: RunningText, pages: Int, width: Double) throws -> [[[String]]] {
        var build = PaperBuilder()
        let blocks = (1...pages).map { page in
            var block = build.paragraph("text")
            block.startsPage = page > 1
            return block
        }
        let paper = build.paper(blocks, foot: foot)
        return try typeset(paper, theme: .plain(width: width), shaper: Repository.shaper()).pages.map { page in
            let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }.dropFirst()
            return Set(runs.map(\.origin.y)).sorted().map { y in runs.filter { $0.origin.y == y }.map(\.text) }
        }
    }

    @Test func `a centre part that has room only between the others stands there`() throws {
        let foot = RunningText(
            left: [.text("Unrestricted papers")],
            centre: [.text("Wealdshire")],
            right: [.text("1")]
        )
        #expect(try feet(foot, pages: 1, width: 180) == [[["Unrestricted papers", "Wealdshire", "1"]]])
        var build = PaperBuilder()
        let paper = build.paper([build.paragraph("text")], foot: foot)
        let page = try #require(try typeset(paper, theme: .plain(width: 180), shaper: Repository.shaper()).pages.first)
        let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }.dropFirst()
        let edges = runs.map { (start: $0.origin.x, end: $0.origin.x + $0.width) }
        let gaps = zip(edges, edges.dropFirst()).map { $1.start - $0.end }
        #expect(gaps.count == 2)
        #expect(abs((gaps[0] - gaps[1]).points) < 0.01)
        #expect(gaps[0] >= .points(10))
    }

    @Test func `a centre part that has none there stands under the others, on all pages if on the last`() throws {
        let foot = RunningText(
            left: [.text("Exempt in part")],
            centre: [.text("Council of Wealdshire")],
            right: [.text("Page "), .page, .text(" of "), .pages]
        )
        let lines = try feet(foot, pages: 10, width: 200)
        #expect(lines.first == [["Exempt in part", "Page 1 of 10"], ["Council of Wealdshire"]])
        #expect(lines.last == [["Exempt in part", "Page 10 of 10"], ["Council of Wealdshire"]])
    }

    @Test func `pages of an appendix are counted from one, and those before the first appendix apart`() throws {
        var build = PaperBuilder()
        func section(_ appendix: Int?, pages: Int) -> Section {
            let blocks = (1...pages).map { page in
                var block = build.paragraph("text")
                block.startsPage = page > 1
                return block
            }
            var section = Section(id: build.node(), label: appendix.map { "Appendix \($0)" } ?? "", blocks: blocks)
            section.appendix = appendix
            return section
        }
        var paper = build.paper(
            [],
            foot: RunningText(
                left: [.page, .text(" of "), .pages],
                right: [.sectionLabel, .text(" "), .appendixPage, .text("/"), .appendixPages]
            )
        )
        // An appendix may have several sections.
        paper.sections = [section(nil, pages: 2), section(1, pages: 1), section(1, pages: 2), section(2, pages: 1)]
        let pages = try typeset(paper, theme: .plain(), shaper: Repository.shaper()).pages
        #expect(
            pages.texts.map { Array($0.dropFirst()) } == [
                ["1 of 6", "1/2"], ["2 of 6", "2/2"], ["3 of 6", "Appendix 1 1/3"], ["4 of 6", "Appendix 1 2/3"],
                ["5 of 6", "Appendix 1 3/3"], ["6 of 6", "Appendix 2 1/1"],
            ]
        )
    }

    @Test func `where they do not, they stand one under the other, clear of the text, and no word is lost`() throws {
        let long = "Half-year monitoring of the annual operating plans 2009/10"
        let page = try page(
            head: RunningText(left: [.text(long)], right: [.text("Appendix 1: Environment")]),
            width: 150
        )
        let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        let head = runs.dropFirst()
        #expect(head.map(\.text).joined() == long + "Appendix 1: Environment")
        #expect(Set(head.map(\.origin.y)).count == head.count)
        let lowest = try #require(head.map(\.origin.y).max())
        #expect(runs[0].origin.y >= lowest + .points(10))
    }

    @Test func `sheets that lie on their side have the lines that a head of one line there leaves`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let rows = (1...30).map { build.row("row\($0)", "\($0)") }
        var block = build.table(columns: 2, header: [header], rows: rows)
        guard case .table(var table) = block.content else { return }
        table.isLandscape = true
        block.content = .table(table)
        // Wider than an upright sheet, so that its two parts stand under one another there.
        let head = RunningText(
            left: [.text("Half-year monitoring of plans")],
            right: [.text("Appendix 1: Environment")]
        )
        let paper = build.paper([build.paragraph("text"), block], head: head)
        let pages = try typeset(paper, theme: .plain(width: 200, height: 400), shaper: Repository.shaper()).pages
        func baselines(_ page: Page) -> Set<Length> {
            Set(
                page.items.compactMap { item in
                    if case .text(let run) = item, run.owner == .furniture(.head) { run.origin.y } else { nil }
                }
            )
        }
        #expect(pages.map { baselines($0).count } == [2] + pages.dropFirst().map { _ in 1 })
        // A line of ten points, and a third of one under it, from the edge of the sheet; upright a line more.
        #expect(pages.map(\.ending.capacity)[1] - Length.points(200 - 10) == -Length.points(10) / 3 - .points(10))
        #expect(pages[0].ending.capacity < .points(400 - 10 - 20))
    }
}
