// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import PDFExport
@testable import Typesetting

/// Text that shows nothing, wherever it falls on a page.
struct InvisibleTextTests {
    private var build = PaperBuilder()

    private mutating func link(_ inlines: [Inline]) -> Inline {
        .link(Link(id: build.node(), target: .address("https://a.example"), inlines))
    }

    private mutating func paragraph(_ inlines: [Inline]) -> Block {
        Block(id: build.node(), .paragraph(Paragraph(inlines)))
    }

    /// Whether Cairo has drawn something in every bracket, also in those of text that shows nothing.
    private func drawsAll(_ exported: ExportedPaper) throws -> Bool {
        let brackets = exported.content.brackets.map { page in
            page.map { MarkedContent.Bracket(content: $0.content, isBlank: false) }
        }
        let file = try CairoFile(exported.painted.file)
        let glyphs = try #require(file.pages.first)
        var finisher = try PageFinisher(file: file, glyphPage: glyphs, structure: exported.structure)
        for (index, page) in file.pages.dropFirst().enumerated() {
            _ = try finisher.finished(page, brackets: brackets[index], index: index)
        }
        return brackets.joined().contains { _ in true }
    }

    /// Cairo draws nothing for a call of glyphs without ink at a whole coordinate, about one in forty.
    @Test mutating func `a space between two links survives wherever it falls`() throws {
        var blocks: [Block] = []
        for count in 0..<200 {
            let first = link([.text("a")])
            let second = link([.emphasis([.text("see")]), .text(" "), .strong([.text("this")])])
            blocks.append(paragraph([.text(String(repeating: "i", count: count) + " "), first, .text(" "), second]))
        }
        #expect(try drawsAll(ExportedPaper(build.paper(blocks), width: 500, height: 400)))
    }

    @Test(arguments: ["\u{2800}", "\u{A0}", "\u{2003}", "\u{3000}"])
    mutating func `a character without ink survives wherever it falls`(character: String) throws {
        var blocks: [Block] = []
        for count in 0..<60 {
            let second = link([.text("b")])
            blocks.append(
                paragraph([.text(String(repeating: "i", count: count)), link([.text("a")]), .text(character), second])
            )
        }
        #expect(try drawsAll(ExportedPaper(build.paper(blocks), width: 500, height: 400)))
    }

    /// The space that a line ends at is drawn after it, which may be off the page.
    @Test mutating func `a paper without margins is exported, though spaces stand off its pages`() throws {
        var blocks: [Block] = []
        for count in 0..<40 {
            let words = link([.text(String(repeating: "i", count: count))])
            blocks.append(paragraph([.text("a "), words, .text(" "), link([.text("next")])]))
        }
        let shaper = try Repository.shaper()
        for width in 30..<60 {
            let theme = Theme.plain(width: Double(width), height: 100, margin: 0)
            let set = try typeset(build.paper(blocks), theme: theme, shaper: shaper)
            #expect(try !exportPDF(set, shaper: shaper).isEmpty)
        }
    }

    @Test(arguments: [
        "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", "\u{AD}", "\u{A0}", "\u{E0020}", "\u{202E}", "\u{FE0F}",
    ])
    mutating func `text that shows nothing is exported everywhere`(invisible: String) throws {
        let blank = [Inline.text(invisible)]
        let note = build.note("note 1", invisible)
        let blocks = [
            paragraph(blank), paragraph([.emphasis(blank), .strong(blank)]),
            paragraph([link(blank), link([.lineBreak])]),
            paragraph([.text("a"), link(blank), link([.text("b")] + blank), link(blank + [.text("c")]), .text("d")]),
            build.heading("h\(invisible)"), build.bullets([invisible, "x\(invisible)"]),
            paragraph([.text("e"), build.mark(of: note), .text(invisible)]),
            build.table(
                columns: 2,
                header: [build.row(invisible, "h", kind: .header)],
                rows: [build.band(invisible, columns: 2), build.row(invisible, "x"), build.row(invisible, invisible)]
            ),
            Block(id: build.node(), .notes([note])),
        ]
        let exported = try ExportedPaper(build.paper(blocks), width: 300, height: 400)
        let links = exported.structure.elements.filter { $0.type == .link }
        // The two that show something, the mark of the note, and what leads back to it.
        #expect(links.count == 4)
    }
}
