// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Page breaks that an officer asked for.
struct PageBreakTests {
    private var build = PaperBuilder()

    private mutating func paragraph(_ text: String, role: Paragraph.Role = .body, startsPage: Bool = false) -> Block {
        var block = build.paragraph(text, role: role)
        block.startsPage = startsPage
        return block
    }

    @Test mutating func `what stands behind one begins a page`() throws {
        let blocks = [paragraph("one"), paragraph("two", startsPage: true), paragraph("three")]
        #expect(try pages(of: blocks).texts == [["one"], ["two", "three"]])
    }

    @Test mutating func `at the top of a page it makes no empty one`() throws {
        #expect(try pages(of: [paragraph("one", startsPage: true)]).texts == [["one"]])
    }

    @Test mutating func `it parts what would stay together`() throws {
        let blocks = [paragraph("one"), paragraph("two:", role: .leadIn), paragraph("three", startsPage: true)]
        #expect(try pages(of: blocks).texts == [["one", "two:"], ["three"]])
    }

    @Test mutating func `a table begins behind it`() throws {
        let header = build.row("Name", "Value", kind: .header)
        var table = build.table(columns: 2, header: [header], rows: [build.row("row", "1")])
        table.startsPage = true
        #expect(try pages(of: [paragraph("one"), table]).texts == [["one"], ["Name", "Value", "row", "1"]])
    }
}
