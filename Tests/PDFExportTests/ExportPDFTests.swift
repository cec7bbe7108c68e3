// SPDX-License-Identifier: Apache-2.0

import Foundation
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import PDFExport
@testable import Typesetting

struct ExportPDFTests {
    /// What one of poppler's tools says of a paper of some blocks.
    private func exported(_ blocks: [Block], _ tool: String, _ options: String...) throws -> String {
        var builder = PaperBuilder()
        var timer = StageTimer()
        let shaper = try Repository.shaper()
        let paper = try typeset(builder.paper(blocks), theme: .plain(), shaper: shaper, timer: &timer)
        let folder = try TemporaryFolder()
        try folder.write(try exportPDF(paper, shaper: shaper), to: "paper.pdf")
        let outcome = try Command.run(
            "/usr/bin/" + tool,
            options + [folder.path + "/paper.pdf"] + (tool == "pdftotext" ? ["-"] : [])
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        return outcome.output
    }

    private func link(_ address: String, _ builder: inout PaperBuilder) -> Block {
        let link = Link(id: builder.node(), target: .address(address), [.text("here")])
        return Block(id: builder.node(), .paragraph(Paragraph([.link(link)])))
    }

    @Test func `ligatures, accents and no-break spaces are read as they were written`() throws {
        var build = PaperBuilder()
        let text = try exported(
            [build.paragraph("efficient naïve café NI\u{A0}125 £2.7m – Ωmega")],
            "pdftotext",
            "-raw"
        )
        #expect(text.hasPrefix("efficient naïve café NI 125 £2.7m – Ωmega\n"), "\(text)")
    }

    @Test func `an address cannot break out of its string`() throws {
        var build = PaperBuilder()
        let addresses = ["https://a.example/x(y)\\z'q", "https://a.example/it's?a=b&c=d#e", "mailto:o'brien@a.example"]
        let listed = try exported(addresses.map { link($0, &build) }, "pdfinfo", "-url")
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
        let outline = try exported(blocks, "pdftohtml", "-xml", "-i", "-stdout")
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
        #expect(try exported([], "pdfinfo").contains("Pages:           1"))
    }

    @Test(arguments: [
        [], Array("not a PDF".utf8), Array("startxref\n9999999\n%%EOF".utf8), Array("startxref\n0\n%%EOF".utf8),
        Array("trailer\n<< /Size 2 /Root 1 0 R /Info 1 0 R >>\nstartxref\n0\n%%EOF".utf8),
    ])
    func `a file that is not as Cairo writes it is refused`(bytes: [UInt8]) {
        #expect(throws: ExportError.self) { try PDFFinisher(bytes).finished(language: "en-GB") }
    }
}
