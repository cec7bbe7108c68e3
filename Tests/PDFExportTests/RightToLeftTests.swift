// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import PDFExport
@testable import Typesetting

/// Text that runs from right to left, from the paper to what poppler reads; `tools/judge-rtl` asks other readers too.
struct RightToLeftTests {
    private let mixed = "فلتر زيت 2014 (50%) و £1.2m in 2025/26. Urdu: یہ رپورٹ 2025 کی ہے۔"

    private func exported(_ texts: [String]) throws -> ExportedPaper {
        var build = PaperBuilder()
        return try ExportedPaper(build.paper(texts.map { build.paragraph($0) }), width: 460, height: 140)
    }

    /// The case of a cell in Arabic with a year, brackets, a per cent sign, money, English and Urdu.
    @Test func `a cell with Arabic, Urdu, figures, brackets and Latin words stands in the bidirectional order`() throws
    {
        var build = PaperBuilder()
        let table = build.table(
            columns: 1,
            header: [build.row("Reason", kind: .header)],
            rows: [build.row(mixed)]
        )
        let exported = try ExportedPaper(build.paper([table]), width: 460, height: 140)
        let runs = exported.pages.pages.flatMap(\.items).compactMap { item -> TextRun? in
            guard case .text(let run) = item, run.pieces.contains(where: { $0.piece.text.contains("2014") }) else {
                return nil
            }
            return run
        }
        let cell = try #require(runs.first)
        #expect(runs.count == 1)
        let words = cell.pieces.sorted { $0.x < $1.x }.map(\.piece.text).joined().split(separator: " ").map(String.init)
        // By UAX 9 from left to right: the paragraph is from right to left, and English with its figures a run in it.
        // A piece from right to left is named as it is read: `%)` has the bracket at its left.
        #expect(
            words == [
                "ہے۔", "کی", "2025", "رپورٹ", "یہ", ":1.2m", "in", "2025/26.", "Urdu£", "و", "%)50(", "2014", "زيت",
                "فلتر",
            ]
        )
        // No letter stands unjoined: each Arabic word has forms that a letter alone has not.
        let shaper = try Repository.shaper()
        for piece in cell.pieces.map(\.piece) where piece.text == "زيت" {
            let style = try shaper.prepare(
                FontStyle(family: "Liberation Sans", size: .points(8), isBold: false, isItalic: false, language: "en")
            )
            let alone = Set(
                "زيت".flatMap { shaper.piece(Substring(String($0)), in: style, isBackward: true).runs }
                    .flatMap(\.glyphs).map(\.index)
            )
            #expect(!Set(piece.runs.flatMap(\.glyphs).map(\.index)).isSubset(of: alone))
        }
        #expect(try exported.output(of: "pdftotext", "-raw").contains("2014"))
    }

    @Test func `English brackets are read as they are beside Hebrew ones`() throws {
        let paper = try exported(["See (page 4) of [it].", "ספר (שלום) [עולם]", mixed])
        for font in GlyphSet(of: paper.pages.pages).fonts {
            let plain = font.clusters.filter { $0.glyphs.count == 1 }
            #expect(Set(plain.map(\.glyphs)).count == plain.count, "a glyph has two meanings: \(plain.map(\.text))")
        }
        #expect(try paper.output(of: "pdftotext", "-raw").hasPrefix("See (page 4) of [it].\n"))
        #expect(try paper.output(of: "pdfinfo", "-struct-text").contains("\"See (page 4) of [it].\""))
    }

    /// Poppler's listing ends at a span with a text of its own, which Cairo writes for a cluster of several glyphs.
    @Test func `the structure says text with brackets, vowels and points whole`() throws {
        let read = try exported(["ספר (שלום) טוב", "مَكْتَبَةٌ جَدِيدَةٌ", "סִפְרִיָּה קְטַנָּה"])
            .output(of: "pdfinfo", "-struct-text")
        // A bracket is the character that its glyph shows.
        #expect(read.contains("\"ספר )שלום( טוב\""), "\(read)")
        #expect(read.contains("\"مَكْتَبَةٌ جَدِيدَةٌ\""), "\(read)")
    }

    @Test func `finishing text from right to left changes no pixel`() throws {
        let images = try exported([mixed, "ספר (שלום) טוב", "مَكْتَبَةٌ جَدِيدَةٌ", "one שלום עולם two"]).images()
        #expect(images.finished == images.drawn)
        #expect(images.drawn.count == 1)
    }
}
