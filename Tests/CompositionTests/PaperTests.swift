// SPDX-License-Identifier: Apache-2.0

import Diagnostics
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
