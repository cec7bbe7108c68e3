// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Where a page ends within a cell.
struct DividedCellTests {
    private func boxes(_ keeps: [Bool]) -> ArraySlice<Box> {
        keeps.map { keeps in
            var box = Box(height: .points(10))
            box.keepsWithNext = keeps
            return box
        }[...]
    }

    @Test func `a page ends behind none of the lines that all stay with the next`() {
        let name = boxes([true, true, true, false, false])
        #expect(name.countEndingWell(within: 3) == 0)
        #expect(name.countEndingWell(within: 4) == 4)
        #expect(name.countEndingWell(within: 5) == 5)
        #expect(name.leastCountEndingWell == 5)
    }

    @Test func `a line that would be alone on the next page takes those with it that stay together`() {
        // A label over the first of two items of a list.
        let list = boxes([false, false, true, false, false])
        #expect(list.countLeavingTwo(of: 4) == 2)
        #expect(list.countLeavingTwo(of: 3) == 3)
        #expect(list.countLeavingTwo(of: 5) == 5)
        #expect(boxes([false, true, false, false]).countLeavingTwo(of: 3) == 3)
        #expect(boxes([false]).countLeavingTwo(of: 0) == 0)
    }

    @Test func `the first status stands on the page of the figure that it is of, and others where there is room`()
        throws
    {
        var parted = 0
        for count in 0...14 {
            var build = PaperBuilder()
            var paragraphs = (0..<count).map { Paragraph([.text("line \($0)")]) } + [Paragraph([.text("30")])]
            paragraphs += ["Missed", "Worse", "Worse again"].map { words in
                var status = Paragraph([.text(words)])
                status.symbol = .square
                return status
            }
            paragraphs += [Paragraph([.text("why")]), Paragraph([.text("and what")])]
            let cell = Table.Cell(
                id: build.node(),
                blocks: paragraphs.map { Block(id: build.node(), .paragraph($0)) }
            )
            let header = build.row("Name", "Value", kind: .header)
            let row = build.row([build.cell("name"), cell])
            let pages = try pages(of: [build.table(columns: 2, header: [header], rows: [row])])
            let page = try #require(pages.texts.first { $0.contains("Missed") })
            #expect(page.contains("30"), "\(count): \(pages.texts)")
            if !page.contains("Worse again") { parted += 1 }
        }
        #expect(parted > 0)
    }

    @Test func `09 no page ends or begins with a single line of an item`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let id = build.node()
        let items = (1...9).map { item in
            "item \(item) " + (1...(item % 3 + 2)).map { "word\($0) word\($0) word\($0)" }.joined(separator: " ")
        }
        let cell = Table.Cell(id: id, blocks: [build.bullets(items)])
        let rows = [build.row([build.cell("long"), cell])]
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(pages.count > 2)
        for (page, next) in zip(pages.texts, pages.texts.dropFirst()) {
            // The lines of the last item on the page, and those of the same item on the next.
            let last = try #require(page.lastIndex { $0.contains("item ") })
            let before = page[last...].count
            let after = next.drop { !$0.contains("word") && !$0.contains("item ") }.prefix { !$0.contains("item ") }
                .count
            #expect(after == 0 || before >= 2 && after >= 2, "\(page) \(next)")
        }
    }
}
