// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

@testable import PDFExport
@testable import Typesetting

struct ExportPDFTests {
    private func exported(_ blocks: [Block], width: Double = 200) throws -> ExportedPaper {
        var builder = PaperBuilder()
        return try ExportedPaper(builder.paper(blocks), width: width)
    }

    private func link(_ address: String, _ builder: inout PaperBuilder) -> Block {
        let link = Link(id: builder.node(), target: .address(address), [.text("here")])
        return Block(id: builder.node(), .paragraph(Paragraph([.link(link)])))
    }

    @Test func `ligatures, accents and no-break spaces are read as they were written`() throws {
        var build = PaperBuilder()
        let text = try exported([build.paragraph("efficient naïve café NI\u{A0}125 £2.7m – Ωmega")])
            .output(of: "pdftotext", "-raw")
        #expect(text.hasPrefix("efficient naïve café NI 125 £2.7m – Ωmega\n"), "\(text)")
    }

    @Test func `an address cannot break out of its string`() throws {
        var build = PaperBuilder()
        let addresses = ["https://a.example/x(y)\\z'q", "https://a.example/it's?a=b&c=d#e", "mailto:o'brien@a.example"]
        let listed = try exported(addresses.map { link($0, &build) }).output(of: "pdfinfo", "-url")
        for address in [
            "https://a.example/x%28y%29%5Cz%27q", "https://a.example/it%27s?a=b&c=d#e", "mailto:o%27brien@a.example",
        ] {
            #expect(listed.contains(address), "\(listed)")
        }
    }

    @Test func `the outline nests as the headings do`() throws {
        var build = PaperBuilder()
        let blocks = [
            build.heading("One", level: 1), build.heading("One and a half", level: 2),
            build.heading("Deeper (and deeper)", level: 3), build.heading("Two", level: 1),
        ]
        let outline = try exported(blocks).output(of: "pdftohtml", "-xml", "-i", "-stdout")
        let items = outline.split(separator: "\n").filter { $0.contains("<item") || $0.contains("outline>") }
            .map { $0.replacing(/\spage="\d+"/, with: "") }
        #expect(
            items == [
                "<outline>", "<item>One</item>", "<outline>", "<item>One and a half</item>", "<outline>",
                "<item>Deeper (and deeper)</item>", "</outline>", "</outline>", "<item>Two</item>", "</outline>",
            ]
        )
    }

    @Test func `a paper without words is a page all the same`() throws {
        #expect(try exported([]).output(of: "pdfinfo").contains("Pages:           1"))
    }

    @Test func `the document says what it is, in the paper's own day`() throws {
        let said = try exported([]).output(of: "pdfinfo", "-isodates").split(separator: "\n")
            .map { $0.split(separator: /:\s+/, maxSplits: 1).joined(separator: ": ") }
        for line in [
            "Title: Test", "Subject: A test", "Author: Test Council", "Creator: Cleardays", "Producer: Cleardays",
            "CreationDate: 2009-11-30T00:00:00Z", "ModDate: 2009-11-30T00:00:00Z", "Tagged: yes", "PDF version: 1.7",
        ] {
            #expect(said.contains(line), "\(said)")
        }
    }

    @Test func `a document may be made on another day than the paper's`() throws {
        var build = PaperBuilder()
        let paper = build.paper([])
        let shaper = try Repository.shaper()
        let pages = try typeset(paper, theme: .plain(), shaper: shaper)
        let date = DocumentDate(secondsSince1970: 1_000_000_000)
        let file = try exportPDF(pages, date: date, shaper: shaper)
        #expect(String(decoding: file, as: UTF8.self).contains("<xmp:CreateDate>2001-09-09T01:46:40Z</xmp:CreateDate>"))
    }

    @Test func `finishing changes no pixel`() throws {
        var build = PaperBuilder()
        let blocks = [
            build.heading("Finance"),
            build.paragraph("Some words that are long enough for two lines of this narrow page."),
            build.bullets(["one", "two"]), link("https://a.example/", &build),
            build.table(
                columns: 2,
                header: [build.row("Measure", "Figure", kind: .header)],
                rows: (1...12).map { build.row("Row \($0)", "\($0)%") }
            ),
        ]
        let images = try exported(blocks).images()
        #expect(images.drawn.count > 1)
        #expect(images.finished == images.drawn)
    }

    @Test func `the same paper gives the same bytes, another paper another identifier`() throws {
        func file(_ text: String) throws -> [UInt8] {
            var build = PaperBuilder()
            return try exported([build.paragraph(text)]).file
        }
        func identifier(_ file: [UInt8]) throws -> Substring {
            try #require(String(decoding: file, as: UTF8.self).firstMatch(of: /\/ID\[<([0-9A-F]{32})><\1>\]/)).1
        }
        let first = try file("one")
        let again = try file("one")
        let other = try file("two")
        #expect(first == again)
        #expect(try identifier(first) != identifier(other))
    }

    @Test func `a link to a place that is nowhere is refused`() throws {
        var build = PaperBuilder()
        let link = Link(id: build.node(), target: .anchor("nowhere"), [.text("here")])
        let block = Block(id: build.node(), .paragraph(Paragraph([.link(link)])))
        #expect(throws: ExportError("a link leads to a place that is nowhere")) { try exported([block]) }
    }

    @Test func `a page that a reference says stands in the pages, in the structure and in what its link is called`()
        throws
    {
        var build = PaperBuilder()
        let filler = (0..<20).map { build.paragraph("filler \($0)") }
        let paper = try exported(
            [build.reference("See", .page, to: "Place"), build.reference("See", .overleaf, to: "Place")] + filler
                + [build.heading("Place")]
        )
        let page = try #require(paper.pages.pages.last)
        #expect(page.number > 2)
        let words = "See page \(page.number)"
        let lines = try paper.output(of: "pdftotext").split(separator: "\n").prefix(2)
        #expect(lines.map(String.init) == [words, words])
        let structure = try paper.output(of: "pdfinfo", "-struct-text")
        #expect(structure.split(separator: "\"page \(page.number)\"").count == 3, "\(structure)")
        #expect(try paper.objects().split(separator: "/Contents(page \(page.number))").count == 3)
    }

    @Test func `two places of one name are refused`() throws {
        var build = PaperBuilder()
        let blocks = [build.heading("One"), build.heading("One")]
        #expect(throws: ExportError("two places have the same name")) { try exported(blocks) }
    }
}
