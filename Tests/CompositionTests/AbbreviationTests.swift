// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Testing

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
                "paragraph “Test of special educational needs (SEN), and SEN.”",
                "paragraph “Test again of SEN and every national indicator (NI).”",
            ]
        )
    }

    @Test func `what an officer has expanded is left`() throws {
        let text = [block("Test of Special educational needs (SEN)."), block("Test of SEN.")]
        #expect(
            try paragraphs(of: text) == [
                "paragraph “Test of Special educational needs (SEN).”", "paragraph “Test of SEN.”",
            ]
        )
    }

    @Test func `codes, parts of words and headings are left`() throws {
        let heading = Prose.Block(.heading(level: 1, [.text("SEN")], name: nil), at: Fixture.place)
        let text = [heading, block("Test of NI 125, NI C72, SENCO and NON-SEN, then SEN.")]
        #expect(
            try paragraphs(of: text) == [
                "heading 1 1 “SEN” #sen",
                "paragraph “Test of NI 125, NI C72, SENCO and NON-SEN, then special educational needs (SEN).”",
            ]
        )
    }
}
