// SPDX-License-Identifier: Apache-2.0

import Geometry
import TestSupport
import Testing
import TextShaping

/// The text that a PDF says of the glyphs of a word, cluster by cluster.
struct ShownTextTests {
    private let shaper: TextShaper
    private let style: StyleID

    init() throws {
        shaper = try Repository.shaper()
        style = try shaper.prepare(
            FontStyle(family: "Liberation Sans", size: .points(12), isBold: false, isItalic: false, language: "en-GB")
        )
    }

    /// The text of each cluster, with its number of glyphs.
    private func clusters(of word: String, isBackward: Bool = true) -> [String] {
        shaper.piece(Substring(word), in: style, isBackward: isBackward).runs.flatMap { run in
            var bytes = run.shown.utf8[...]
            return run.clusters.map { cluster in
                defer { bytes = bytes.dropFirst(Int(cluster.bytes)) }
                return "\(String(decoding: bytes.prefix(Int(cluster.bytes)), as: UTF8.self)) \(cluster.glyphs)"
            }
        }
    }

    @Test(arguments: [
        ("(ספר)", ")ספר("), ("[ספר]", "]ספר["), ("«ספר»", "»ספר«"), ("ספר!", "ספר!"), ("(كتاب)", ")كتاب("),
    ])
    func `a bracket in a word from right to left is the character that its glyph shows`(word: String, shown: String) {
        let runs = shaper.piece(Substring(word), in: style, isBackward: true).runs
        #expect(runs.map(\.shown).joined() == shown)
        #expect(runs.map(\.text).joined() == word)
    }

    @Test func `a bracket shows one character whichever way the text runs`() throws {
        let english = shaper.piece("a)", in: style).runs
        let hebrew = shaper.piece("ספר(", in: style, isBackward: true).runs
        let closing = try #require(english.last?.glyphs.last?.index)
        #expect(hebrew.last?.glyphs.first?.index == closing)
        #expect(english.map(\.shown).joined().last == ")")
        #expect(hebrew.map(\.shown).joined().last == ")")
    }

    @Test func `each mark on a letter is a cluster of its own`() {
        #expect(clusters(of: "קְטַן") == ["ק 1", "\u{5B0} 1", "ט 1", "\u{5B7} 1", "ן 1"])
        #expect(clusters(of: "مَكَ") == ["م 1", "\u{64E} 1", "ك 1", "\u{64E} 1"])
        #expect(clusters(of: "q\u{303}x", isBackward: false) == ["q 1", "\u{303} 1", "x 1"])
    }

    @Test func `marks stand in the order of their glyphs`() {
        // Composed text has the vowel before the shadda; the font draws the shadda first, or both as one glyph.
        let found = clusters(of: "ر\u{64F}\u{651}").joined(separator: ", ")
        #expect(["ر 1, \u{651} 1, \u{64F} 1", "ر\u{64F}\u{651} 2"].contains(found), "\(found)")
    }

    @Test func `a mark without a glyph of its own is in that of the letter`() {
        #expect(clusters(of: "יָּה") == ["י\u{5BC} 1", "\u{5B8} 1", "ה 1"])
    }

    @Test func `glyphs that stand in another order than their letters stay one cluster`() {
        #expect(clusters(of: "कि", isBackward: false) == ["कि 2"])
    }

    @Test func `a word from left to right shows what it says`() {
        for word in ["(plan)", "£2.7m", "efficient", "«a»"] {
            for run in shaper.piece(Substring(word), in: style).runs { #expect(run.shown == run.text) }
        }
    }
}
