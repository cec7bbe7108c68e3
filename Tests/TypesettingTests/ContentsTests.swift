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

    /// A paper of sections, each with parts, and what its contents list; pages have eighteen lines of ten points.
    private func contents(sections: Int, parts: Int, deeper: Int = 0, linesBefore: Int = 0) throws -> (
        listed: [String], paper: TypesetPaper
    ) {
        var build = PaperBuilder()
        var titles: [(level: Int, words: String)] = []
        for section in 1...sections {
            titles.append((1, "Section \(section)"))
            for part in 0..<parts {
                titles.append((2, "Part \(section).\(part)"))
                titles += (0..<deeper).map { (3, "Detail \(section).\(part).\($0)") }
            }
        }
        let contents = Contents(
            heading: Heading(level: 1, [.text("Contents")], anchor: "contents"),
            entries: titles.map { level, words in
                Contents.Entry(id: build.node(), level: level, number: nil, words: words, anchor: words)
            },
            fromPages: 1
        )
        var blocks = (0..<linesBefore).map { build.paragraph("line \($0)") }
        blocks.append(Block(id: build.node(), .contents(contents)))
        for (level, words) in titles { blocks.append(build.heading(words, level: level)) }
        let paper = try typeset(build.paper(blocks), theme: .plain(height: 200), shaper: Repository.shaper())
        return (paper.pages.flatMap(\.links).map { String($0.prefix { $0 != "," }) }, paper)
    }

    @Test func `contents that would take more than half a page leave out the deepest level`() throws {
        let (short, _) = try contents(sections: 2, parts: 2)
        #expect(short == ["Section 1", "Part 1.0", "Part 1.1", "Section 2", "Part 2.0", "Part 2.1"])
        let (long, paper) = try contents(sections: 3, parts: 4)
        #expect(long == ["Section 1", "Section 2", "Section 3"])
        // The bookmarks have all of them.
        #expect(paper.outline.filter { $0.level == 2 }.count == 12)
    }

    @Test func `contents list as many levels as go, and the first however many entries it has`() throws {
        let (middle, _) = try contents(sections: 2, parts: 2, deeper: 3)
        #expect(middle == ["Section 1", "Part 1.0", "Part 1.1", "Section 2", "Part 2.0", "Part 2.1"])
        let (long, _) = try contents(sections: 30, parts: 1)
        #expect(long == (1...30).map { "Section \($0)" })
        // One entry alone would be no contents.
        let (alone, _) = try contents(sections: 1, parts: 40)
        #expect(alone.count == 41)
    }

    @Test(arguments: 0...14)
    func `contents go on with four entries at least, or half of six or seven, and shorter ones stay whole`(
        linesBefore: Int
    ) throws {
        for sections in 2...40 {
            let (_, paper) = try contents(sections: sections, parts: 0, linesBefore: linesBefore)
            let counts = paper.pages.map(\.links.count).filter { $0 > 0 }
            let least = sections < 6 ? sections : min(4, sections / 2)
            #expect(counts.dropFirst().allSatisfy { $0 >= least } && counts[0] >= 2, "\(sections): \(counts)")
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
        #expect(page.links.first == "Heading 1, page 1")
    }
}

extension Page {
    /// The contents of its links.
    fileprivate var links: [String] {
        items.compactMap { if case .link(let link) = $0 { link.contents } else { nil } }
    }
}
