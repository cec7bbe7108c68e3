// SPDX-License-Identifier: Apache-2.0

import Geometry
import TestSupport
import Testing
import TextShaping

/// Words as glyphs: their widths, their hyphens, and how often they are shaped.
struct WordTests {
    private let style = FontStyle(
        family: "Liberation Sans",
        size: .points(10),
        isBold: false,
        isItalic: false,
        language: "en-GB"
    )

    /// The advance widths of Liberation Sans, in 2048ths of an em: H 1479, i 455, a figure 1139, a no-break space 569.
    @Test(arguments: [("H", 1479), ("Hi", 1934), ("2009", 4556), ("i\u{A0}i", 1479)])
    func `a word is as wide as the advances of its glyphs`(word: String, width: Int) throws {
        let shaper = try Repository.shaper()
        let piece = shaper.piece(Substring(word), in: try shaper.prepare(style))
        #expect(abs(piece.width.points - Double(width) * 10 / 2048) < 0.01)
    }

    @Test func `figures are equally wide, so that columns of them line up`() throws {
        let shaper = try Repository.shaper()
        let id = try shaper.prepare(style)
        let widths = Set("0123456789".map { shaper.piece(Substring(String($0)), in: id).width })
        #expect(widths.count == 1)
    }

    @Test func `a font reaches above and below its line in proportion to its size`() throws {
        let shaper = try Repository.shaper()
        var large = style
        large.size = .points(20)
        let small = shaper.metrics(of: try shaper.prepare(style))
        let twice = shaper.metrics(of: try shaper.prepare(large))
        // 1854 and 434 of 2048.
        #expect(abs(small.ascent.points - 9.05) < 0.1)
        #expect(abs(small.descent.points - 2.12) < 0.1)
        #expect(abs(twice.ascent.points - 2 * small.ascent.points) < 0.1)
        #expect(abs(twice.descent.points - 2 * small.descent.points) < 0.1)
    }

    @Test(arguments: [
        ("performance", [3, 7]), ("monitoring", [3, 5, 7]), ("(performance),", [4, 8]), ("council", [4]), ("of", []),
        ("", []),
        ("Performance", []), ("PERFORMANCE", []), ("perform2nce", []), ("naïveté", []), ("well-being", []),
        ("12345678", []),
        ("...", []), ("'", []), ("short", []),
    ])
    func `words of small letters alone are hyphenated, by the patterns of their language`(word: String, points: [Int])
        throws
    {
        let shaper = try Repository.shaper()
        #expect(shaper.hyphenationPoints(of: Substring(word), in: try shaper.prepare(style)) == points)
    }

    @Test(arguments: [("en-GB", true), ("de-XX", false), ("", false), ("../../etc/passwd", false), ("en-GB/x", false)])
    func `a language has patterns or has none`(language: String, hasPatterns: Bool) throws {
        #expect(try Repository.shaper().canHyphenate(language) == hasPatterns)
    }

    @Test func `a language without patterns hyphenates nothing`() throws {
        let shaper = try Repository.shaper()
        var other = style
        other.language = "de-XX"
        #expect(shaper.hyphenationPoints(of: "performance", in: try shaper.prepare(other)) == [])
    }

    @Test func `a soft hyphen at the end of a piece is drawn as a hyphen and read as what it is`() throws {
        let shaper = try Repository.shaper()
        let id = try shaper.prepare(style)
        let soft = shaper.piece("foot\u{AD}", in: id)
        #expect(soft.text == "foot\u{AD}")
        #expect(soft.holdsSoftHyphen)
        #expect(soft.width == shaper.piece("foot-", in: id).width)
        #expect(soft.runs.map(\.text) == ["foot\u{AD}"])
        #expect(soft.runs.flatMap(\.clusters).map { Int($0.bytes) }.reduce(0, +) == "foot\u{AD}".utf8.count)
        #expect(!shaper.piece("foot-", in: id).holdsSoftHyphen)
    }

    @Test func `words are held by style and direction`() throws {
        let shaper = try Repository.shaper()
        let id = try shaper.prepare(style)
        #expect(shaper.wordCount == 0)
        _ = shaper.pieces(of: "word", in: id)
        #expect(shaper.wordCount == 2, "the word, and its one piece")
        _ = shaper.pieces(of: "word", in: id)
        #expect(shaper.wordCount == 2)
        _ = shaper.piece("word", in: id, isBackward: true)
        #expect(shaper.wordCount == 3)
        var bold = style
        bold.isBold = true
        _ = shaper.pieces(of: "well-being", in: try shaper.prepare(bold))
        #expect(shaper.wordCount == 6, "one word of two pieces")
    }

    @Test func `pieces are the same when their words and glyphs are`() throws {
        let one = try Repository.shaper()
        let other = try Repository.shaper()
        let first = one.piece("word", in: try one.prepare(style))
        #expect(first == other.piece("word", in: try other.prepare(style)))
        #expect(first.hasGlyphs)
        #expect(first != one.piece("words", in: try one.prepare(style)))
        var bold = style
        bold.isBold = true
        #expect(first != one.piece("word", in: try one.prepare(bold)))
    }

    @Test func `nothing is a piece without width and glyphs`() throws {
        let shaper = try Repository.shaper()
        let piece = shaper.piece("", in: try shaper.prepare(style))
        #expect(piece.width == .zero)
        #expect(!piece.hasGlyphs)
        #expect(piece.runs.allSatisfy { $0.text.isEmpty && $0.glyphs.isEmpty && $0.clusters.isEmpty })
    }

    @Test func `Hebrew runs against its glyphs, and figures in it do not`() throws {
        let shaper = try Repository.shaper()
        let id = try shaper.prepare(style)
        #expect(shaper.piece("שלום", in: id, isBackward: true).runs.map(\.isBackward) == [true])
        #expect(shaper.piece("2009", in: id, isBackward: true).runs.map(\.isBackward) == [false])
        #expect(shaper.piece("שלום2009", in: id, isBackward: true).runs.map(\.text) == ["שלום", "2009"])
    }

    @Test func `font files are named in the order of their names, each once`() throws {
        let shaper = try Repository.shaper()
        _ = shaper.piece("word", in: try shaper.prepare(style))
        var bold = style
        bold.isBold = true
        _ = shaper.piece("word", in: try shaper.prepare(bold))
        #expect(shaper.fontFiles.map(\.name) == ["LiberationSans-Bold.ttf", "LiberationSans-Regular.ttf"])
    }
}
