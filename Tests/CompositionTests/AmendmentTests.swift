// SPDX-License-Identifier: Apache-2.0

import Amendments
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import Testing

@testable import Composition

/// What is said of a draft that differs from the one before it.
struct AmendmentTests {
    /// Paragraphs under two headings, a list, and a return with two actions.
    private func first() throws -> Fixture {
        var fixture = try Fixture()
        fixture.round.returns[0].tables = [
            .init(kind: "exceptions-two-columns", classes: [.actions], location: Fixture.place)
        ]
        fixture.round.returns[0].items = [
            Fixture.item("sport", "Open the pool", reference: "S 1"),
            Fixture.item("youth", "Find a place for the youth club to meet in winter", reason: "No money was found."),
        ]
        fixture.round.returns[0].statement = text("The year has begun well for most of the services.")
        fixture.setBody(
            .heading(level: 1, [.text("Introduction")], name: nil),
            .paragraph([.text("Every unit has a plan, and there are 59 of them.")]),
            .heading(level: 1, [.text("Outcomes")], name: nil),
            .paragraph([.text("As "), .link(destination: "#introduction", [], Fixture.place), .text(" says:")]),
            .list(start: nil, items: [[paragraph("one thing is done")], [paragraph("another is not done yet")]])
        )
        return fixture
    }

    private func text(_ words: String) -> Prose { Prose(text: words, at: Fixture.place) }

    private func paragraph(_ words: String) -> Prose.Block {
        Prose.Block(.paragraph([.text(words)]), at: Fixture.place)
    }

