// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Pages of eight lines; a paragraph of one line takes a line and a half.
struct PageReferenceTests {
    private var build = PaperBuilder()

    private mutating func paper(_ blocks: [Block]) throws -> TypesetPaper {
        return try typeset(build.paper(blocks), theme: .plain(), shaper: Repository.shaper())
    }

    private mutating func filler(_ count: Int) -> [Block] { (0..<count).map { build.paragraph("filler \($0)") } }

    /// What the reference says in a paper, in the tree and on the pages, and the pages of it and of its place.
    private func said(in set: TypesetPaper) throws -> (words: String, drawn: String, own: Int, target: Int) {
        var links: [Link] = []
        set.paper.sections[0].blocks.walk { links += $0.inlines.pageReferences }
        let link = try #require(links.first)
        let runs = set.pages.flatMap { page in
            page.items.compactMap { item -> (page: Int, text: String)? in
                if case .text(let run) = item, run.owner == .node(link.id) { (page.number, run.text) } else { nil }
            }
        }
        let target = try #require(set.pages.first { $0.destinations.contains { $0.anchor == "Place" } })
        return (
            link.inlines.plainText, runs.map(\.text).joined().trimmingSpaces, try #require(runs.last?.page),
            target.number
        )
    }

    @Test(arguments: [
        // Fillers before the reference and between it and its place, and what it says as page and as "overleaf".
        (0, 0, "page 1", "page 1"),
        (0, 3, "page 2", "overleaf"),
        (0, 9, "page 3", "page 3"),
        (5, 0, "page 2", "page 2"),
        (5, 5, "page 3", "page 3"),
        (10, 5, "page 4", "overleaf"),
    ])
    mutating func `a reference says the page of its place, overleaf where that is true`(
        before: Int,
        between: Int,
        page: String,
        overleaf: String
    ) throws {
        for (form, expected) in [(PageReference.Form.page, page), (.overleaf, overleaf)] {
            let blocks =
                filler(before) + [build.reference("See", form, to: "Place")] + filler(between)
                + [build.heading("Place"), build.paragraph("text")]
            let set = try paper(blocks)
            let said = try said(in: set)
            #expect(said.words == expected)
            #expect(said.drawn == expected)
            #expect(set.diagnostics == [])
        }
    }

    @Test mutating func `a place before its reference is never overleaf`() throws {
        let set = try paper(
            filler(5) + [build.heading("Place")] + filler(5) + [build.reference("See", .overleaf, to: "Place")]
        )
        #expect(try said(in: set).words == "page 2")
    }

    @Test mutating func `references in lists, quotations, cells and emphasis say it too`() throws {
        func reference(_ build: inout PaperBuilder) -> Block { build.reference("See", .page, to: "Place") }
        let item = List.Item(id: build.node(), blocks: [reference(&build)])
        let cell = Table.Cell(id: build.node(), blocks: [reference(&build)])
        var strong = reference(&build)
        if case .paragraph(var paragraph) = strong.content {
            paragraph.inlines = [.strong([.emphasis(paragraph.inlines)])]
            strong.content = .paragraph(paragraph)
        }
        let set = try paper(
            [
                Block(id: build.node(), .list(List(marker: .bullet, items: [item]))),
                Block(id: build.node(), .quotation([reference(&build)])),
                build.table(columns: 1, header: [build.row("Head", kind: .header)], rows: [build.row([cell])]), strong,
            ] + filler(9) + [build.heading("Place")]
        )
        var words: [String] = []
        set.paper.sections[0].blocks.walk { words += $0.inlines.pageReferences.map(\.inlines.plainText) }
        let target = try #require(set.pages.first { $0.destinations.contains { $0.anchor == "Place" } })
        #expect(words == Array(repeating: "page \(target.number)", count: 4))
        #expect(target.number > 1)
    }

    @Test mutating func `contents before it do not make a reference untrue`() throws {
        let contents = Contents(
            heading: Heading(level: 1, [.text("Contents")], anchor: "contents"),
            entries: (0..<12).map { _ in
                Contents.Entry(id: build.node(), level: 1, number: nil, words: "Entry", anchor: "Place")
            },
            fromPages: 2
        )
        let set = try paper(
            [Block(id: build.node(), .contents(contents)), build.reference("See", .overleaf, to: "Place")] + filler(4)
                + [build.heading("Place"), build.paragraph("text")]
        )
        let said = try said(in: set)
        #expect(said.own > 1)
        #expect(said.words == (said.own % 2 == 1 && said.target == said.own + 1 ? "overleaf" : "page \(said.target)"))
        #expect(set.diagnostics == [])
    }

    /// Words of every length before a reference whose place stands at every height of a page.
    @Test mutating func `a reference that moves its own place settles on what is true`() throws {
        var overleaf = 0
        for fillers in 0..<8 {
            for words in 8..<40 {
                let text = Array(repeating: "word", count: words).joined(separator: " ")
                let set = try paper(
                    filler(2) + [build.reference(text, .overleaf, to: "Place")] + filler(fillers)
                        + [build.heading("Place"), build.paragraph("text")]
                )
                let said = try said(in: set)
                if said.words == "overleaf" {
                    overleaf += 1
                    #expect(said.own % 2 == 1 && said.target == said.own + 1, "\(fillers) fillers, \(words) words")
                } else {
                    #expect(said.words == "page \(said.target)", "\(fillers) fillers, \(words) words")
                }
                #expect(set.diagnostics == [])
            }
        }
        #expect(overleaf > 20)
    }

    /// With a number of one digit it takes three lines, which go to the next page together and push their place to page 10; with
    /// "10" it takes four, of which two stay, and the place stands on page 9.
    @Test mutating func `a reference that no page makes true is told`() throws {
        let place = SourceLocation(file: "papers/cabinet.md", line: 9, column: 4)
        let wording = PageWording(parts: ["page ", " (", " of this paper), ", ""], overleaf: "overleaf")
        let words = Array(repeating: "word", count: 22).joined(separator: " ")
        var reference = build.reference(words, .page, to: "Place", wording: wording)
        reference.location = place
        let set = try paper(
            filler(39) + [reference] + filler(2) + [build.heading("Place"), build.paragraph("text")]
        )
        let said = try said(in: set)
        #expect(said.words == "page 10 (10 of this paper), 10")
        #expect(said.target == 9)
        #expect(set.diagnostics.map(\.message) == ["the page that a reference says moves with the words that say it"])
        #expect(set.diagnostics.map(\.hint) == ["say it in other words, or without the page"])
        #expect(set.diagnostics.map(\.location) == [place])
        let contents = Contents(
            heading: Heading(level: 1, [.text("Contents")], anchor: "contents"),
            entries: [],
            fromPages: 1
        )
        let listed = try paper(
            filler(39) + [reference] + filler(2)
                + [build.heading("Place"), build.paragraph("text"), Block(id: build.node(), .contents(contents))]
        )
        #expect(
            listed.diagnostics.map(\.message) == [
                "the page that a reference says moves with the words that say it",
                "the page numbers of the contents do not settle",
            ]
        )
        #expect(
            listed.diagnostics.last?.hint
                == "put right the references to pages that are reported, or leave the contents out"
        )
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
