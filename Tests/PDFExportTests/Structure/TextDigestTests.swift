// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PDFExport

struct TextDigestTests {
    @Test(arguments: [
        "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", "\u{AD}", "\u{A0}", "\u{2028}", "\u{FE0F}", "\u{E0020}",
    ])
    func `what shows nothing says nothing`(invisible: String) {
        #expect(TextDigest(invisible).isEmpty)
        #expect(TextDigest("a\(invisible)b") == TextDigest("ab"))
        #expect(!TextDigest("\u{2800}").isEmpty)
    }

    @Test(arguments: [
        ("Half-year  monitoring", "half-year\u{A0}monitoring"), ("Straße", "STRASSE"), ("co\u{AD}operate", "cooperate"),
        ("2\u{2002}Outcomes", "2Outcomes"), ("naïve", "NAÏVE"), ("", " \n"),
    ])
    func `spaces, capitals and soft hyphens make no difference`(one: String, other: String) {
        #expect(TextDigest(one) == TextDigest(other))
    }

    @Test(arguments: [("ab", "ba"), ("ab", "a"), ("naïve", "naive"), ("£1", "€1"), ("a", "")])
    func `letters and their order do`(one: String, other: String) {
        #expect(TextDigest(one) != TextDigest(other))
    }

    @Test func `words may come in pieces`() {
        var pieces = TextDigest("Cabinet ")
        pieces.add("Memb")
        pieces.add("ers")
        #expect(pieces == TextDigest("Cabinet Members"))
        #expect(!pieces.isEmpty)
        #expect(TextDigest(" \u{A0}").isEmpty)
    }
}
