// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing
import TextShaping
import Typesetting

@testable import PDFExport

/// Drawing pages with Cairo.
struct DrawPDFTests {
    /// Cairo writes the rest of a file when its surface is destroyed, also after an error.
    @Test func `a drawing that fails is an error, and nothing is written to what is gone`() throws {
        var build = PaperBuilder()
        let pages = try ExportedPaper(build.paper([build.paragraph("On target")])).pages.pages
        let shaper = try Repository.shaper()
        for _ in 0..<20 {
            #expect(throws: ExportError("a font is gone")) {
                try drawPDF(
                    pages.lazy.map { ($0, $0.drawings) },
                    glyphs: GlyphSet(of: pages),
                    fonts: shaper.drawingFonts(of: [])
                )
            }
        }
    }

    /// Cairo 1.18 writes no bracket around what holds no text, so that it gets a space: one of a font that draws none on the page.
    @Test(arguments: ["", "a", "Offtarget"])
    func `symbols and words of a paper without a space are in their brackets`(words: String) throws {
        var build = PaperBuilder()
        var paragraph = Paragraph([.text("Offtarget")])
        paragraph.symbol = .square
        let blocks = [Block(id: build.node(), .paragraph(paragraph)), build.paragraph(words)]
        let exported = try ExportedPaper(build.paper(blocks), width: 300, height: 200)
        #expect(exported.content.brackets[0].count == (words.isEmpty ? 2 : 3))
        #expect(try exported.output(of: "pdftotext", "-raw").filter(\.isLetter) == "Offtarget" + words)
    }
}
