// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Links whose words go over the end of a page.
struct LinkOverPageTests {
    @Test func `16 both parts of a link that a page break parts can be activated, and say its words`() throws {
        var build = PaperBuilder()
        let words = (1...60).map { "word\($0)" }.joined(separator: " ")
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text(words)])
        let pages = try pages(of: [Block(id: build.node(), .paragraph(Paragraph([.link(link)])))])
        #expect(pages.count > 1)
        for page in pages {
            let areas = page.items.compactMap { item in if case .link(let area) = item { area } else { nil } }
            #expect(!areas.isEmpty)
            #expect(areas.allSatisfy { $0.node == link.id && $0.contents == words && $0.target == link.target })
        }
    }
}
