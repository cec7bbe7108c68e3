// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import TestSupport
import Testing
import UnicodeText

struct AbbreviationTests {
    private func paragraphs(of body: [Prose.Block]) throws -> [String] {
        var fixture = try Fixture()
        fixture.round.council.abbreviations = [
            Abbreviation(short: "SEN", long: "special educational needs"),
            Abbreviation(short: "NI", long: "national indicator"),
        ]
        fixture.round.papers[0].body = Prose(body)
        let lines = try fixture.composed().paper.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
        return lines.filter { $0.hasPrefix("paragraph “Test") || $0.hasPrefix("heading 1 1") }.map(String.init)
    }

    private func block(_ text: String) -> Prose.Block { Prose.Block(.paragraph([.text(text)]), at: Fixture.place) }

    @Test func `an abbreviation is expanded where it is first used, and nowhere else`() throws {
        let text = [block("Test of SEN, and SEN."), block("Test again of SEN and every NI.")]
        #expect(
            try paragraphs(of: text) == [
                "paragraph “Test of special educational needs (SEN), and [SEN]{special educational needs}.”",
                "paragraph “Test again of [SEN]{special educational needs} and every national indicator (NI).”",
            ]
        )
    }

    @Test func `what an officer has expanded is left`() throws {
        let text = [block("Test of Special educational needs (SEN)."), block("Test of SEN.")]
        #expect(
            try paragraphs(of: text) == [
                "paragraph “Test of Special educational needs (SEN).”",
                "paragraph “Test of [SEN]{special educational needs}.”",
            ]
        )
    }

    @Test func `codes and parts of words are left, and in headings nothing is written out`() throws {
        let heading = Prose.Block(.heading(level: 1, [.text("SEN")], name: nil), at: Fixture.place)
        let text = [heading, block("Test of NI 125, NI C72, SENCO and NON-SEN, then SEN.")]
        #expect(
            try paragraphs(of: text) == [
                "heading 1 1 “[SEN]{special educational needs}” #sen",
                "paragraph “Test of NI 125, NI C72, SENCO and NON-SEN, then special educational needs (SEN).”",
            ]
        )
    }

    @Test func `words in another language and of links are left, and what is known of abbreviations has its own node`()
        throws
    {
        let welsh = Prose.Inline.span(.welsh, [.text("SEN yng Nghymru")])
        let link = Prose.Inline.link(destination: "https://a.example", [.text("SEN")], Fixture.place)
        let text = Prose.Block(
            .paragraph([.text("Test "), welsh, .text(" "), link, .text(" SEN SEN "), .strong([.text("SEN")])]),
            at: Fixture.place
        )
        #expect(
            try paragraphs(of: [text]) == [
                "paragraph “Test [SEN yng Nghymru]{lang=cy} [SEN](https://a.example) special educational needs (SEN) "
                    + "[SEN]{special educational needs} **[SEN]{special educational needs}**”"
            ]
        )
    }

    @Test func `words in the language of the paper need no mark`() throws {
        let text = try ["en", "en-GB", "en-US", "cy"].map { tag -> Prose.Block in
            let language = try #require(LanguageTag(tag))
            return Prose.Block(
                .paragraph([.text("Test "), .span(language, [.text("of "), .strong([.text("x")])])]),
                at: Fixture.place
            )
        }
        #expect(
            try paragraphs(of: text) == [
                "paragraph “Test of **x**”", "paragraph “Test of **x**”", "paragraph “Test [of **x**]{lang=en-US}”",
                "paragraph “Test [of **x**]{lang=cy}”",
            ]
        )
    }
}
