// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Why pages end, as the paginator records it. Pages hold eight lines of ten points.
@Suite struct PageEndingTests {
    private var build = PaperBuilder()

    private func endings(of blocks: [Block], in theme: Theme = .plain()) throws -> [PageEnding] {
        try pages(of: blocks, in: theme).map(\.ending)
    }

    private func causes(of blocks: [Block], in theme: Theme = .plain()) throws -> [PageEnding.Cause] {
        try endings(of: blocks, in: theme).map(\.cause)
    }

    private func extent(_ whole: Double, least: Double? = nil) -> PageEnding.Extent {
        PageEnding.Extent(whole: .points(whole), least: .points(least ?? whole))
    }

    private mutating func table(_ rows: [Table.Row], notes: [Note] = []) -> Block {
        let columns = [Table.Column(width: .share(1))]
        let header = build.row("Name", kind: .header)
        return Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: rows, notes: notes)))
    }

    @Test mutating func `a page that is full of text says how high the next line is, and a section how much is left`()
        throws
    {
        let lines = (1...7).map { build.paragraph("line \($0)") }
        #expect(
            try endings(of: lines) == [
                PageEnding(cause: .text(height: .points(15)), white: .points(10), capacity: .points(80)),
                PageEnding(cause: .sectionEnd, white: .points(55), capacity: .points(80)),
            ]
        )
    }

    @Test mutating func `a heading that goes to the next page says how high it is with what it leads into`() throws {
        let lines = (1...4).map { build.paragraph("line \($0)") }
        #expect(
            try causes(of: lines + [build.heading("Progress"), build.paragraph("text")])
                == [.kept(extent(30)), .sectionEnd]
        )
        #expect(
            try causes(of: lines + [build.heading("Progress"), table([build.row("row")])])
                == [.kept(extent(44)), .sectionEnd]
        )
    }

    @Test mutating func `a table that begins on the next page says how much it needs`() throws {
        let lines = (1...5).map { build.paragraph("line \($0)") }
        #expect(try causes(of: lines + [table([build.row("row")])]) == [.table(extent(24)), .sectionEnd])
    }

    @Test mutating func `a row that is kept whole says how high it is, and one that is divided that it is`() throws {
        let rows = [build.row("a\nb\nc"), build.row("d\ne\nf")]
        let ending = try endings(of: [table(rows)])[0]
        guard case .row(let extent) = ending.cause else {
            Issue.record("\(ending)")
            return
        }
        // Three lines of ten points with three between two, and padding; none of them may be alone.
        #expect(extent.whole > .points(38) && extent.whole < .points(39) && extent.least == extent.whole)
        #expect(ending.white > .points(29) && ending.white < extent.whole)
        let high = build.row((1...8).map { "line \($0)" }.joined(separator: "\n"))
        #expect(try causes(of: [table([high])]) == [.dividedRow, .sectionEnd])
    }

    @Test mutating func `a row that goes with the last one says so`() throws {
        let rows = (1...6).map { build.row("row \($0)") }
        #expect(try causes(of: [table(rows)]) == [.lastRows(height: .points(12)), .sectionEnd])
    }

    @Test mutating func `sheets of another orientation, and notes that go on, are causes`() throws {
        let columns = [Table.Column(width: .share(1))]
        let wide = Table(columns: columns, header: [], rows: [build.row("one")], isLandscape: true)
        let blocks = [build.paragraph("before"), Block(id: build.node(), .table(wide)), build.paragraph("after")]
        #expect(try causes(of: blocks, in: .plain(width: 100, height: 200)) == [.turn, .turn, .sectionEnd])

        let note = build.note("note 1", (1...90).map { "word\($0)" }.joined(separator: " "))
        let marked = Block(id: build.node(), .paragraph(Paragraph([.text("one"), build.mark(of: note)])))
        let noted = try causes(of: [marked, Block(id: build.node(), .notes([note]))], in: .plain(width: 120))
        #expect(noted.count > 1)
        #expect(noted.dropLast().allSatisfy { $0 == .notes } && noted.last == .sectionEnd)
    }

    @Test mutating func `a header that leaves no row any room is a cause`() throws {
        let header = build.row((1...7).map { "h\($0)" }.joined(separator: "\n"), kind: .header)
        let columns = [Table.Column(width: .share(1))]
        let table = Table(columns: columns, header: [header], rows: [build.row("a\nb\nc")])
        #expect(
            try causes(of: [Block(id: build.node(), .table(table))], in: .plain(height: 112)) == [.header, .sectionEnd]
        )
    }
}
