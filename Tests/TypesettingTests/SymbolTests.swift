// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Symbols before words, as paths.
struct SymbolTests {
    private var build = PaperBuilder()
    private static let theme = Theme.plain(width: 100, height: 300)

    private mutating func page(_ words: String, _ symbol: Symbol?, in theme: Theme = Self.theme) throws -> Page {
        var block = build.paragraph(words)
        if case .paragraph(var paragraph) = block.content {
            paragraph.symbol = symbol
            block.content = .paragraph(paragraph)
        }
        return try #require(try pages(of: [block], in: theme).first)
    }

    private func marks(_ page: Page) -> [PathMark] {
        page.items.compactMap { if case .path(let mark) = $0 { mark } else { nil } }
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    @Test mutating func `words stand under a symbol that leaves no letter room beside it`() throws {
        let theme = Theme.plain(width: 35, height: 300)
        let plain = runs(try page("Off target", nil, in: theme))
        let page = try page("Off target", .square, in: theme)
        let lines = runs(page)
        #expect(lines.map(\.text) == plain.map(\.text))
        #expect(lines.map(\.origin.x) == plain.map(\.origin.x))
        #expect(zip(lines, plain).allSatisfy { $0.origin.y - $1.origin.y == .points(10) })
        #expect(try #require(marks(page).first?.path.bounds).origin.y < .points(20))
    }

    @Test mutating func `words begin after their symbol, on every line`() throws {
        let words = "Within tolerance of the target that was set"
        let plain = runs(try page(words, nil))
        let page = try page(words, .diamond)
        let lines = runs(page)
        #expect(lines.count > plain.count)
        let inset = try #require(lines.first).origin.x - #require(plain.first).origin.x
        #expect(Set(lines.map(\.origin.x)).count == 1)
        #expect(inset > .points(9))
        let drawn = try #require(marks(page).compactMap(\.path.bounds).first)
        #expect(drawn.origin.x + drawn.size.width < lines[0].origin.x)
        #expect(drawn.origin.y > .zero)
        #expect(drawn.origin.y + drawn.size.height <= lines[0].origin.y + .points(1))
    }

    @Test mutating func `a symbol is furniture, and leaves the words as they are`() throws {
        for symbol in Symbol.allCases {
            let page = try page("Off target", symbol)
            #expect(marks(page).isEmpty == false)
            #expect(marks(page).allSatisfy { $0.owner == .furniture(.symbol) })
            #expect(runs(page).map(\.text) == ["Off target"])
            #expect(runs(page).allSatisfy { if case .node = $0.owner { true } else { false } })
        }
    }

    @Test mutating func `every symbol has a shape of its own, whatever its colour`() throws {
        var shapes: Set<[String]> = []
        for symbol in Symbol.allCases {
            let outlines = marks(try page("Words", symbol)).map { "\($0.path) \($0.fill != nil)" }
            #expect(shapes.insert(outlines).inserted, "\(symbol)")
        }
    }

    @Test mutating func `a theme without symbols has the words alone, where they would be without`() throws {
        var theme = Self.theme
        theme.symbols = nil
        let page = try page("Off target", .square, in: theme)
        #expect(marks(page).isEmpty)
        #expect(try runs(page).map(\.origin) == runs(self.page("Off target", nil, in: theme)).map(\.origin))
    }

    @Test mutating func `a column has room for the symbol beside the longest word`() throws {
        func table(_ symbol: Symbol?) -> Block {
            var row = build.row("Extraordinarily", "x")
            if case .paragraph(var paragraph) = row.cells[0].blocks[0].content {
                paragraph.symbol = symbol
                row.cells[0].blocks[0].content = .paragraph(paragraph)
            }
            return build.table(columns: 2, header: [build.row("A", "B", kind: .header)], rows: [row])
        }
        let narrow = Theme.plain(width: 140, height: 300)
        let with = try #require(try pages(of: [table(.square)], in: narrow).first)
        let line = try #require(runs(with).first { $0.text.hasPrefix("Extra") })
        #expect(line.text == "Extraordinarily")
        let mark = try #require(marks(with).compactMap(\.path.bounds).first)
        #expect(mark.origin.x >= .points(10))
        #expect(line.origin.x > mark.origin.x + mark.size.width)
    }
}
