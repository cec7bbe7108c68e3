// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing
import Typesetting

@testable import PDFExport

/// Breaks each promise in turn.
struct PaperAssertionsTests {
    private var build = PaperBuilder()

    /// A tree from types and depths, in reading order.
    private func tree(
        _ items: [(Int, StructureType)],
        _ change: (inout [StructureElement]) -> Void = { _ in }
    ) -> StructureTree {
        var elements: [StructureElement] = []
        for (index, (depth, type)) in items.enumerated() {
            let parent = items[..<index].lastIndex { $0.0 < depth } ?? 0
            let end = items[(index + 1)...].firstIndex { $0.0 <= depth } ?? items.count
            elements.append(StructureElement(type: type, parent: parent, end: end))
        }
        change(&elements)
        return StructureTree(elements: elements, headers: [])
    }

    @Test(arguments: ["", "e", "en_GB", "english please", "en-", "-GB", "en-toolongsubtag", "12"])
    mutating func `a language that is none is refused`(language: String) {
        var paper = build.paper([])
        paper.properties.language = language
        #expect(throws: ExportError("`\(language)` is not the tag of a language")) { try ExportedPaper(paper) }
    }

    @Test(arguments: ["en", "en-GB", "cy", "zh-Hant-TW", "ar-EG"])
    mutating func `a language that is one is taken`(language: String) throws {
        var paper = build.paper([build.paragraph("x")])
        paper.properties.language = language
        let file = try ExportedPaper(paper).file
        #expect(String(decoding: file, as: UTF8.self).contains("<rdf:li>\(language)</rdf:li>"))
    }

    @Test mutating func `a paper without a title is refused`() {
        var paper = build.paper([])
        paper.properties.title = " "
        #expect(throws: ExportError("the paper has no title")) { try ExportedPaper(paper) }
    }

