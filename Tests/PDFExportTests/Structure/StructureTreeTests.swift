// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing
import Typesetting

@testable import PDFExport

struct StructureTreeTests {
    private var build = PaperBuilder()

    private mutating func dump(_ blocks: [Block]) throws -> String {
        try StructureTree(of: build.paper(blocks)) { _ in true }.dump
    }

    private mutating func block(_ content: Block.Content) -> Block { Block(id: build.node(), content) }

    @Test mutating func `text, lists, quotations and signatures`() throws {
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text("here")])
        let nested = List.Item(
            id: build.node(),
            blocks: [build.paragraph("one"), build.bullets(["two"])]
        )
        let blocks = [
            build.heading("First"), build.heading("Second", level: 2),
            block(.paragraph(Paragraph([.text("See "), .strong([.link(link)])]))),
            block(.list(List(marker: .letter, items: [nested]))),
            block(.quotation([build.paragraph("quoted")])),
            block(.signature(Signature(name: [.text("Pat Smith")], post: [.text("Director")]))),
        ]
        #expect(
            try dump(blocks) == """
                Document
                  Sect
                    H1
                    H2
                    P
                      Link
                    L LowerAlpha
                      LI
                        Lbl
                        LBody
                          P
                          L Disc
                            LI
                              Lbl
                              LBody
                    BlockQuote
                      P
                    P

                """
        )
    }

    @Test mutating func `a table in an item of a list is in its body`() throws {
        let header = build.row("Name", kind: .header)
        let table = build.table(columns: 1, header: [header], rows: [build.row("row")])
        let item = List.Item(id: build.node(), blocks: [build.paragraph("one"), table, build.paragraph("two")])
        let lines = try dump([block(.list(List(marker: .bullet, items: [item])))]).split(separator: "\n")
        let body = lines.drop { !$0.hasSuffix("LBody") }.dropFirst()
        // What is in the body of the item itself, a level below it.
        let own = body.filter { $0.prefix { $0 == " " }.count == 10 }.map { $0.drop { $0 == " " } }
        #expect(own.map { String($0.prefix(5)) } == ["P", "Table", "P"])
    }

    @Test mutating func `words in another language and abbreviations are spans, with what is known of them`() throws {
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text("yma")])
        let inner = Span(id: build.node(), .expansion("Llywodraeth (Cymru)"), [.text("LlC")])
        let welsh = Span(
            id: build.node(),
            .language(.welsh),
            [.text("bore da "), .link(link), .emphasis([.span(inner)])]
        )
        let blank = Span(id: build.node(), .language(.welsh), [.text("\u{200B}")])
        let whole = Span(id: build.node(), .language(.welsh), [.text("Y wefan")])
        let within = Link(id: build.node(), target: .address("https://b.example/"), [.span(whole)])
        let exported = try ExportedPaper(
            build.paper([
                block(.paragraph(Paragraph([.text("She said "), .span(welsh), .text("."), .span(blank)]))),
                block(.paragraph(Paragraph([.link(within)]))),
            ])
        )
        #expect(
            exported.structure.dump == """
                Document
                  Sect
                    P
                      Span in cy
                        Link
                        Span for “Llywodraeth (Cymru)”
                    P
                      Link
                        Span in cy

                """
        )
        let objects = try exported.objects()
        #expect(objects.split(separator: "/Lang(cy)", omittingEmptySubsequences: false).count == 3)
        #expect(objects.contains("/E(Llywodraeth \\(Cymru\\))"))
    }

    @Test mutating func `a box around paragraphs is no element, and what is drawn of it an artifact`() throws {
        let blocks = [build.heading("Purpose"), build.paragraph("For decision")]
        let plain = try ExportedPaper(build.paper(blocks))
        let boxed = try ExportedPaper(build.paper(blocks.inPanel(.request)))
        #expect(boxed.structure.dump == plain.structure.dump)
        #expect(boxed.content.brackets.map(\.count) == plain.content.brackets.map(\.count))
        #expect(boxed.file != plain.file)
    }

    @Test mutating func `the number of a paragraph is the beginning of its words`() throws {
        let blocks = [build.heading("Homes", number: "1"), build.paragraph("Bought.", number: "1.1")]
        let exported = try ExportedPaper(build.paper(blocks))
        let elements = exported.structure.elements.filter { $0.type == .paragraph }
        #expect(elements.map(\.words) == [TextDigest("1.1 Bought.")])
        let own = try #require(exported.structure.elements.firstIndex { $0.type == .paragraph })
        #expect(exported.content.sequences(of: own).count == 1)
    }

    @Test mutating func `the caption of a table is in the table, before its rows`() throws {
        let table = build.table(columns: 1, header: [build.row("A", kind: .header)], rows: [build.row("b")])
        let caption = [
            build.paragraph("Visits", role: .caption, number: "Table 1"), build.paragraph("In all", role: .tableNote),
        ]
        func types(_ blocks: [Block]) throws -> [String] {
            try StructureTree(of: build.paper(blocks)) { _ in true }.elements.map(\.type.rawValue)
        }
        let rows = ["THead", "TR", "TH", "TBody", "TR", "TD"]
        #expect(try types(caption + [table]) == ["Document", "Sect", "Table", "Caption", "P", "P"] + rows)
        #expect(try types([caption[1], table]) == ["Document", "Sect", "P", "Table"] + rows)
        #expect(
            try types(caption + [build.paragraph("Text"), table]) == ["Document", "Sect", "P", "P", "P", "Table"] + rows
        )
    }

    @Test mutating func `a figure says what it shows, after its caption`() throws {
        let figure = build.stackedBars([.off, .complete], [("Arts", [1, 3])])
        #expect(
            try dump([figure]) == """
                Document
                  Sect
                    Div
                      Caption
                        P
                        P
                      Figure “Status of visits, stacked bars.”

                """
        )
    }

    @Test mutating func `the header block is pairs of label and value, not a table`() throws {
        let by = [build.paragraph("Pat Smith"), build.paragraph("Sam Jones")]
        let to = [build.paragraph("Cabinet")]
        let pairs = [
            Details.Pair(id: build.node(), label: [.text("By")], values: by),
            Details.Pair(id: build.node(), label: [.text("To")], values: to),
        ]
        #expect(
            try dump([block(.details(Details(role: .headerBlock, pairs: pairs)))]) == """
                Document
                  Sect
                    L None
                      LI
                        Lbl
                        LBody
                          P
                          P
                      LI
                        Lbl
                        LBody

                """
        )
    }

    @Test mutating func `contents nest as their entries do`() throws {
        var entries: [Contents.Entry] = []
        for (level, words) in [(1, "One"), (2, "Half"), (2, "More"), (1, "Two")] {
            entries.append(Contents.Entry(id: build.node(), level: level, number: nil, words: words, anchor: words))
        }
        let contents = Contents(
            heading: Heading(level: 1, [.text("Contents")], anchor: "contents"),
            entries: entries,
            fromPages: 1
        )
        let blocks = [block(.contents(contents))]
        #expect(
            try dump(blocks) == """
                Document
                  Sect
                    H1
                    TOC
                      TOCI
                        Reference
                          Link
                        TOC
                          TOCI
                            Reference
                              Link
                          TOCI
                            Reference
                              Link
                      TOCI
                        Reference
                          Link

                """
        )
        let unset = try StructureTree(of: build.paper(blocks)) { _ in false }
        #expect(unset.dump == "Document\n  Sect\n")
        // Long contents list the first level alone.
        let deeper = Set(entries.filter { $0.level > 1 }.map { Owner.node($0.id) })
        let short = try StructureTree(of: build.paper(blocks)) { !deeper.contains($0) }
        #expect(short.dump.split(separator: "\n").count { $0.hasSuffix("TOCI") } == 2)
        #expect(short.dump.split(separator: "\n").count { $0.hasSuffix("TOC") } == 1)
    }

    @Test mutating func `a note stands after its table and is linked both ways`() throws {
        let note = build.note("note 1", "Estimated.")
        let table = Table(
            columns: [Table.Column()],
            header: [build.row("Measure", kind: .header)],
            rows: [
                build.row([
                    Table.Cell(
                        id: build.node(),
                        blocks: [block(.paragraph(Paragraph([.text("Visits"), build.mark(of: note)])))]
                    )
                ])
            ],
            notes: [note]
        )
        let header = table.header[0].cells[0].id.index
        #expect(
            try dump([block(.table(table))]) == """
                Document
                  Sect
                    Table
                      THead
                        TR
                          TH #\(header) scope Column
                      TBody
                        TR
                          TD named by \(header)
                            Reference
                              Link
                    Note #\(note.id.index)
                      Lbl
                        Link
                      P

                """
        )
    }

    @Test mutating func `a table of only a header has no head, since it has no body`() throws {
        let table = build.table(columns: 1, header: [build.row("Name", kind: .header)], rows: [])
        let types = try dump([table]).split(separator: "\n").map { $0.split(separator: " ")[0] }
        #expect(types == ["Document", "Sect", "Table", "TR", "TH"])
    }

    @Test mutating func `what a cell holds keeps its blocks`() throws {
        var cell = build.cell("One\nTwo")
        cell.blocks.append(build.bullets(["three"]))
        let table = build.table(
            columns: 1,
            header: [build.row("Head", kind: .header)],
            rows: [build.row([cell])]
        )
        let dump = try dump([table])
        #expect(
            dump.hasSuffix(
                """
                            P
                            P
                            L Disc
                              LI
                                Lbl
                                LBody

                """
            ),
            "\(dump)"
        )
    }
}
