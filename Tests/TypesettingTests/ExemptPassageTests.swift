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

    // MARK: - In lists and in tables

    @Test mutating func `the bar of a passage in an item stands in the margin of the text, clear of the marker`() throws
    {
        let items = [
            List.Item(id: build.node(), blocks: [build.paragraph("item"), passage("secret")]),
            List.Item(id: build.node(), blocks: [passage("hidden")]),
        ]
        let list = Block(id: build.node(), .list(List(marker: .bullet, items: items)))
        let page = try #require(pages(of: [list], in: Self.theme()).first)
        #expect(runs(page).filter { $0.text != "•" }.allSatisfy { $0.origin.x == .points(40) })
        #expect(rules(page).count >= 4)
        #expect(rules(page).allSatisfy { $0.from.x == .points(18) && $0.thickness == .points(4) })
    }

    /// A row, whose first cell may say that it is exempt, and its value.
    private mutating func row(_ name: String, isExempt: Bool, value: [Block]) -> Table.Row {
        var cell = build.cell(name)
        cell.isHeader = true
        if isExempt { cell.blocks.insert(build.paragraph("[Exempt]", role: .exemptMark), at: 0) }
        return build.row([cell, Table.Cell(id: build.node(), blocks: value)])
    }

    private func bars(_ page: Page) -> [RuleLine] { rules(page).filter { $0.thickness == .points(4) } }

    @Test mutating func `the bar of an exempt row is outside the table, as high as the row`() throws {
        let rows = [
            row("open", isExempt: false, value: [build.paragraph("x")]),
            row("closed", isExempt: true, value: [build.paragraph("y")]),
        ]
        let block = build.table(columns: 2, header: [build.row("Name", "Value", kind: .header)], rows: rows)
        let page = try #require(pages(of: [block], in: Self.theme()).first)
        // Under a header and a row of twelve points: a mark of ten, the point under it, the name, and the padding.
        #expect(bars(page).map(\.from) == [Point(x: .points(18), y: .points(54))])
        #expect(bars(page).map(\.to) == [Point(x: .points(18), y: .points(54 + 23))])
        #expect(runs(page).map(\.text) == ["Name", "Value", "open", "x", "[Exempt]", "closed", "y"])
    }

    @Test mutating func `on each page that an exempt row goes over, the bar is beside it and its name stands again`()
        throws
    {
        let lines = (1...30).map { build.paragraph("line\($0)") }
        let block = build.table(
            columns: 2,
            header: [build.row("Name", "Value", kind: .header)],
            rows: [row("closed", isExempt: true, value: lines)]
        )
        let theme = Self.theme()
        let pages = try pages(of: [block], in: theme)
        #expect(pages.count > 2)
        for page in pages {
            #expect(bars(page).count == 1)
            #expect(bars(page).first.map { $0.to.y - $0.from.y } ?? .zero > .points(40))
            #expect(runs(page).contains { $0.text == "closed" })
        }
    }

    @Test mutating func `there is none where the margin has no room, or the theme no bar`() throws {
        let block = build.table(
            columns: 2,
            header: [build.row("Name", "Value", kind: .header)],
            rows: [row("closed", isExempt: true, value: [build.paragraph("y")])]
        )
        var narrow = Self.theme()
        narrow.page.margins.left = .points(13)
        for theme in [narrow, Self.theme(bar: false)] {
            #expect(try pages(of: [block], in: theme).flatMap { bars($0) } == [])
        }
    }

    @Test mutating func `in a cell the bar is beside the words, which are set in for it`() throws {
        let block = build.table(
            columns: 2,
            header: [build.row("Name", "Value", kind: .header)],
            rows: [row("open", isExempt: false, value: [build.paragraph("x"), passage("secret")])]
        )
        let page = try #require(pages(of: [block], in: Self.theme()).first)
        let x = try #require(runs(page).first { $0.text == "x" }).origin.x
        let secret = try #require(runs(page).first { $0.text == "secret" }).origin.x
        #expect(secret == x + .points(10))
        #expect(bars(page).allSatisfy { $0.from.x == x + .points(2) })
        #expect(bars(page).count == 3)
    }
}