    private func compared(
        _ new: Fixture,
        with old: Fixture
    ) throws -> (paper: Paper, amendments: [Amendment], diagnostics: [Diagnostic]) {
        let draft = try #require(
            composePaper(at: 0, of: .restricted(old.round), layouts: old.layouts, baseline: .omitted)
        )
        let circulated = CirculatedDraft(version: "version 1", paper: draft.paper)
        let compared = try #require(
            composePaper(
                at: 0,
                of: .restricted(new.round),
                layouts: new.layouts,
                baseline: .draft(circulated),
                comparingWith: circulated
            )
        )
        return (compared.paper, try #require(compared.amendments), compared.diagnostics)
    }

    private func lines(_ new: Fixture, since old: Fixture) throws -> [String] {
        try compared(new, with: old).amendments.map { "\($0.key) | \($0.place): \($0.words.plainText)" }
    }

    private func lines(changing change: (inout Fixture) -> Void) throws -> [String] {
        let old = try first()
        var new = old
        change(&new)
        return try lines(new, since: old)
    }

    @Test func `a draft that is as it was has no amendments`() throws {
        #expect(try lines { _ in } == [])
    }

    @Test func `a paragraph that only has another number has not changed`() throws {
        var old = try first()
        let layout = try #require(old.layouts.papers["cabinet"])
        old.layouts.papers["cabinet"]?.parts = layout.parts.map { part in
            if case .body = part { .body(PaperLayout.Numbering(depth: 6, includesParagraphs: true)) } else { part }
        }
        var new = old
        new.round.papers[0].body.blocks.insert(paragraph("More of it."), at: 1)
        let compared = try compared(new, with: old)
        #expect(compared.paper.dump.contains("paragraph 1.2 “Every unit has a plan, and there are 59 of them.”"))
        #expect(
            compared.amendments.map { "\($0.key) | \($0.place): \($0.words.plainText)" } == [
                "introduction | Section 1: text added"
            ]
        )
    }

    @Test func `text that is added, changed or removed is told by its section`() throws {
        #expect(
            try lines { $0.round.papers[0].body.blocks.insert(paragraph("More of it."), at: 2) } == [
                "introduction | Section 1: text added"
            ]
        )
        #expect(
            try lines {
                $0.round.papers[0].body.blocks[1] = paragraph("Every unit has a plan, and there are 59 of those.")
            }
                == ["introduction | Section 1: text changed"]
        )
        #expect(
            try lines {
                $0.round.papers[0].body.blocks[1] = paragraph("Every unit has a plan, and there are 61 of them.")
            }
                == ["introduction | Section 1: figures changed in the text"]
        )
        #expect(
            try lines { $0.round.papers[0].body.blocks.remove(at: 1) } == ["introduction | Section 1: text removed"]
        )
        #expect(
            try lines {
                $0.round.papers[0].body.blocks[4] = Prose.Block(
                    .list(start: nil, items: [[paragraph("one thing is done")]]),
                    at: Fixture.place
                )
            } == ["outcomes | Section 2: text removed"]
        )
        #expect(
            try lines { $0.round.papers[0].body.blocks[1].content = .paragraph([.strong([.text("Something else")])]) }
                == [
                    "introduction | Section 1: text added; text removed"
                ]
        )
    }

    @Test func `a section with another number is the same section, and so is a reference to it`() throws {
        let heading = Prose.Block(.heading(level: 1, [.text("Before all else")], name: nil), at: Fixture.place)
        #expect(
            try lines { $0.round.papers[0].body.blocks.insert(contentsOf: [heading, paragraph("New.")], at: 0) } == [
                "before-all-else | Section 1: added"
            ]
        )
        let removed = try lines { $0.round.papers[0].body.blocks.removeSubrange(2...) }
        #expect(removed == ["outcomes | Outcomes: removed"])
    }

    @Test func `a section with the same words under another heading is the same`() throws {
        #expect(
            try lines {
                $0.round.papers[0].body.blocks[0].content = .heading(level: 1, [.text("Opening")], name: "introduction")
            } == ["introduction | Section 1: heading changed"]
        )
        let lines = try lines {
            $0.round.papers[0].body.blocks[2].content = .heading(level: 1, [.text("What came of it")], name: nil)
        }
        #expect(lines == ["what-came-of-it | Section 2: heading changed"])
    }

    @Test func `rows are told by their references, or by their first words`() throws {
        let place = "communities | Appendix 1, Communities: "
        #expect(
            try lines { $0.round.returns[0].items.append(Fixture.item("youth", "Repair the roof", reference: "Y 9")) }
                .contains(place + "row added: Ref. Y 9")
        )
        #expect(
            try lines { $0.round.returns[0].items.removeLast() }.contains(
                place + "row removed: Find a place for the youth club to …"
            )
        )
        #expect(
            try lines { $0.round.returns[0].items[0].title = text("Open the pool again") } == [
                place + "text changed for Ref. S 1"
            ]
        )
        let several = try lines { fixture in
            fixture.round.returns[0].items += (1...6).map { Fixture.item("arts", "Action \($0)", reference: "A \($0)") }
        }
        #expect(several.contains(place + "rows added: 6"))
        let two = try lines { fixture in
            fixture.round.returns[0].items += (1...2).map { Fixture.item("arts", "Action \($0)", reference: "A \($0)") }
        }
        #expect(two.contains(place + "rows added: Ref. A 1 and Ref. A 2"))
    }

    @Test func `sections and rows that stand elsewhere have moved`() throws {
        let sections = try lines { fixture in
            let first = fixture.round.papers[0].body.blocks[0...1]
            fixture.round.papers[0].body.blocks.removeSubrange(0...1)
            fixture.round.papers[0].body.blocks += first
        }
        #expect(sections == ["introduction | Section 2: moved"])
        var old = try first()
        old.round.returns[0].items.insert(Fixture.item("sport", "Close the gate", reference: "S 2"), at: 1)
        var new = old
        new.round.returns[0].items.swapAt(0, 1)
        #expect(try lines(new, since: old) == ["communities | Appendix 1, Communities: rows in another order"])
    }

    @Test func `references with the same letters are told together`() {
        let wording = AmendmentWording(
            wording: Wording([
                .figuresChanged: Template("changed for {{ rows }}", at: Fixture.place),
                .listSeparator: Template(", ", at: Fixture.place),
                .listEnd: Template("{{ items }} and {{ last }}", at: Fixture.place),
            ])
        )
        #expect(
            wording.words([.figuresChanged(rows: ["NI 148", "NI 149", "NI 5"])]) == "changed for NI 148, 149 and 5"
        )
        #expect(
            wording.words([.figuresChanged(rows: ["NI 148", "Visits", "NI 5"])])
                == "changed for NI 148, Visits and NI 5"
        )
    }

    @Test func `a row that moves to another band is the same row`() throws {
        let lines = try lines { $0.round.returns[0].items[0].unit = "arts" }
        #expect(lines == ["communities | Appendix 1, Communities: text changed"])
    }

    @Test func `what stands before the first heading is told, and what stands in no numbered section`() throws {
        #expect(
            try lines { $0.round.papers[0].subject = "Monitoring again" } == [
                "head | The head of the paper: text changed"
            ]
        )
        #expect(
            try lines { $0.round.council.people[0].telephone = "01632 960123" } == [
                "contact | Contact officer: text changed"
            ]
        )
        #expect(
            try lines { $0.round.papers[0].summary = text("In short, all is well.") } == [
                "summary-and-recommendations | Summary and recommendations: text added"
            ]
        )
    }

    @Test func `the paper lists what has changed, in the officer's words where these are given`() throws {
        let old = try first()
        var new = old
        new.round.papers[0].body.blocks[1] = paragraph("Every unit has a plan, and there are 61 of them.")
        new.round.papers[0].body.blocks[4] = paragraph("Nothing is done.")
        new.round.papers[0].body.blocks += [
            Prose.Block(.heading(level: 1, [.text("Amendments")], name: nil), at: Fixture.place),
            Prose.Block(.insertion(name: "amendments", options: []), at: Fixture.place),
        ]
        new.round.papers[0].amendments = [
            .init(
                place: "outcomes",
                text: Prose([
                    .init(
                        .paragraph([.text("rewritten; see "), .link(destination: "#outcomes", [], Fixture.place)]),
                        at: Fixture.place
                    )
                ]),
                location: Fixture.place
            )
        ]
        let compared = try compared(new, with: old)
        #expect(compared.diagnostics == [])
        let dump = compared.paper.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
        let start = try #require(dump.firstIndex(of: "heading 1 3 “Amendments” #amendments"))
        #expect(
            dump[(start + 1)...].prefix(6).map(String.init) == [
                "lead-in “Since version 1 was circulated, this has changed:”", "list bullet", "item",
                "paragraph “Section 1: figures changed in the text”", "item",
                "paragraph “Section 2: rewritten; see [section 2](#outcomes)”",
            ]
        )
        // The section that lists them is not among them.
        #expect(compared.amendments.map(\.key) == ["introduction", "outcomes"])
    }

    @Test func `own words for a section that is not there, or has not changed, are told`() throws {
        let old = try first()
        var new = old
        new.round.papers[0].body.blocks[1] = paragraph("Every unit has a plan, and there are 61 of them.")
        new.round.papers[0].amendments = ["introducton", "outcomes"].map {
            .init(place: $0, text: text("better"), location: Fixture.place)
        }
        let diagnostics = try compared(new, with: old).diagnostics
        #expect(
            diagnostics.map(\.message) == [
                "the paper has no section `introducton`", "`outcomes` has not changed since version 1",
            ]
        )
        #expect(diagnostics.map(\.severity) == [.error, .warning])
        #expect(
            diagnostics.map(\.hint) == ["did you mean `introduction`?", "delete the line: it is not printed"]
        )
        new.round.papers[0].amendments = [
            .init(place: "something else", text: text("better"), location: Fixture.place)
        ]
        #expect(
            try compared(new, with: old).diagnostics.map(\.hint)
                == ["`cleardays diff` says by which names sections are called"]
        )
    }

    @Test func `a paper says that nothing has changed, or that no draft went out before`() throws {
        var fixture = try first()
        fixture.round.papers[0].body.blocks.append(
            Prose.Block(.insertion(name: "amendments", options: []), at: Fixture.place)
        )
        #expect(
            try compared(fixture, with: fixture).paper.dump.contains(
                "paragraph “Nothing has changed since version 1 was circulated.”"
            )
        )
        #expect(
            try fixture.composed().paper.dump.contains(
                "paragraph “No earlier draft of this paper has been circulated.”"
            )
        )
        fixture.round.papers[0].amendments = [.init(place: "outcome", text: text("new"), location: Fixture.place)]
        #expect(try fixture.composed().diagnostics.map(\.message) == ["the paper has no section `outcome`"])
    }

    @Test func `amendments take no options`() throws {
        var fixture = try first()
        fixture.setBody(.insertion(name: "amendments", options: [.init(key: "of", value: "actions")]))
        #expect(try fixture.composed().diagnostics.map(\.message) == ["`amendments` has no option `of`"])
    }
}
