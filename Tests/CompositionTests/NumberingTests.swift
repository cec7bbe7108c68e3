// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing

struct NumberingTests {
    private func headings(_ fixture: Fixture) throws -> [String] {
        try fixture.composed().paper.sections[0].blocks.compactMap { block in
            guard case .heading(let heading) = block.content, let number = heading.number else { return nil }
            return "\(number) \(heading.inlines.plainText) #\(heading.anchor)"
        }
    }

    @Test func `no section number is used twice`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Approval process")], name: nil),
            .heading(level: 1, [.text("Recommendation")], name: nil),
            .heading(level: 2, [.text("Detail")], name: nil),
            .heading(level: 2, [.text("Detail")], name: nil),
            .heading(level: 1, [.text("Approval process")], name: "approval")
        )
        #expect(
            try headings(fixture) == [
                "1 Approval process #approval-process", "2 Recommendation #recommendation", "2.1 Detail #detail",
                "2.2 Detail #detail-2", "3 Approval process #approval",
            ]
        )
    }

    /// The headings and paragraphs of the cover from the first heading with a number, with their numbers.
    private func numbered(_ fixture: Fixture) throws -> [String] {
        try fixture.composed().paper.sections[0].blocks.compactMap { block in
            switch block.content {
            case .heading(let heading): "# \(heading.number ?? "-") \(heading.inlines.plainText)"
            case .paragraph(let paragraph): "\(paragraph.number ?? "-") \(paragraph.inlines.plainText)"
            case .list: "- list"
            default: nil
            }
        }
    }

    /// A body with sections of two levels, in a layout that goes on with its numbers.
    private func fixture(_ numbering: PaperLayout.Numbering) throws -> Fixture {
        var fixture = try Fixture()
        var layout = try #require(fixture.layouts.papers["cabinet"])
        func template(_ words: String) -> Template { Template([.text(words)], at: Fixture.place) }
        let financial = PaperLayout.Implication(name: "financial", heading: template("Financial"))
        layout.parts = [
            .body(numbering),
            .implications(heading: template("Implications"), none: template("None."), items: [financial]),
            .recommendations(one: template("Recommendation"), several: template("Recommendations")),
        ]
        fixture.layouts.papers["cabinet"] = layout
        fixture.round.papers[0].implications = [
            PaperSource.Implication(name: "financial", text: Prose(), location: Fixture.place)
        ]
        let texts = ["the report", "the actions"].map { Prose(text: $0, at: Fixture.place) }
        fixture.round.papers[0].recommendations = texts.map { PaperSource.Recommendation(verb: .note, text: $0) }
        func paragraph(_ words: String) -> Prose.Content { .paragraph([.text(words)]) }
        let item = Prose.Block(paragraph("an item"), at: Fixture.place)
        fixture.setBody(
            paragraph("Before"),
            .heading(level: 1, [.text("Homes")], name: nil),
            paragraph("One:"),
            .list(start: nil, items: [[item]]),
            .quotation([item]),
            .heading(level: 2, [.text("Sales")], name: nil),
            paragraph("Two"),
            paragraph("Three"),
            .heading(level: 1, [.text("Roads")], name: nil),
            paragraph("Four")
        )
        return fixture
    }

    @Test func `paragraphs count with the headings a level deeper, so that no number means two places`() throws {
        #expect(
            try numbered(fixture(PaperLayout.Numbering(depth: 6, includesParagraphs: true))) == [
                "- Before", "# 1 Homes", "1.1 One:", "- list", "# 1.2 Sales", "1.2.1 Two", "1.2.2 Three", "# 2 Roads",
                "2.1 Four", "# 3 Implications", "# 3.1 Financial", "3.1.1 None.", "# 4 Recommendations",
                "4.1 Cabinet Members are asked to:", "- list",
            ]
        )
    }

    @Test func `below the depth headings have no numbers, and paragraphs count through their sections`() throws {
        #expect(
            try numbered(fixture(PaperLayout.Numbering(depth: 1, includesParagraphs: true))) == [
                "- Before", "# 1 Homes", "1.1 One:", "- list", "# - Sales", "1.2 Two", "1.3 Three", "# 2 Roads",
                "2.1 Four", "# 3 Implications", "# - Financial", "3.1 None.", "# 4 Recommendations",
                "4.1 Cabinet Members are asked to:", "- list",
            ]
        )
    }

    @Test func `without it only headings have numbers, and without these nothing has`() throws {
        #expect(
            try numbered(fixture(.headings)).filter { !$0.hasPrefix("-") } == [
                "# 1 Homes", "# 1.1 Sales", "# 2 Roads", "# 3 Implications", "# 3.1 Financial", "# 4 Recommendations",
            ]
        )
        #expect(try numbered(fixture(.none)).allSatisfy { $0.hasPrefix("- ") || $0.hasPrefix("# - ") })
    }

    @Test func `a reference to a heading below the depth says its words`() throws {
        var fixture = try fixture(PaperLayout.Numbering(depth: 1))
        fixture.round.papers[0].body.blocks.append(
            Prose.Block(.paragraph([.link(destination: "#sales", [], Fixture.place)]), at: Fixture.place)
        )
        #expect(try fixture.composed().paper.dump.contains("paragraph “[“Sales”](#sales)”"))
    }

    @Test func `an exempt passage takes no number, so that both editions have the same`() throws {
        var fixture = try fixture(PaperLayout.Numbering(depth: 6, includesParagraphs: true))
        let secret = Prose.Block(.paragraph([.text("Secret")]), at: Fixture.place)
        fixture.round.papers[0].body.blocks.insert(
            Prose.Block(.exempt(Exemption([3]), [secret, secret]), at: Fixture.place),
            at: 2
        )
        let lines = try numbered(fixture)
        #expect(lines.contains("1.1 One:"))
        let edition = RoundEdition.public(PublicRound(redacting: fixture.round))
        let open = try #require(composePaper(at: 0, of: edition, layouts: fixture.layouts)).paper.dump
        #expect(open.contains("lead-in 1.1 “One:”"))
    }

    @Test func `a heading that skips a level is set one below and told`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("One")], name: nil),
            .heading(level: 3, [.text("Three")], name: nil)
        )
        #expect(try headings(fixture) == ["1 One #one", "1.1 Three #three"])
        let diagnostics = try fixture.composed().diagnostics
        #expect(diagnostics.map(\.message) == ["a heading is at most one level below the heading before it"])
        #expect(diagnostics.map(\.hint) == ["write it with `##`"])
    }

    @Test func `a reference without words says the number, forwards and backwards`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Introduction")], name: nil),
            .paragraph([.text("See "), .link(destination: "#approval-process", [], Fixture.place), .text(" and ")]),
            .paragraph([.link(destination: "#appendix-1", [], Fixture.place)]),
            .paragraph([.link(destination: "#introduction", [.text("the start")], Fixture.place)]),
            .heading(level: 1, [.text("Approval process")], name: nil)
        )
        #expect(
            try fixture.lines(
                from: "heading 1 1 “Introduction” #introduction",
                to: "heading 1 2 “Approval process” #approval-process"
            ).dropFirst().dropLast() == [
                "paragraph “See [section 2](#approval-process) and ”",
                "paragraph “[Appendix 1](#appendix-1)”",
                "paragraph “[the start](#introduction)”",
            ]
        )
    }

    @Test func `a reference to nothing is an error with the nearest name`() throws {
        var fixture = try Fixture()
        let place = SourceLocation(file: "papers/cabinet.md", line: 9, column: 4)
        fixture.setBody(
            .heading(level: 1, [.text("Approval process")], name: nil),
            .paragraph([.link(destination: "#aproval-process", [], place)])
        )
        let diagnostics = try fixture.composed().diagnostics
        #expect(diagnostics.map(\.message) == ["nothing in this paper is named `#aproval-process`"])
        #expect(diagnostics.map(\.hint) == ["did you mean `#approval-process`?"])
        #expect(diagnostics.map(\.location) == [place])
    }

    @Test func `a name that an officer gives is one place's alone`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("One")], name: "same"),
            .heading(level: 1, [.text("Two")], name: "same"),
            .heading(level: 1, [.text("Three")], name: "appendix-1")
        )
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "the name `#same` belongs to another place of the paper",
                "the name `#appendix-1` belongs to another place of the paper",
            ]
        )
    }

    @Test func `an appendix without a return is told once, and so is what may be in the return`() throws {
        var fixture = try Fixture()
        fixture.round.returns = []
        fixture.setBody(
            .heading(level: 1, [.text("One")], name: nil),
            .paragraph([.link(destination: "#appendix-1", [], Fixture.place)]),
            .paragraph([.link(destination: "#anywhere-else", [], Fixture.place)])
        )
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "the appendix `Returns` waits for the return of `communities`",
                "nothing in this paper is named `#anywhere-else`, unless it is in a return that has not come",
            ]
        )
        #expect(
            try fixture.composed().diagnostics.map(\.hint) == [
                "put right what is wrong in the returns, or name other directorates under `of`",
                "a heading is named by its words: `# Approval process` is `#approval-process`",
            ]
        )
    }

    @Test func `names are filled in, and an unknown one is an error with the nearest`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].items = [Fixture.item("sport", "One"), Fixture.item("sport", "Two", status: .done)]
        let place = SourceLocation(file: "papers/cabinet.md", line: 12, column: 3)
        fixture.setBody(
            .heading(level: 1, [.text("Figures")], name: nil),
            .paragraph([
                .placeholder(name: "communities.actions.not-on-target.percent", place), .text(" of "),
                .placeholder(name: "communities.actions.total", place), .text(" in "),
                .placeholder(name: "council.name", place),
            ]),
            .paragraph([.placeholder(name: "counsil.name", place)]),
            .paragraph([.placeholder(name: "communities.indicators.on-course.percent", place)])
        )
        let composed = try fixture.composed()
        #expect(composed.paper.dump.contains("paragraph “50% of 2 in Test Council”"))
        #expect(
            composed.diagnostics.map(\.message) == [
                "`counsil.name` is not a known name",
                "`communities.indicators.on-course.percent` has no value in this round",
            ]
        )
        #expect(composed.diagnostics.first?.hint == "did you mean `council.name`?")
        #expect(composed.diagnostics.first?.location == place)
    }
}
