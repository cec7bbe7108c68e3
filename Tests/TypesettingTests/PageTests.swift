// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import PaperTree
import ResourceLimits
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

struct PageTests {
    /// Asks the compiler: what holds an object of Pango is neither.
    private func isPlain<Value: Sendable & Hashable>(_: Value.Type) -> Bool { true }

    @Test func `pages are plain values, which outlive the shaper that their words were shaped by`() throws {
        #expect(isPlain(Page.self) && isPlain(TypesetPaper.self))
        var build = PaperBuilder()
        let blocks = [build.paragraph("words")]
        var builder = PaperBuilder()
        let paper = builder.paper(blocks)
        weak var gone: TextShaper?
        let pages: [Page]
        do {
            let shaper = try Repository.shaper()
            gone = shaper
            pages = try typeset(paper, theme: .plain(), shaper: shaper).pages
        }
        #expect(gone == nil)
        #expect(pages.texts == [["words"]])
        #expect(pages == (try TypesettingTests.pages(of: blocks)))
    }

    @Test func `a paper of more pages than can be set ends at the last that can, and says so`() throws {
        let place = SourceLocation(file: "papers/cabinet.md", line: 9, column: 1)
        var build = PaperBuilder()
        var blocks = (0...Limits.mostPages).map { _ in build.paragraph("x") }
        blocks[0].location = place
        // Room for one line.
        let set = try typeset(build.paper(blocks), theme: .plain(height: 30), shaper: Repository.shaper())
        #expect(set.pages.count == 4_000)
        #expect(set.diagnostics.map(\.line) == ["error papers/cabinet.md:9:1: the paper has more than 4000 pages"])
        #expect(set.diagnostics.map(\.hint) == ["append fewer returns, or print only exceptions"])
    }
}
