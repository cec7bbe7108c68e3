// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Boxes around parts of a paper.
struct PanelTests {
    private var build = PaperBuilder()
    private let pale = Colour(red: 0xF3, green: 0xF6, blue: 0xF8)

    private func theme(bar: Bool = true, height: Double = 100) -> Theme {
        var theme = Theme.plain(width: 200, height: height)
        let padding = Sides<Length>(top: .points(5), right: .points(6), bottom: .points(5), left: .points(6))
        theme.panel =
            bar
            ? Theme.PanelStyle(bar: .points(4), fill: pale, border: .zero, padding: padding)
            : Theme.PanelStyle(padding: padding)
        return theme
    }

    private func fills(_ page: Page) -> [Fill] {
        page.items.compactMap { if case .fill(let fill) = $0 { fill } else { nil } }
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    @Test mutating func `a ground and a bar are behind all of its words, and drawn before them`() throws {
        let blocks = [build.paragraph("Members are asked:"), build.bullets(["one", "two"])].inPanel(.request)
        let page = try #require(try pages(of: blocks, in: theme()).first)
        let fills = fills(page)
        #expect(fills.map(\.colour) == [pale, theme().accent.colour])
        let ground = try #require(fills.first).rectangle
        #expect(ground.size.width == .points(180))
        #expect(fills.last?.rectangle.size == Size(width: .points(4), height: ground.size.height))
        let runs = runs(page)
        #expect(runs.first?.origin.x == .points(20))
        #expect(runs.allSatisfy { $0.origin.y > ground.origin.y + .points(5) })
        #expect(runs.allSatisfy { $0.origin.y < ground.origin.y + ground.size.height - .points(5) })
        if case .fill = page.items.first {} else { Issue.record() }
    }

    @Test mutating func `plain ruled it has four rules and no ground`() throws {
        let page = try #require(
            try pages(of: [build.paragraph("For decision")].inPanel(.request), in: theme(bar: false)).first
        )
        #expect(fills(page) == [])
        let rules = page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(rules.count == 4)
        #expect(rules.map(\.thickness) == Array(repeating: .points(0.75), count: 4))
    }

    @Test mutating func `what goes on a page is not divided`() throws {
        let before = (1...5).map { build.paragraph("line \($0)") }
        let blocks = before + ["one", "two", "three"].map { build.paragraph($0) }.inPanel(.request)
        let pages = try pages(of: blocks, in: theme(height: 110))
        #expect(pages.texts == [["line 1", "line 2", "line 3", "line 4", "line 5"], ["one", "two", "three"]])
        #expect(fills(pages[1]).count == 2)
    }

    @Test mutating func `what goes on no page is divided, and every line has its ground`() throws {
        let words = (1...20).map { "line \($0)" }
        let pages = try pages(of: words.map { build.paragraph($0) }.inPanel(.request), in: theme())
        #expect(pages.count > 3)
        #expect(pages.texts.flatMap(\.self) == words)
        for page in pages {
            let grounds = fills(page).filter { $0.colour == pale }.map(\.rectangle)
            for run in runs(page) {
                #expect(
                    grounds.contains { $0.origin.y <= run.origin.y && run.origin.y < $0.origin.y + $0.size.height }
                )
            }
        }
    }

    @Test mutating func `two of them are not joined, and a heading in one is in the outline`() throws {
        let blocks =
            [build.heading("Purpose"), build.paragraph("For decision")].inPanel(.request)
            + [build.paragraph("Agree it.")].inPanel(.request) + [build.paragraph("after")]
        var builder = PaperBuilder()
        let paper = try typeset(builder.paper(blocks), theme: theme(height: 200), shaper: Repository.shaper())
        let page = try #require(paper.pages.first)
        #expect(fills(page).count == 4)
        #expect(runs(page).last?.origin.x == .points(10))
        #expect(paper.outline.map(\.title) == ["Purpose"])
    }
}
