// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree
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
}
