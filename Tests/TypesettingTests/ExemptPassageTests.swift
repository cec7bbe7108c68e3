// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The bar beside a passage that is not for publication.
struct ExemptPassageTests {
    private var build = PaperBuilder()

    private static func theme(bar: Bool = true, height: Double = 200) -> Theme {
        var theme = Theme.plain(width: 200, height: height, margin: 30)
        if bar {
            var mark = theme.body
            mark.text.size = .points(6)
            mark.after = .points(1)
            theme.exempt = Theme.ExemptStyle(mark: mark, bar: .points(4), outside: .points(12))
        }
        return theme
    }

    private mutating func passage(_ words: String, role: Paragraph.Role = .exemptMark) -> Block {
        let inner = [build.paragraph("[Exempt]", role: role), build.paragraph(words)]
        return Block(id: build.node(), .quotation(inner))
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    private func rules(_ page: Page) -> [RuleLine] {
        page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    }

    @Test mutating func `the bar is in the margin, and the passage in line with the text`() throws {
        let blocks = [build.paragraph("before"), passage("secret"), build.paragraph("after")]
        let page = try #require(pages(of: blocks, in: Self.theme()).first)
        let words = runs(page)
        #expect(words.map(\.text) == ["before", "[Exempt]", "secret", "after"])
        #expect(words.allSatisfy { $0.origin.x == .points(30) })
        let bars = rules(page)
        #expect(bars.allSatisfy { $0.from.x == .points(18) && $0.thickness == .points(4) })
        // The two lines of the passage and the point between them, without a gap.
        #expect(bars.map(\.from.y).min() == .points(45))
        #expect(bars.map(\.to.y).max() == .points(66))
        #expect(bars.reduce(Length.zero) { $0 + $1.to.y - $1.from.y } == .points(21))
    }

    @Test mutating func `it goes on beside the rest of a passage on the next page`() throws {
        let long = String(repeating: "secret ", count: 80)
        let pages = try pages(of: [passage(long)], in: Self.theme(height: 130))
        #expect(pages.count > 1)
        #expect(pages.allSatisfy { page in rules(page).count >= runs(page).count })
    }

    @Test mutating func `a quotation, and a passage in a theme without the bar, are set in`() throws {
        let quotation = passage("words", role: .leadIn)
        let quoted = try #require(pages(of: [quotation], in: Self.theme()).first)
        #expect(rules(quoted) == [])
        #expect(runs(quoted).allSatisfy { $0.origin.x == .points(40) })
        let plain = try #require(pages(of: [passage("words")], in: Self.theme(bar: false)).first)
        #expect(rules(plain) == [])
        #expect(runs(plain).allSatisfy { $0.origin.x == .points(40) })
    }

    @Test mutating func `in the gutter of numbered paragraphs it is beside the text`() throws {
        let blocks = [
            build.heading("Part", number: "1"), build.paragraph("before", number: "1.1"), passage("secret"),
        ]
        let page = try #require(pages(of: blocks, in: Self.theme()).first)
        let gutter = Self.theme().numberGutter
        #expect(runs(page).suffix(2).allSatisfy { $0.origin.x == .points(30) + gutter })
        #expect(rules(page).allSatisfy { $0.from.x == .points(18) + gutter })
    }

    @Test mutating func `beside a passage from right to left it is at the right`() throws {
        let inner = [build.paragraph("סוד", role: .exemptMark), build.paragraph("סוד")]
        let block = Block(id: build.node(), .quotation(inner))
        let page = try #require(pages(of: [block], in: Self.theme()).first)
        #expect(rules(page).allSatisfy { $0.from.x == .points(182) })
        #expect(!rules(page).isEmpty)
    }
}
