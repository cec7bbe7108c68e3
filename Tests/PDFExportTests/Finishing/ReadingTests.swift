// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing
import Typesetting

@testable import PDFExport

/// What a reader of the finished file finds, in poppler's words.
struct ReadingTests {
    private func structure(_ blocks: [Block], width: Double = 200) throws -> [String] {
        var build = PaperBuilder()
        return try ExportedPaper(build.paper(blocks), width: width).output(of: "pdfinfo", "-struct-text")
            .split(separator: "\n").map { $0.replacing(/\s*\((block|inline)\)/, with: "") }
            .filter { !$0.contains(/^\s+(Object|\/|T[HD].*<.*>:$)/) || $0.contains("Headers") }
            .map { String($0) }
    }

    @Test func `paragraphs, links and lists are read in order, and lines do not run together`() throws {
        var build = PaperBuilder()
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text("the plan")])
        let paragraph = Paragraph([
            .text("Members read "), .link(link), .text(" and the comments of every directorate on it."),
        ])
        let read = try structure([
            build.heading("Introduction"), Block(id: build.node(), .paragraph(paragraph)),
            build.bullets(["one", "two"]),
            Block(id: build.node(), .signature(Signature(name: [.text("Pat Smith")], post: [.text("Director")]))),
        ])
        #expect(
            read.joined(separator: "\n") == """
                Document
                  Sect
                    H1
                      "Introduction"
                    P
                      "Members read "
                      Link
                        "the plan"
                      " and the comments of every directorate on it."
                    L:
                      LI
                        Lbl
                          "•"
                        LBody
                          "one"
                      LI
                        Lbl
                          "•"
                        LBody
                          "two"
                    P
                      "Pat Smith Director"
                """
        )
    }

    @Test func `a paragraph that begins with a link is read from the link on`() throws {
        var build = PaperBuilder()
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text("This")])
        let read = try structure([Block(id: build.node(), .paragraph(Paragraph([.link(link), .text(" is it.")])))])
        #expect(read.suffix(4).map { $0.drop { $0 == " " } } == ["P", "Link", "\"This\"", "\" is it.\""])
    }

    @Test func `a cell over several pages is one cell, and a header is read once`() throws {
        var build = PaperBuilder()
        let long = (1...60).map { "word\($0)" }.joined(separator: " ")
        let table = build.table(
            columns: 2,
            header: [build.row("Measure", "Comment", kind: .header)],
            rows: [build.band("North", columns: 2), build.row("Visits", long), build.row("Loans", "fewer")]
        )
        let paper = build.paper([table])
        let exported = try ExportedPaper(paper)
        #expect(exported.pages.pages.count > 2)
        let read = try exported.output(of: "pdfinfo", "-struct-text")
        for text in ["\"Measure\"", "\"Comment\"", "\"North\"", "\"Loans\""] {
            #expect(read.ranges(of: text).count == 1, "\(text) in \(read)")
        }
        // Poppler gives what is on each page apart.
        #expect(read.replacing(/"\n\s+"/, with: "").contains("\"\(long)\""), "\(read)")
        #expect(read.ranges(of: /\n\s+Table/).count == 1)
        #expect(read.ranges(of: /\n\s+TR/).count == 4)
        let painted = try exported.output(of: "pdftotext", "-raw")
        #expect(painted.ranges(of: "Measure").count == exported.pages.pages.count)
    }

    @Test
    func `a table of sixty pages is one table, each header cell is there once, and names its cells by both levels`()
        throws
    {
        var build = PaperBuilder()
        func header(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
            var cell = build.cell(text, columns: columns, rows: rows)
            cell.isHeader = true
            return cell
        }
        let upper = build.row([header("Plan", columns: 2), header("Comment", rows: 2)], kind: .header)
        let lower = build.row([header("Action"), header("Outcome")], kind: .header)
        let rows = (1...260).map { build.row("action\($0)", "outcome\($0)", "comment\($0)") }
        let table = build.table(columns: 3, header: [upper, lower], rows: rows)
        let exported = try ExportedPaper(build.paper([table]))
        #expect(exported.pages.pages.count > 60)
        let read = try exported.output(of: "pdfinfo", "-struct-text")
        #expect(read.ranges(of: /\n\s+Table/).count == 1)
        #expect(read.ranges(of: /\n\s+TH\b/).count == 4)
        #expect(read.ranges(of: /\n\s+TD/).count == 3 * 260)
        for text in ["Plan", "Action", "Outcome", "Comment"] { #expect(read.ranges(of: "\"\(text)\"").count == 1) }
        let objects = try exported.objects()
        // Cells under two levels name two headers, those of the last column one.
        #expect(objects.ranges(of: /\/Headers\s*\[\s*\([^)]*\)\s*\([^)]*\)\s*\]/).count >= 2 * 260)
    }
}
