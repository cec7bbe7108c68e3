// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Testing

@testable import Composition

/// Appendices that hold a text: the minute of a committee, say.
struct TextAppendixTests {
    private func fixture(_ blocks: [Prose.Content], exemption: Exemption? = nil) throws -> Fixture {
        var fixture = try Fixture()
        let blocks = blocks.map { Prose.Block($0, at: Fixture.place) }
        let text = exemption.map { Prose([Prose.Block(.exempt($0, blocks), at: Fixture.place)]) } ?? Prose(blocks)
        fixture.round.papers[0].appendices.append(
            PaperSource.Appendix(
                title: "Minute of the Committee",
                content: .text(text),
                exemption: exemption,
                location: Fixture.place
            )
        )
        return fixture
    }

    private static let minute: [Prose.Content] = [
        .heading(level: 1, [.text("Discussion")], name: nil),
        .paragraph([.text("Members asked for dates.")]),
        .heading(level: 2, [.text("Roads")], name: nil),
        .list(start: nil, items: [[Prose.Block(.paragraph([.text("See ")]), at: Fixture.place)]]),
    ]

    private func lines(of section: Section?) throws -> [String] {
        var paper = try Fixture().composed().paper
        paper.sections = [try #require(section)]
        return paper.dump.split(separator: "\n").map { String($0.drop { $0 == " " }) }.drop { !$0.hasPrefix("section") }
            .map(\.self)
    }

    @Test func `a text is a section of its own, with headings below that of the appendix`() throws {
        let paper = try fixture(Self.minute).composed().paper
        #expect(
            try lines(of: paper.sections.last).prefix(6) == [
                "section “Appendix 2”",
                "heading 1 “Appendix 2: Minute of the Committee” #appendix-2",
                "heading 2 “Discussion” #appendix-2-discussion",
                "paragraph “Members asked for dates.”",
                "heading 3 “Roads” #appendix-2-roads",
                "list bullet",
            ]
        )
    }

    @Test func `headings of the body and of a text may say the same`() throws {
        var fixture = try fixture([
            .heading(level: 1, [.text("Outcomes")], name: nil), .paragraph([.text("Of the minute.")]),
        ])
        fixture.setBody(
            .heading(level: 1, [.text("Outcomes")], name: nil),
            .paragraph([
                .link(destination: "#appendix-2-outcomes", [.text("the minute")], Fixture.place), .text(" and "),
                .link(destination: "#outcomes", [.text("above")], Fixture.place),
            ])
        )
        let composed = try fixture.composed()
        #expect(composed.diagnostics.map(\.message) == [])
        #expect(composed.paper.dump.contains("[the minute](#appendix-2-outcomes) and [above](#outcomes)"))
    }

    @Test func `the restricted edition prints an exempt text whole, and the public one nothing of it`() throws {
        let fixture = try fixture(Self.minute, exemption: Exemption([3]))
        let restricted = try fixture.composed().paper
        #expect(try lines(of: restricted.sections.last).contains("heading 3 “Roads” #appendix-2-roads"))
        let edition = RoundEdition.public(PublicRound(redacting: fixture.round))
        let composed = try #require(composePaper(at: 0, of: edition, layouts: fixture.layouts))
        let words = composed.paper.dump
        #expect(words.contains("Appendix 2: Minute of the Committee"))
        #expect(!words.contains("Members asked") && !words.contains("Roads") && !words.contains("Discussion"))
    }

    @Test func `of a paper that is exempt as a whole no text is public`() throws {
        var fixture = try fixture(Self.minute)
        fixture.round.papers[0].exemption = Exemption([3])
        let content = PublicRound(redacting: fixture.round).content
        #expect(content.papers[0].appendices.map(\.text) == [Prose(), Prose()])
        #expect(content.papers[0].appendices.map(\.title) == ["", ""])
    }

    @Test func `a block of the body cannot be put into a text`() throws {
        let composed = try fixture([.insertion(name: "outcomes", options: [])]).composed()
        #expect(
            composed.diagnostics.map(\.message) == ["the block `outcomes` can stand only in the body of a paper"]
        )
    }
}
