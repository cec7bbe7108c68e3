// SPDX-License-Identifier: Apache-2.0

import Foundation
import Geometry
import TestSupport
import Testing
import TextShaping

struct TextShaperTests {
    private let style = FontStyle(
        family: "Liberation Sans",
        size: .points(12),
        isBold: false,
        isItalic: false,
        language: "en-GB"
    )

    @Test(arguments: [
        ("word", ["word"]), ("well-being", ["well-", "being"]), ("care/education", ["care/", "education"]),
        ("NI\u{A0}125", ["NI\u{A0}125"]), ("2009/10", ["2009/10"]), ("£2.745m", ["£2.745m"]),
        ("2009–2012", ["2009–2012"]), ("it’s", ["it’s"]), ("", [""]),
    ])
    func `a word is divided where UAX 14 lets a line end`(word: String, parts: [String]) throws {
        let shaper = try Repository.shaper()
        let pieces = shaper.pieces(of: Substring(word), in: try shaper.prepare(style))
        #expect(pieces.map(\.text) == parts)
    }

    @Test func `a word is shaped once`() throws {
        let shaper = try Repository.shaper()
        let id = try shaper.prepare(style)
        #expect(shaper.piece("twice", in: id) === shaper.piece("twice", in: id))
        #expect(try shaper.prepare(style) == id)
    }

    @Test func `every byte of the text and every glyph belongs to a cluster`() throws {
        let shaper = try Repository.shaper()
        for word in ["efficient", "naïve", "ﬁve", "e\u{301}t", "Zürich", "שלום", "Ελληνικά"] {
            let piece = shaper.piece(Substring(word), in: try shaper.prepare(style))
            let runs = piece.runs
            #expect(runs.map(\.text).joined() == word)
            for run in runs {
                #expect(run.clusters.map { Int($0.bytes) }.reduce(0, +) == run.text.utf8.count)
                #expect(run.clusters.map { Int($0.glyphs) }.reduce(0, +) == run.glyphs.count)
            }
        }
    }

    @Test func `bold is wider than plain and twelve points wider than ten`() throws {
        let shaper = try Repository.shaper()
        var bold = style
        bold.isBold = true
        var small = style
        small.size = .points(10)
        let plain = shaper.piece("performance", in: try shaper.prepare(style)).width
        #expect(shaper.piece("performance", in: try shaper.prepare(bold)).width > plain)
        #expect(shaper.piece("performance", in: try shaper.prepare(small)).width < plain)
    }

    @Test func `a character that no font has is told`() throws {
        let shaper = try Repository.shaper()
        let piece = shaper.piece("ok\u{1F680}", in: try shaper.prepare(style))
        #expect(piece.missing == ["\u{1F680}"])
        #expect(shaper.piece("ok", in: try shaper.prepare(style)).missing == [])
    }

    @Test func `a character that a font has only a picture of is told, with all that it is made of`() throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: Repository.colourFont)))
        let shaper = try Repository.shaper(fonts: [try InMemoryFont(name: "fonts/emoji.ttf", bytes: bytes)])
        let style = try shaper.prepare(style)
        func pictures(_ text: Substring) -> [String] { shaper.piece(text, in: style).pictures.map(\.text) }
        #expect(pictures("a\u{2705}b\u{1F680}") == ["\u{2705}", "\u{1F680}"])
        #expect(
            pictures("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}") == ["\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"]
        )
        #expect(shaper.piece("\u{2705}", in: style).pictures.map(\.font) == ["Noto Color Emoji"])
        // What a font with outlines has is drawn with that.
        #expect(pictures("12#✔\u{FE0F}☎▲●\u{1F600}") == [])
        #expect(shaper.piece("12#✔\u{FE0F}☎▲●\u{1F600}", in: style).missing == [])
        var own = self.style
        own.family = "Noto Color Emoji"
        #expect(
            throws: FontError("the font `Noto Color Emoji` is a font of pictures; name one of plain outlines")
        ) { try shaper.prepare(own) }
    }

    @Test func `a soft hyphen at the end of a word is not drawn`() throws {
        let shaper = try Repository.shaper()
        let style = try shaper.prepare(style)
        #expect(shaper.pieces(of: "foot\u{AD}", in: style).map(\.text) == ["foot"])
        #expect(shaper.pieces(of: "\u{AD}\u{AD}", in: style) == [])
        #expect(shaper.pieces(of: "foot\u{AD}ball", in: style).map(\.text) == ["foot\u{AD}ball"])
    }

    @Test func `a family that is not there is an error that names it`() throws {
        let shaper = try Repository.shaper()
        var unknown = style
        unknown.family = "Wealdshire Grotesk"
        #expect(throws: FontError("there is no font `Wealdshire Grotesk`; put its files into the folder `fonts`")) {
            try shaper.prepare(unknown)
        }
    }

    @Test func `the workspace's fonts are found, and no others are used`() throws {
        let folder = try TemporaryFolder()
        try folder.write("<fontconfig><cachedir>\(folder.path)/cache</cachedir></fontconfig>", to: "fonts.conf")
        let readme = try InMemoryFont(name: "fonts/readme.txt", bytes: Array("no font".utf8))
        #expect(throws: FontError("no fonts are found; install Liberation Sans or put fonts into the folder `fonts`")) {
            try TextShaper(configurationFile: folder.path + "/fonts.conf", fonts: [readme])
        }
        let installed = "/usr/share/fonts/truetype/liberation2/LiberationMono-Regular.ttf"
        let own = try InMemoryFont(name: "fonts/own.ttf", bytes: Array(try Data(contentsOf: URL(filePath: installed))))
        let shaper = try TextShaper(configurationFile: folder.path + "/fonts.conf", fonts: [readme, own])
        var mono = style
        mono.family = "Liberation Mono"
        #expect(shaper.piece("own", in: try shaper.prepare(mono)).missing == [])
        #expect(throws: FontError("there is no font `\(style.family)`; put its files into the folder `fonts`")) {
            try shaper.prepare(style)
        }
        #expect(shaper.filesWithoutFont == ["fonts/readme.txt"])
        #expect(shaper.fontFiles.map(\.name) == ["own.ttf"])
    }
}
