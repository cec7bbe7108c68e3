// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import Testing

struct PaperTests {
    @Test func `members stand before officers in the header block`() throws {
        var fixture = try Fixture()
        fixture.round.council.people.append(
            Person(id: "member", name: "Ann Lee", post: "Cabinet Member", role: .member)
        )
        fixture.round.papers[0].authors = ["head", "member"]
        #expect(
            try fixture.lines(from: "details header-block", to: "pair “Classification”") == [
                "details header-block", "pair “By”", "paragraph “Ann Lee, Cabinet Member”",
                "paragraph “Pat Smith, Managing Director”", "pair “To”", "paragraph “Cabinet, 30 November 2009”",
                "pair “Subject”", "paragraph “Monitoring”", "pair “Classification”",
            ]
        )
    }

    @Test func `one recommendation is a sentence, several a lettered list`() throws {
        var fixture = try Fixture()
        let note = PaperSource.Recommendation(verb: .note, text: Prose(text: "the report", at: Fixture.place))
        fixture.round.papers[0].recommendations = [note]
        #expect(
            try fixture.composed().paper.dump.contains("paragraph “Cabinet Members are asked to **NOTE** the report.”")
        )
        fixture.round.papers[0].recommendations = [
            note, PaperSource.Recommendation(verb: .agree, text: Prose(text: "the plan.", at: Fixture.place)),
        ]
        #expect(
            try fixture.lines(from: "lead-in “Cabinet Members are asked to:”", to: "paragraph “**AGREE** the plan.”")
                == [
                    "lead-in “Cabinet Members are asked to:”", "list letter", "item", "paragraph “**NOTE** the report”",
                    "item", "paragraph “**AGREE** the plan.”",
                ]
        )
    }

    @Test func `background papers are listed, or it is said that there are none`() throws {
        var fixture = try Fixture()
        let none = "paragraph “There are no background papers to this report.”"
        #expect(try fixture.composed().paper.dump.contains(none))
        fixture.round.papers[0].backgroundPapers = [Prose(text: "Business plans", at: Fixture.place)]
        let dump = try fixture.composed().paper.dump
        #expect(!dump.contains(none))
        #expect(dump.contains("paragraph “Business plans”"))
    }

    @Test func `a cover says its decision, its wards, its implications and who has cleared it`() throws {
        var fixture = try Fixture()
        func template(_ text: String) -> Template { Template([.text(text)], at: Fixture.place) }
        var layout = try #require(fixture.layouts.papers["cabinet"])
        layout.parts = layout.parts.flatMap { part -> [PaperLayout.Part] in
            switch part {
            case .headerBlock(var block):
                block.decision = template("Key decision")
                block.wards = template("Wards")
                return [.headerBlock(block)]
            case .contact:
                let items = [("legal", "Law"), ("risk", "Risk")].map {
                    PaperLayout.Implication(name: $0, heading: template($1))
                }
                return [
                    .implications(heading: template("Implications"), none: template("None."), items: items),
                    .clearance(label: template("Cleared by")), part,
                ]
            default: return [part]
            }
        }
        fixture.layouts.papers["cabinet"] = layout
        let plain = try fixture.composed().paper.dump
        #expect(plain.contains("“Key decision”"))
        #expect(!plain.contains("“Wards”"))
        #expect(!plain.contains("“Implications”"))
        #expect(!plain.contains("“Cleared by”"))
        let day = try #require(CalendarDate("2009-11-20"))
        fixture.round.papers[0].keyDecision = PaperSource.KeyDecision(reference: "FP/7")
        fixture.round.papers[0].wards = .some(["Mill Street", "Weir"])
        fixture.round.papers[0].implications = [
            .init(name: "legal", text: Prose(), location: Fixture.place),
            .init(name: "risk", text: Prose(text: "It may rain.", at: Fixture.place), location: Fixture.place),
        ]
        let person = try #require(fixture.round.council.people.first)
        fixture.round.papers[0].clearances = [.init(person: person.id, date: day)]
        let dump = try fixture.composed().paper.dump
        for words in [
            "“Yes, FP/7”", "“Mill Street and Weir”", "“Implications”", "“Law”", "“None.”", "“Risk”", "“It may rain.”",
            "“\(person.name), \(person.post): 20 November 2009”",
        ] {
            #expect(dump.contains(words), "\(words)")
        }
    }

    @Test func `a paper whose layout prints a contact officer must name one`() throws {
        var fixture = try Fixture()
        fixture.round.papers[0].contact = nil
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "the paper's layout names a contact officer, and the paper does not"
            ]
        )
    }

    @Test func `a note of a statement may carry a note, and a reference in a return finds its own places`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].statement = Prose([
            .init(.heading(level: 1, [.text("Summary")], name: nil), at: Fixture.place),
            .init(.paragraph([.text("Flooded"), .note(name: "flood", Fixture.place)]), at: Fixture.place),
        ])
        fixture.round.returns[0].notes = [
            .init(
                name: "flood",
                text: Prose([
                    .init(
                        .paragraph([
                            .text("See "), .link(destination: "#summary", [], Fixture.place), .text("."),
                            .note(name: "other", Fixture.place),
                        ]),
                        at: Fixture.place
                    )
                ]),
                location: Fixture.place
            ),
            .init(name: "other", text: Prose(text: "In May.", at: Fixture.place), location: Fixture.place),
        ]
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        #expect(
            composed.paper.dump.contains("note 1\n      paragraph “See [“Summary”](#communities-summary).[^note 2]”")
        )
        #expect(composed.paper.dump.contains("note 2\n      paragraph “In May.”"))
    }

    @Test func `a return stands under its appendix with its parts in order, and is signed`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].statement = Prose([
            .init(.heading(level: 1, [.text("Progress")], name: nil), at: Fixture.place),
            .init(
                .paragraph([.strong([.text("Libraries.")]), .text(" More loans.")]),
                at: Fixture.place
            ),
        ])
        let section = try #require(try fixture.composed().paper.sections.last)
        #expect(section.label == "Appendix 1: Communities")
        #expect(
            try fixture.lines(
                from: "heading 1 “Appendix 1: Returns” #appendix-1",
                to: "heading 3 “Progress against business plans” #communities-progress-against-business-plans"
            ) == [
                "heading 1 “Appendix 1: Returns” #appendix-1", "heading 2 “Communities” #communities",
                "subheading “Half-year monitoring”",
                "heading 3 “Managing Director’s summary” #communities-managing-directors-summary",
                "heading 4 “Progress” #communities-progress", "paragraph “**Libraries.** More loans.”",
                "signature “Pat Smith” “Managing Director, Communities”",
                "heading 3 “Progress against business plans” #communities-progress-against-business-plans",
            ]
        )
    }
}