    @Test(arguments: ["", " ", "\u{200B}", "\u{A0}\u{AD}"]) mutating func `a heading without words is refused`(
        words: String
    ) {
        #expect(throws: ExportError("a heading has no words")) {
            try ExportedPaper(build.paper([build.heading(words)]))
        }
    }

    @Test mutating func `a heading may be a link from its first word to its last`() throws {
        let link = Link(id: build.node(), target: .address("https://a.example"), [.text("here")])
        let heading = Heading(level: 1, [.link(link), .text("\u{A0}")], anchor: "here")
        let paper = build.paper([Block(id: build.node(), .heading(heading))])
        #expect(try ExportedPaper(paper).structure.dump.contains("    H1\n      Link"))
    }

    @Test mutating func `headings that begin too deep or leave a level out are refused`() {
        let late = [build.heading("Two", level: 2)]
        let gap = [build.heading("One", level: 1), build.heading("Three", level: 3)]
        #expect(throws: ExportError("a heading of level 2 follows one of level 0")) {
            try ExportedPaper(build.paper(late))
        }
        #expect(throws: ExportError("a heading of level 3 follows one of level 1")) {
            try ExportedPaper(build.paper(gap))
        }
        let deep = [build.heading("Seven", level: 7)]
        #expect(throws: ExportError("there is no heading of level 7")) { try ExportedPaper(build.paper(deep)) }
    }

    @Test mutating func `a table without headers is refused`() {
        let table = build.table(columns: 2, header: [], rows: [build.row("1", "2")])
        #expect(throws: ExportError("a cell of a table has no header")) { try ExportedPaper(build.paper([table])) }
    }

    @Test(
        arguments: [
            ([(0, .document), (1, .list), (2, .paragraph)], "P stands in L"),
            ([(0, .document), (1, .listItem)], "LI stands in Document"),
            ([(0, .document), (1, .paragraph), (2, .listBody)], "LBody stands in P"),
            ([(0, .document), (1, .table), (2, .dataCell)], "TD stands in Table"),
            ([(0, .document), (1, .table), (2, .tableBody), (3, .dataCell)], "TD stands in TBody"),
            ([(0, .document), (1, .contents), (2, .link)], "Link stands in TOC"),
            ([(0, .document), (1, .paragraph), (2, .section)], "Sect stands in P"),
            ([(0, .document), (1, .note)], "Note has no identifier"),
            ([(0, .document), (1, .link), (2, .paragraph)], "P stands in Link"),
            ([(0, .document), (1, .paragraph), (2, .span), (3, .paragraph)], "P stands in Span"),
            ([(0, .document), (1, .link), (2, .link)], "Link stands in Link"),
            ([(0, .document), (1, .label)], "Lbl stands in Document"),
            ([(0, .document), (1, .figure)], "Figure stands in Document"),
            ([(0, .document), (1, .caption)], "Caption stands in Document"),
            ([(0, .document), (1, .division), (2, .paragraph)], "P stands in Div"),
            ([(0, .document), (1, .division), (2, .figure), (3, .paragraph)], "P stands in Figure"),
            ([(0, .section)], "the structure is no document"),
            ([(0, .document), (1, .document)], "Document stands in Document"),
        ] as [([(Int, StructureType)], String)]
    )
    func `elements where they may not stand are refused`(items: [(Int, StructureType)], refusal: String) {
        #expect(throws: ExportError(refusal)) { try NestingAssertions(structure: tree(items)).check() }
    }

    @Test func `two elements of one identifier are refused`() throws {
        let notes: [(Int, StructureType)] = [(0, .document), (1, .note), (1, .note)]
        let own = tree(notes) { elements in
            for index in 1...2 { elements[index].identifier = NodeID(index) }
        }
        try NestingAssertions(structure: own).check()
        let shared = tree(notes) { elements in
            for index in 1...2 { elements[index].identifier = NodeID(7) }
        }
        #expect(throws: ExportError("two elements have the identifier 7")) {
            try NestingAssertions(structure: shared).check()
        }
    }

    @Test mutating func `a figure that the structure has not is refused`() throws {
        let figure = build.stackedBars([.off], [("Arts", [1])])
        let paper = build.paper([figure])
        let exported = try ExportedPaper(paper, width: 300, height: 200)
        let twice = build.paper([figure, figure])
        #expect(throws: ExportError("the figures of the paper and those of its structure differ")) {
            try FigureAssertions(
                contents: PaperContents(of: twice),
                structure: exported.structure,
                content: exported.content
            ).check()
        }
    }

    @Test mutating func `a table that the structure has twice, or not, is refused`() throws {
        let table = build.table(columns: 1, header: [build.row("Head", kind: .header)], rows: [build.row("1")])
        let structure = try StructureTree(of: build.paper([table])) { _ in true }
        let twice = build.paper([table, table])
        let none = build.paper([])
        try TableAssertions(contents: PaperContents(of: build.paper([table])), structure: structure).check()
        for paper in [twice, none] {
            #expect(throws: ExportError("the tables of the paper and those of its structure differ")) {
                try TableAssertions(contents: PaperContents(of: paper), structure: structure).check()
            }
        }
    }

    @Test mutating func `a header cell that the structure lost is refused`() throws {
        let table = build.table(
            columns: 1,
            header: [build.row("Head", kind: .header)],
            rows: [build.row("1"), build.row("2")]
        )
        let paper = build.paper([table])
        var elements = try StructureTree(of: paper) { _ in true }.elements
        let index = try #require(elements.lastIndex { $0.type == .dataCell })
        elements[index].type = .paragraph
        elements[index].attributes = .none
        let structure = StructureTree(elements: elements, headers: try StructureTree(of: paper) { _ in true }.headers)
        #expect(throws: ExportError("the tables of the paper and those of its structure differ")) {
            try TableAssertions(contents: PaperContents(of: paper), structure: structure).check()
        }
    }

    /// What is drawn is changed after the paper has been set.
    private func exported(_ paper: Paper, changing change: (inout Page) -> Void) throws {
        let shaper = try Repository.shaper()
        var pages = try typeset(paper, theme: .plain(), shaper: shaper)
        _ = try exportPDF(pages, shaper: shaper)
        change(&pages.pages[0])
        _ = try exportPDF(pages, shaper: shaper)
    }

    @Test mutating func `a word that is lost, drawn twice, out of order or made an artifact is refused`() {
        let paper = build.paper([build.paragraph("First words."), build.paragraph("Second words.")])
        let lost = ExportError("the words of P, node(PaperTree.NodeID(index: 1)), are not those that are drawn")
        #expect(throws: lost, "lost") { try exported(paper) { $0.items.removeFirst() } }
        #expect(throws: lost, "twice") { try exported(paper) { $0.items.append($0.items[0]) } }
        #expect(throws: ExportError("P on page 1 is drawn too late")) { try exported(paper) { $0.items.reverse() } }
        #expect(throws: lost, "artifact") {
            try exported(paper) { page in
                guard case .text(var run) = page.items[0] else { return }
                run.owner = .furniture(.repeatedHeader)
                page.items[0] = .text(run)
            }
        }
        #expect(throws: ExportError("page 1 holds text that no element of the paper owns")) {
            try exported(paper) { page in
                guard case .text(var run) = page.items[0] else { return }
                run.owner = .node(NodeID(999))
                page.items[0] = .text(run)
            }
        }
    }

    @Test mutating func `a list item without its mark is refused`() {
        let item = List.Item(id: build.node(), blocks: [build.paragraph("one")])
        let list = List(marker: .decimal(start: 1), items: [item])
        let paper = build.paper([Block(id: build.node(), .list(list))])
        #expect(throws: ExportError("nothing is drawn for Lbl, label(PaperTree.NodeID(index: 1))")) {
            try exported(paper) { page in
                page.items.removeAll { if case .text(let run) = $0, case .label = run.owner { true } else { false } }
            }
        }
    }

    @Test mutating func `a link that cannot be followed, or does not say where it leads, is refused`() {
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text("here")])
        let paper = build.paper([Block(id: build.node(), .paragraph(Paragraph([.link(link)])))])
        #expect(throws: ExportError("a link leads nowhere")) {
            try exported(paper) { $0.items.removeAll { if case .link = $0 { true } else { false } } }
        }
        #expect(throws: ExportError("a link does not say where it leads")) {
            try exported(paper) { page in
                for index in page.items.indices {
                    guard case .link(var area) = page.items[index] else { continue }
                    area.contents = ""
                    page.items[index] = .link(area)
                }
            }
        }
        #expect(throws: ExportError("page 1 holds a link that no element of the paper owns")) {
            try exported(paper) { page in
                for index in page.items.indices {
                    guard case .link(var area) = page.items[index] else { continue }
                    area.node = NodeID(999)
                    page.items[index] = .link(area)
                }
            }
        }
    }
}
