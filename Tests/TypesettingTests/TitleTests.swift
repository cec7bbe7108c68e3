// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Titles of papers and of appendices, in a theme that has a style for them and in one that has none.
struct TitleTests {
    private var build = PaperBuilder()

    private static let soft = Colour(red: 0x45, green: 0x4E, blue: 0x54)

    private static var titled: Theme {
        var theme = Theme.plain(width: 300, height: 200)
        var title = theme.body
        title.text.size = .points(20)
        title.text.leading = .points(24)
        title.text.isBold = true
        title.after = .points(15)
        var label = theme.body.text
        label.colour = soft
        theme.title = Theme.TitleStyle(title: title, label: label)
        theme.subheading.before = .points(2)
        return theme
    }

    private mutating func heading(_ words: String, _ role: Heading.Role) -> Block {
        Block(id: build.node(), .heading(Heading(level: 1, [.text(words)], anchor: "title", role: role)))
    }

    private func runs(_ blocks: [Block], in theme: Theme = titled) throws -> [TextRun] {
        try #require(pages(of: blocks, in: theme).first).items.compactMap { item in
            if case .text(let run) = item { run } else { nil }
        }
    }

    private func distance(_ upper: TextRun, _ lower: TextRun) -> Length { lower.origin.y - upper.origin.y }

    @Test mutating func `what an appendix is called is a line of its own, in its own colour, over the title`() throws {
        let title = heading("Appendix 2: Directorate returns", .appendix(label: "Appendix 2"))
        let runs = try runs([title, build.paragraph("text")])
        #expect(runs.map(\.text) == ["Appendix 2: ", "Directorate returns", "text"])
        #expect(runs[0].colour == Self.soft)
        #expect(runs[1].colour == .black)
        #expect(runs[0].owner == runs[1].owner)
        // The label has a line of ten points, the title one of 24, and fifteen under it.
        #expect(distance(runs[0], runs[2]) == .points(49))
    }

    @Test mutating func `the outline has the whole title once, and links lead to its first line`() throws {
        let title = heading("Appendix 2: Directorate returns", .appendix(label: "Appendix 2"))
        let paper = try typeset(build.paper([title]), theme: Self.titled, shaper: Repository.shaper())
        #expect(paper.outline.map(\.title) == ["Appendix 2: Directorate returns"])
        let destinations = paper.pages.flatMap(\.destinations)
        #expect(destinations == [Destination(anchor: "title", point: Point(x: .points(10), y: .points(10)))])
    }

    @Test(arguments: ["Directorate returns", "Appendix 2", "Appendix 2:"])
    mutating func `a title that has no words of its own beside what the appendix is called is one line`(words: String)
        throws
    {
        let runs = try runs([heading(words, .appendix(label: "Appendix 2"))])
        #expect(runs.map(\.text) == [words])
    }

    @Test mutating func `in a theme without a style for titles they are as headings of the first level`() throws {
        let roles: [Heading.Role] = [.section, .paper, .appendix(label: "Appendix 2")]
        let pages = try roles.map { role in
            var build = self
            let title = build.heading("Appendix 2: Directorate returns", role)
            return try runs([title, build.build.paragraph("text")], in: .plain(width: 300, height: 200))
        }
        #expect(pages[0].map(\.text) == ["Appendix 2: Directorate returns", "text"])
        #expect(pages[1] == pages[0] && pages[2] == pages[0])
    }

    @Test mutating func `the words under a title are close to it, and have its space under them`() throws {
        let title = heading("Half year", .paper)
        let sub = build.paragraph("Cabinet", role: .subheading)
        let titled = try runs([title, sub, build.paragraph("text")])
        // From the foot of the title's line: two points, the line of the words, and the fifteen of the title.
        #expect(distance(titled[1], titled[2]) == .points(25))
        let alone = try runs([title, build.paragraph("text")])
        #expect(distance(titled[1], alone[1]) == .points(13))
    }

    @Test mutating func `so are the words under another heading, and in a theme without titles they are not`() throws {
        let blocks = [
            heading("Communities", .section), build.paragraph("Half year", role: .subheading), build.paragraph("text"),
        ]
        let close = try runs(blocks)
        #expect(distance(close[0], close[1]) == .points(12))
        #expect(distance(close[1], close[2]) == .points(15))
        var plain = Self.titled
        plain.title = nil
        let apart = try runs(blocks, in: plain)
        #expect(distance(apart[0], apart[1]) == .points(15))
    }
}
