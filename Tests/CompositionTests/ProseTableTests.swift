// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import Testing

/// Tables and page breaks that officers write.
struct ProseTableTests {
    private func rows(_ rows: [[[Prose.Inline]]]) throws -> [String] {
        var fixture = try Fixture()
        fixture.setBody(
            .table(
                header: [[.text("Place")], [.text("Visits")]],
                rows: rows,
                alignments: [.left, .right]
            )
        )
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        return composed.paper.dump.split(separator: "\n").map { String($0.drop { $0 == " " }) }
            .filter { $0.hasPrefix("cell ") || $0.hasPrefix("header cell ") }
            .drop { $0 != "header cell “Place”" }.prefix(2 + 2 * rows.count).map(\.self)
    }

    @Test func `a first column in bold names the rows`() throws {
        #expect(
            try rows([
                [[.strong([.text("North")])], [.text("1")]],
                [[.text(" "), .strong([.text("South")])], [.strong([.text("2")])]],
            ]) == [
                "header cell “Place”", "header cell “Visits”", "header cell “**North**”", "cell “1”",
                "header cell “ **South**”", "cell “**2**”",
            ]
        )
    }

    @Test func `a column with one cell that is not bold names none`() throws {
        #expect(
            try rows([
                [[.strong([.text("North")])], [.text("1")]],
                [[.strong([.text("South")]), .text(" bank")], [.text("2")]],
            ]).allSatisfy { !$0.hasPrefix("header cell “**") }
        )
    }

    @Test func `what follows a page break begins a page, whatever it is`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .paragraph([.text("One.")]),
            .pageBreak,
            .paragraph([.text("Two.")]),
            .pageBreak,
            .quotation([Prose.Block(.paragraph([.text("Three.")]), at: Fixture.place)])
        )
        let paper = try fixture.composed().paper
        let starts = paper.sections.flatMap(\.blocks).filter(\.startsPage)
        #expect(starts.count == 2)
        #expect(paper.dump.contains("page break\n    paragraph “Two.”"))
        #expect(paper.dump.contains("page break\n    quotation"))
    }

    @Test func `a page break before the first words of a text does nothing`() throws {
        var fixture = try Fixture()
        fixture.setBody(.pageBreak, .paragraph([.text("One.")]), .paragraph([.text("Two.")]))
        let paper = try fixture.composed().paper
        let starts = paper.sections.flatMap(\.blocks).filter(\.startsPage)
        #expect(starts.isEmpty)
    }

    @Test func `a page break behind headings comes before them, since a heading stands with what it is the heading of`()
        throws
    {
        var fixture = try Fixture()
        fixture.setBody(
            .paragraph([.text("One.")]),
            .heading(level: 1, [.text("Two")], name: nil),
            .heading(level: 2, [.text("Inner")], name: nil),
            .pageBreak,
            .paragraph([.text("Three.")])
        )
        let blocks = try fixture.composed().paper.sections.flatMap(\.blocks)
        let starts = blocks.filter(\.startsPage).map(\.content)
        #expect(starts.count == 1)
        guard case .heading(let heading)? = starts.first else { return #expect(Bool(false), "\(starts)") }
        #expect(heading.inlines.plainText.hasSuffix("Two"))
    }

    /// The words of the blocks that begin a page.
    private func starts(_ blocks: Prose.Content...) throws -> [String] {
        var fixture = try Fixture()
        fixture.round.papers[0].body = Prose(blocks.map { Prose.Block($0, at: Fixture.place) })
        return try fixture.composed().paper.sections.flatMap(\.blocks).filter(\.startsPage).map { block in
            switch block.content {
            case .heading(let heading): heading.inlines.plainText
            case .paragraph(let paragraph): paragraph.inlines.plainText
            case .list: "list"
            default: "?"
            }
        }
    }

    @Test func `a page break behind a lead-in comes before it, and before the heading over it`() throws {
        let one = Prose.Content.paragraph([.text("One.")])
        let list = Prose.Content.list(
            start: nil,
            items: [[Prose.Block(.paragraph([.text("item")]), at: Fixture.place)]]
        )
        let leadIn = Prose.Content.paragraph([.text("The following:")])
        #expect(try starts(one, leadIn, .pageBreak, list) == ["The following:"])
        let heading = Prose.Content.heading(level: 1, [.text("Two")], name: nil)
        #expect(try starts(one, heading, leadIn, .pageBreak, list) == ["Two"])
        // A paragraph that ends in no colon does not say what is behind the break, and one is no lead-in to a paragraph.
        #expect(try starts(one, .pageBreak, list) == ["list"])
        #expect(try starts(one, leadIn, .pageBreak, one) == ["One."])
    }

    @Test func `a page break behind the words that a text begins with parts no heading from them`() throws {
        let list = Prose.Content.list(
            start: nil,
            items: [[Prose.Block(.paragraph([.text("item")]), at: Fixture.place)]]
        )
        let heading = Prose.Content.heading(level: 1, [.text("Two")], name: nil)
        let leadIn = Prose.Content.paragraph([.text("The following:")])
        #expect(try starts(leadIn, .pageBreak, list) == [])
        #expect(try starts(heading, leadIn, .pageBreak, list) == [])
        #expect(try starts(heading, .pageBreak, list) == [])
    }

    @Test func `terms that follow one another are one list`() throws {
        var fixture = try Fixture()
        func define(_ term: String) -> Prose.Content {
            .definitions([Prose.Definition(term: [.text(term)], meanings: [[.text("one")], [.text("two")]])])
        }
        fixture.setBody(define("A"), define("B"), .paragraph([.text("Between.")]), define("C"))
        let lists = try fixture.composed().paper.sections.flatMap(\.blocks).compactMap { block -> [Int]? in
            if case .details(let details) = block.content, details.role == .definitions {
                details.pairs.map(\.values.count)
            } else {
                nil
            }
        }
        #expect(lists == [[2, 2], [2]])
    }

    @Test func `a table under a heading of the sixth level is reported, since its own would be of the seventh`() throws
    {
        var fixture = try Fixture()
        fixture.round.returns[0].items = [Fixture.item("sport", "Open the pool")]
        fixture.setBody(.insertion(name: "exceptions-two-columns", options: [.init(key: "of", value: "actions")]))
        #expect(try fixture.composed().diagnostics == [])
        let levels = (1...5).map { Prose.Content.heading(level: $0, [.text("Level \($0)")], name: nil) }
        fixture.round.papers[0].body = Prose(
            (levels + [
                .heading(level: 6, [.text("Level 6")], name: nil),
                .insertion(
                    name: "exceptions-two-columns",
                    options: [.init(key: "of", value: "actions")]
                ),
            ]).map { Prose.Block($0, at: Fixture.place) }
        )
        let found = try fixture.composed().diagnostics.filter { $0.rule == .headingTooDeep }
        #expect(
            found.map { "\($0.message) (\($0.hint ?? ""))" }.last
                == "the heading of the table would be on the seventh level, and a paper has six (put the table under a heading of a higher level)"
        )
    }
}
