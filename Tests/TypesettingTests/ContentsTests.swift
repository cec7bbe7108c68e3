// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct ContentsTests {
    /// Pages of a paper of headings, each followed by some paragraphs, with contents before them.
    private func pages(headings: Int, fromPages: Int) throws -> [Page] {
        var build = PaperBuilder()
        let titles = (1...headings).map { "Heading \($0)" }
        let contents = Contents(
            heading: Heading(level: 1, [.text("Contents")], anchor: "contents"),
            entries: titles.map { title in
                Contents.Entry(id: build.node(), level: 1, number: nil, words: title, anchor: title)
            },
            fromPages: fromPages
        )
        var blocks = [Block(id: build.node(), .contents(contents))]
        for title in titles {
            blocks.append(build.heading(title))
            blocks += (1...3).map { build.paragraph("text \($0)") }
        }
        return try TypesettingTests.pages(of: blocks)
    }

    @Test func `every entry has the page that its heading stands on, whatever room the contents take`() throws {
        for headings in [1, 2, 5, 9, 14, 30] {
            let pages = try pages(headings: headings, fromPages: 1)
            var listed: [String: Int] = [:]
            for page in pages {
                let lines = page.lines
                for (index, line) in lines.enumerated() where line.hasPrefix("Heading") && index + 1 < lines.count {
                    if let number = Int(lines[index + 1].drop { $0 == " " }) { listed[line] = number }
                }
            }
            #expect(listed.count == headings)
            for page in pages {
                for destination in page.destinations where destination.anchor.hasPrefix("Heading") {
                    #expect(listed[destination.anchor] == page.number, "\(destination.anchor) of \(headings)")
                }
            }
        }
    }

    @Test func `a short paper goes without contents`() throws {
        let pages = try pages(headings: 2, fromPages: 20)
        #expect(!pages.texts.joined().contains("Contents"))
    }

    @Test func `a page number stands at the right margin and its line leads to the heading`() throws {
        let page = try #require(try pages(headings: 3, fromPages: 1).first)
        let numbers = page.items.compactMap { item -> TextRun? in
            if case .text(let run) = item, Int(run.text.drop { $0 == " " }) != nil { run } else { nil }
        }
        #expect(numbers.count == 3)
        #expect(numbers.allSatisfy { $0.origin.x + $0.width == .points(190) })
        let links = page.items.compactMap { if case .link(let link) = $0 { link.contents } else { nil } }
        #expect(links.first == "Heading 1, page 1")
    }
}
