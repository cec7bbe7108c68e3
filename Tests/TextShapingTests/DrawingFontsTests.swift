// SPDX-License-Identifier: Apache-2.0

import Foundation
import Geometry
import Synchronization
import TestSupport
import Testing
import TextShaping

struct DrawingFontsTests {
    /// Twelve files: Cairo 1.16 keeps ten open.
    private let styles = ["Liberation Sans", "Liberation Serif", "Liberation Mono"].flatMap { family in
        [(false, false), (true, false), (false, true), (true, true)].map { isBold, isItalic in
            FontStyle(family: family, size: .points(12), isBold: isBold, isItalic: isItalic, language: "en-GB")
        }
    }

    /// The number of glyphs without ink among those of a word in each style, asked when the shaper is gone.
    private func glyphsWithoutInk(in word: Substring, shapedBy makeShaper: () throws -> TextShaper) throws -> Int {
        var runs: [ShapedPiece.Run] = []
        let fonts: DrawingFonts
        do {
            let shaper = try makeShaper()
            for style in styles { runs += shaper.piece(word, in: try shaper.prepare(style)).runs }
            fonts = shaper.drawingFonts(of: runs.map(\.face))
        }
        return try runs.reduce(0) { count, run in
            let font = try #require(fonts.font(of: run.face))
            return count + run.glyphs.count { !font.hasInk(UInt($0.index)) }
        }
    }

    @Test func `fonts in memory can be drawn with when their shaper is gone`() throws {
        let folder = try TemporaryFolder()
        try folder.write("<fontconfig><cachedir>\(folder.path)/cache</cachedir></fontconfig>", to: "fonts.conf")
        let count = try glyphsWithoutInk(in: "Hamburg") {
            let files = try ["Sans", "Serif", "Mono"].flatMap { family in
                try ["Regular", "Bold", "Italic", "BoldItalic"].map { style in
                    let name = "Liberation\(family)-\(style).ttf"
                    let path = "/usr/share/fonts/truetype/liberation2/" + name
                    return try InMemoryFont(name: name, bytes: Array(try Data(contentsOf: URL(filePath: path))))
                }
            }
            return try TextShaper(configurationFile: folder.path + "/fonts.conf", fonts: files)
        }
        #expect(count == 0)
    }

    @Test func `a font has a space without ink, whatever is drawn with it`() throws {
        let shaper = try Repository.shaper()
        for style in styles {
            let font = try shaper.prepare(style)
            let (word, space) = (shaper.piece("Hamburg", in: font), shaper.piece(" ", in: font))
            let drawn = try #require(shaper.drawingFonts(of: word.runs.map(\.face)).font(of: word.runs[0].face))
            #expect(drawn.space == space.runs[0].glyphs[0].index)
        }
    }

    /// In each style the noncharacter has no ink of a font: Pango draws a box for it.
    @Test func `fonts are found, drawn with and released on many threads at once`() throws {
        let counts = Mutex<Set<Int>>([])
        let ends = (0..<8).map { _ in DispatchSemaphore(value: 0) }
        for end in ends {
            Thread.detachNewThread {
                for _ in 0..<30 {
                    let count = (try? glyphsWithoutInk(in: "Hamburg–ﷺ\u{10FFFF}") { try Repository.shaper() }) ?? -1
                    counts.withLock { _ = $0.insert(count) }
                }
                end.signal()
            }
        }
        for end in ends { end.wait() }
        #expect(counts.withLock(\.self) == [12])
    }
}
