// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Tables in items of lists.
struct ListTableTests {
    private var build = PaperBuilder()

    private mutating func list(
        rows: Int = 2,
        values: [String] = ["1"],
        marker: List.Marker = .bullet,
        after: String? = "after"
    ) -> Block {
        let columns = values.count + 1
        let header = build.row((["Name"] + values.map { _ in "Value" }).map { build.cell($0) }, kind: .header)
        let body = (1...rows).map { row in build.row((["row\(row)"] + values).map { build.cell($0) }) }
        var blocks = [build.paragraph("before", role: .leadIn)]
        blocks.append(build.table(columns: columns, header: [header], rows: body))
        if let after { blocks.append(build.paragraph(after)) }
        let first = List.Item(id: build.node(), blocks: blocks)
        let second = List.Item(id: build.node(), blocks: [build.paragraph("second")])
        return Block(id: build.node(), .list(List(marker: marker, items: [first, second])))
    }

    private func run(_ text: String, on pages: [Page]) -> TextRun? {
        for case .text(let run) in pages.flatMap(\.items) where run.text == text { return run }
        return nil
    }

    /// The leftmost of the upright borders.
    private func left(of pages: [Page]) -> Length? {
        pages.flatMap(\.items).compactMap { item in
            if case .rule(let rule) = item, rule.from.x == rule.to.x { rule.from.x } else { nil }
        }.min()
    }

    @Test
    mutating func `a table stands in the place of its item, as far from the margin as the text before and after it`()
        throws
    {
        let block = list()
        let theme = Theme.plain(height: 200)
        let pages = try pages(of: [block], in: theme)
        #expect(
            pages.texts == [["•", "before", "Name", "Value", "row1", "1", "row2", "1", "after", "•", "second"]]
        )
        let inset = theme.page.margins.left + theme.list.indent
        #expect(run("before", on: pages)?.origin.x == inset)
        #expect(run("after", on: pages)?.origin.x == inset)
        #expect(left(of: pages) == inset)
        #expect(LayoutProof(pages, of: [block], in: theme).faults() == [])
    }

    @Test mutating func `it is as far from the margin as the widest marker asks, and so is what follows it`() throws {
        let block = list(marker: .decimal(start: 999_999))
        let pages = try pages(of: [block], in: .plain(height: 200))
        let text = try #require(run("before", on: pages)?.origin.x)
        #expect(text > .points(40))
        #expect(run("after", on: pages)?.origin.x == text)
        #expect(run("second", on: pages)?.origin.x == text)
        #expect(left(of: pages) == text)
    }

    @Test mutating func `it goes over pages as any table does, with its header on each`() throws {
        let block = list(rows: 12)
        let pages = try pages(of: [block])
        #expect(pages.count == 3)
        for texts in pages.texts.dropFirst() { #expect(texts.prefix(2) == ["Name", "Value"]) }
        #expect(left(of: [pages[1]]) == .points(20))
        #expect(LayoutProof(pages, of: [block], in: .plain()).faults() == [])
    }

    @Test mutating func `it has the whole measure under its item where its words have no room beside the margin of it`()
        throws
    {
        let word = "responsibilities"
        let theme = Theme.plain(width: 152, height: 200)
        let block = list(values: [word])
        let pages = try pages(of: [block], in: theme)
        #expect(left(of: pages) == .points(20))
        let wide = list(values: [word, word])
        let wider = try TypesettingTests.pages(of: [wide], in: theme)
        #expect(left(of: wider) == .points(10))
        #expect(wider.allSatisfy { $0.size.width < $0.size.height })
        #expect(LayoutProof(wider, of: [wide], in: theme).faults() == [])
    }

    @Test mutating func `the text before it, or its marker, stays with it`() throws {
        for height in stride(from: 60.0, through: 120, by: 2) {
            let theme = Theme.plain(height: height)
            var bare = list()
            if case .list(var list) = bare.content {
                list.items[0].blocks.removeFirst()
                bare.content = .list(list)
            }
            for block in [list(), bare] {
                let blocks = [build.paragraph("one two three four five six seven eight nine ten eleven"), block]
                let pages = try pages(of: blocks, in: theme)
                #expect(LayoutProof(pages, of: blocks, in: theme).faults() == [], "\(height)")
                for texts in pages.texts { #expect(texts.last != "before" && texts.last != "•", "\(height)") }
            }
        }
    }

    @Test mutating func `one in a list in a list is as far from the margin as its own item`() throws {
        var outer = list(after: nil)
        let inner = list()
        guard case .list(var list) = outer.content else { return #expect(Bool(false)) }
        list.items[0].blocks = [build.paragraph("outer"), inner]
        outer.content = .list(list)
        let theme = Theme.plain(height: 240)
        let pages = try pages(of: [outer], in: theme)
        #expect(run("outer", on: pages)?.origin.x == .points(20))
        #expect(run("before", on: pages)?.origin.x == .points(30))
        #expect(left(of: pages) == .points(30))
        #expect(run("after", on: pages)?.origin.x == .points(30))
        #expect(LayoutProof(pages, of: [outer], in: theme).faults() == [])
    }
}
