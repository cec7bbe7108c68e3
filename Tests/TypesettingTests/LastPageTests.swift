// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// A last page that would hold little. Pages have eighty points, for lines of ten points with five between two paragraphs.
struct LastPageTests {
    private var build = PaperBuilder()

    private static func theme(tightening: Double) -> Theme {
        var theme = Theme.plain()
        theme.page.mostTightening = tightening
        return theme
    }

    private mutating func paragraphs(_ count: Int) -> [Block] { (1...count).map { build.paragraph("line \($0)") } }

    /// The distances between the lines of a page.
    private func distances(_ page: Page) -> [Length] {
        let lines = page.items.compactMap { if case .text(let run) = $0 { run.origin.y } else { nil } }
        return zip(lines.dropFirst(), lines).map { $0 - $1 }
    }

    @Test mutating func `spaces are narrowed to save a last page that would hold a line, by no more than it takes`()
        throws
    {
        let blocks = paragraphs(6)
        #expect(try pages(of: blocks).count == 2)
        let tight = try pages(of: blocks, in: Self.theme(tightening: 0.3))
        // With a tenth less there are 82.5 points, with a fifth less eighty.
        #expect(tight.count == 1)
        #expect(Set(distances(tight[0])) == [.points(14)])
    }

    @Test mutating func `spaces stay as they are where narrower ones would not save the page`() throws {
        let blocks = paragraphs(6)
        let made = try pages(of: blocks, in: Self.theme(tightening: 0.15))
        #expect(made.count == 2)
        #expect(distances(made[0]).allSatisfy { $0 == .points(15) })
    }

    @Test mutating func `what is alone on the last page takes two lines with it`() throws {
        let made = try pages(of: paragraphs(6), in: Self.theme(tightening: 0.15))
        #expect(made.texts == [["line 1", "line 2", "line 3"], ["line 4", "line 5", "line 6"]])
    }

    @Test mutating func `the end of a list takes its heading with it`() throws {
        let blocks = paragraphs(11) + [build.heading("Papers"), build.bullets(["one", "two", "three"])]
        func lines(_ theme: Theme) throws -> [[String]] {
            try pages(of: blocks, in: theme).texts.map { page in page.filter { !$0.hasPrefix("line") && $0 != "•" } }
        }
        var theme = Theme.plain(height: 220)
        #expect(try lines(theme) == [["Papers", "one", "two"], ["three"]])
        theme.page.mostTightening = 0.01
        #expect(try lines(theme) == [[], ["Papers", "one", "two", "three"]])
    }

    @Test mutating func `a page that holds a quarter stays`() throws {
        let made = try pages(of: paragraphs(7), in: Self.theme(tightening: 0.3))
        #expect(made.texts.map(\.count) == [5, 2])
    }

    @Test mutating func `a page break is never undone`() throws {
        var blocks = paragraphs(3)
        blocks[2].startsPage = true
        let made = try pages(of: blocks, in: Self.theme(tightening: 0.3))
        #expect(made.texts == [["line 1", "line 2"], ["line 3"]])
    }

    @Test mutating func `what is alone on the last page takes no picture with it`() throws {
        let blocks =
            paragraphs(2) + [build.picture(width: 100, height: 100), build.picture(width: 100, height: 100)]
            + paragraphs(1)
        var theme = Theme.plain(height: 212)
        theme.page.mostTightening = 0.01
        let made = try pages(of: blocks, in: theme)
        #expect(made.count == 2)
        #expect(made.map { page in page.items.count { if case .image = $0 { true } else { false } } } == [2, 0])
    }

    // MARK: - A small table

    private static func tallTheme(tightening: Double) -> Theme {
        var theme = Theme.plain(height: 200)
        theme.page.mostTightening = tightening
        return theme
    }

    /// Paragraphs before a table of a header and three rows: forty-eight of a hundred and eighty points.
    private mutating func blocks(paragraphs count: Int) -> [Block] {
        let rows = (1...3).map { build.row("row \($0)") }
        return paragraphs(count) + [build.table(columns: 1, header: [build.row("Name", kind: .header)], rows: rows)]
    }

    @Test mutating func `spaces are narrowed to save a last page that would hold a small table alone`() throws {
        // The table lacks three points of fifty between the blocks.
        #expect(try pages(of: blocks(paragraphs: 9), in: Self.tallTheme(tightening: 0)).count == 2)
        #expect(try pages(of: blocks(paragraphs: 9), in: Self.tallTheme(tightening: 0.3)).count == 1)
    }

    @Test mutating func `a small table that is alone on the last page takes two lines with it, and stays whole`() throws
    {
        // It lacks eighteen points.
        let made = try pages(of: blocks(paragraphs: 10), in: Self.tallTheme(tightening: 0.3)).texts
        #expect(made.map { $0.filter { $0.hasPrefix("line") }.count } == [8, 2])
        #expect(made.map { $0.filter { $0.hasPrefix("row") }.count } == [0, 3])
    }

    @Test mutating func `the end of a table that goes on is no small table`() throws {
        let rows = (1...18).map { build.row("row \($0)") }
        let table = build.table(columns: 1, header: [build.row("Name", kind: .header)], rows: rows)
        let made = try pages(of: [table], in: Self.tallTheme(tightening: 0.3)).texts
        #expect(made.map { $0.count { $0.hasPrefix("row") } } == [14, 4])
    }

    // MARK: - Before turned sheets

    /// Paragraphs, a table on a sheet of its own, and a paragraph.
    private mutating func blocksAroundTurned(paragraphs count: Int) -> [Block] {
        let wide = Table(columns: [Table.Column()], header: [], rows: [build.row("wide")], isLandscape: true)
        return paragraphs(count) + [Block(id: build.node(), .table(wide)), build.paragraph("after")]
    }

    @Test mutating func `spaces are narrowed to save a page before turned sheets that would hold a line`() throws {
        // A page of a hundred and eighty points holds twelve lines.
        var theme = Theme.plain(width: 100, height: 200)
        #expect(try pages(of: blocksAroundTurned(paragraphs: 13), in: theme).count == 4)
        theme.page.mostTightening = 0.3
        let made = try pages(of: blocksAroundTurned(paragraphs: 13), in: theme)
        #expect(made.texts.map(\.count) == [13, 1, 1])
        #expect(Set(distances(made[0])) == [.points(14)])
    }

    @Test
    mutating func `spaces are narrowed to save a page before turned sheets that would hold only a line of a note`()
        throws
    {
        let note = build.note("1", (1...8).map { "abcdefgh\($0)ijkl" }.joined(separator: " "))
        let marked = Paragraph([.text("marked"), build.mark(of: note)])
        var blocks = blocksAroundTurned(paragraphs: 6)
        blocks.insert(Block(id: build.node(), .paragraph(marked)), at: 6)
        blocks.append(Block(id: build.node(), .notes([note])))
        var theme = Theme.plain(width: 100, height: 200)
        let wide = try pages(of: blocks, in: theme).texts
        #expect(wide.count == 4 && wide[1] == ["abcdefgh8ijkl"], "\(wide)")
        theme.page.mostTightening = 0.9
        let made = try pages(of: blocks, in: theme).texts
        #expect(made.count == 3 && made[0].last == "abcdefgh8ijkl", "\(made)")
    }

    @Test mutating func `what is alone before turned sheets takes two lines with it`() throws {
        var theme = Theme.plain(width: 100, height: 200)
        theme.page.mostTightening = 0.1
        let made = try pages(of: blocksAroundTurned(paragraphs: 13), in: theme)
        #expect(made.texts.map(\.count) == [10, 3, 1, 1])
    }
}
