// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree
import TestSupport
import Testing

@testable import HTMLExport

/// Each kind of block and inline has its element.
struct BlockTests {
    private func written(_ blocks: Block...) throws -> String { try WrittenPaper(section: blocks).page }

    private func block(_ content: Block.Content) -> Block { Block(id: NodeID(1), content) }

    private func paragraph(_ inlines: Inline...) -> Block { block(.paragraph(Paragraph(inlines))) }

    @Test func `a heading has its number, and its anchor as its name`() throws {
        let heading = Heading(level: 1, number: "2", [.text("Figures & facts")], anchor: "figures-facts")
        #expect(
            try written(block(.heading(heading)))
                == "<h1 id=\"figures-facts\"><span class=\"no\">2</span> Figures &amp; facts</h1>"
        )
    }

    @Test func `a paper without one heading of the first level has its title over it, and its headings a level lower`()
        throws
    {
        let headings = (1...6).map { level in
            block(.heading(Heading(level: level, [.text("\(level)")], anchor: "level-\(level)")))
        }
        let second = block(.heading(Heading(level: 1, [.text("again")], anchor: "again")))
        let page = try WrittenPaper(section: headings + [second]).page
        #expect(
            page == """
                <h2 id="level-1">1</h2>
                <h3 id="level-2">2</h3>
                <h4 id="level-3">3</h4>
                <h5 id="level-4">4</h5>
                <h6 id="level-5">5</h6>
                <div class="h7" role="heading" aria-level="7" id="level-6">6</div>
                <h2 id="again">again</h2>
                """
        )
    }

    @Test func `a name is given once`() throws {
        let heading = Heading(level: 1, [.text("A")], anchor: "a")
        #expect(
            try written(Block(id: NodeID(4), .heading(heading)), Block(id: NodeID(5), .heading(heading)))
                == "<h2 id=\"a\">A</h2>\n<h2 id=\"heading.5\">A</h2>"
        )
    }

    @Test(arguments: [
        (Paragraph.Role.body, "<p>"), (.leadIn, "<p>"), (.subheading, "<p class=\"sub\">"),
        (.tableNote, "<p class=\"tn\">"), (.captionNote, "<p class=\"cn\">"),
        (.caption, "<p class=\"cap\" id=\"caption.1\">"),
    ]) func `a paragraph is told by its role`(role: Paragraph.Role, tag: String) throws {
        #expect(
            try written(block(.paragraph(Paragraph([.text("Visits")], role: role, number: "1.1"))))
                == tag + "<span class=\"no\">1.1</span> Visits</p>"
        )
    }

    @Test func `inlines have their elements`() throws {
        let link = Link(id: NodeID(3), target: .address("https://example.org/a"), [.text("survey")])
        #expect(
            try written(
                paragraph(
                    .text("Visits "),
                    .emphasis([.text("rose")]),
                    .strong([.emphasis([.text("fast")])]),
                    .lineBreak,
                    .link(link)
                )
            ) == """
                <p>Visits <em>rose</em><strong><em>fast</em></strong><br><a href="https://example.org/a">survey</a></p>
                """
        )
    }

    @Test func `words in another language and abbreviations say so`() throws {
        let welsh = Inline.span(Span(id: NodeID(3), .language(.welsh), [.strong([.text("bore")]), .text(" da")]))
        let short = Inline.span(Span(id: NodeID(4), .expansion("a \"b\" & c"), [.text("ABC")]))
        let blank = Inline.span(Span(id: NodeID(5), .language(.welsh), [.text("\u{200B}")]))
        #expect(
            try written(paragraph(welsh, .text(", "), short, blank)) == """
                <p><span lang="cy"><strong>bore</strong> da</span>, <abbr title="a &quot;b&quot; &amp; c">ABC</abbr>\u{200B}</p>
                """
        )
    }

    @Test func `words that lead to no address of the web are words`() throws {
        let link = Link(id: NodeID(3), target: .address("javascript:alert(1)"), [.text("survey")])
        #expect(try written(paragraph(.link(link))) == "<p>survey</p>")
        let invisible = Link(id: NodeID(3), target: .address("https://example.org"), [.text("\u{200B}")])
        #expect(try written(paragraph(.link(invisible))) == "<p>\u{200B}</p>")
    }

    @Test func `a reference to a page names the place`() throws {
        let wording = PageWording(parts: ["page ", ""], overleaf: "overleaf")
        func reference(_ words: Inline...) throws -> String {
            let page = Inline.pageReference(PageReference(.page, place: "section 3", wording: wording, page: 7))
            return try written(
                paragraph(.link(Link(id: NodeID(3), target: .anchor("three"), words + [page])))
            )
        }
        #expect(try reference(.text("section 3, ")) == "<p><a href=\"#three\">section 3</a></p>")
        #expect(try reference() == "<p><a href=\"#three\">section 3</a></p>")
    }

    @Test func `a mark leads to its note, and the note back to its first mark`() throws {
        let mark = NoteMark(id: NodeID(5), note: NodeID(30), label: "note 1")
        let note = Note(
            id: NodeID(30),
            mark: NodeID(5),
            label: "note 1",
            blocks: [Block(id: NodeID(31), .paragraph(Paragraph([.text("At the door.")])))]
        )
        #expect(
            try written(paragraph(.text("12"), .noteMark(mark)), block(.notes([note]))) == """
                <p>12<wbr><a id="mark.5" href="#note.30" role="doc-noteref">[note\u{A0}1]</a></p>
                <div class="note" role="doc-footnote" id="note.30"><a href="#mark.5" role="doc-backlink">[note\u{A0}1]</a>\u{20}
                <p>At the door.</p></div>
                """
        )
    }

    @Test func `lists are marked as the paper marks them`() throws {
        func list(_ marker: List.Marker) -> Block {
            block(.list(List(marker: marker, items: [List.Item(id: NodeID(7), blocks: [paragraph(.text("Open"))])])))
        }
        #expect(try written(list(.bullet)) == "<ul>\n<li>Open</li></ul>")
        #expect(try written(list(.decimal(start: 3))) == "<ol start=\"3\">\n<li>Open</li></ol>")
        #expect(try written(list(.letter)) == "<ol type=\"a\" class=\"letters\">\n<li>Open</li></ol>")
    }

    @Test func `a quotation, a signature and pairs have their elements`() throws {
        #expect(
            try written(block(.quotation([paragraph(.text("Well done"))]))) == """
                <blockquote>
                <p>Well done</p></blockquote>
                """
        )
        let signature = Signature(name: [.text("Pat Smith")], post: [.text("Director")])
        #expect(
            try written(block(.signature(signature))) == """
                <p class="sign"><span class="name">Pat Smith</span> <span>Director</span></p>
                """
        )
        let pair = Details.Pair(id: NodeID(2), label: [.text("By")], values: [paragraph(.text("Pat Smith"))])
        for (role, name) in [
            (Details.Role.headerBlock, "pairs head"), (.contact, "pairs"), (.definitions, "pairs"),
            (.keyFigures, "cols figures"),
            (.changes, "cols changes"),
        ] {
            #expect(
                try written(block(.details(Details(role: role, pairs: [pair])))) == """
                    <dl class="\(name)">
                    <div>
                    <dt>By</dt>
                    <dd>Pat Smith</dd></div></dl>
                    """
            )
        }
    }

    @Test func `blocks of a panel are in one box`() throws {
        let panel = [
            Block(id: NodeID(1), .paragraph(Paragraph([.text("Asked to:")]))),
            Block(id: NodeID(2), .paragraph(Paragraph([.text("note it")]))),
        ].inPanel(.request)
        #expect(
            try WrittenPaper(section: panel + [paragraph(.text("After"))]).page == """
                <div class="panel">
                <p>Asked to:</p>
                <p>note it</p></div>
                <p>After</p>
                """
        )
    }

    @Test func `contents are a list of links, the deeper ones inside`() throws {
        let contents = Contents(
            heading: Heading(level: 1, [.text("Contents")], anchor: "contents"),
            entries: [
                Contents.Entry(id: NodeID(3), level: 1, number: "1", words: "Figures", anchor: "figures"),
                Contents.Entry(id: NodeID(4), level: 2, number: nil, words: "Visits", anchor: "visits"),
                Contents.Entry(id: NodeID(5), level: 1, number: nil, words: "Law", anchor: "law"),
            ],
            fromPages: 20
        )
        #expect(
            try written(block(.contents(contents))) == """
                <nav aria-labelledby="contents">
                <h1 id="contents">Contents</h1>
                <ol>
                <li><a href="#figures"><span class="no">1</span> Figures</a>
                <ol>
                <li><a href="#visits">Visits</a></li></ol></li>
                <li><a href="#law">Law</a></li></ol></nav>
                """
        )
    }

    @Test func `a symbol is drawn beside its words, and not at all in a theme without symbols`() throws {
        let status = block(.paragraph(Paragraph([.text("On target")], symbol: .disc)))
        #expect(
            try WrittenPaper(section: [status]).page
                == "<p><svg class=\"y\" aria-hidden=\"true\"><use href=\"#symbol.1\"></use></svg>On target</p>"
        )
        var theme = Theme.plain()
        theme.symbols = nil
        #expect(try WrittenPaper(section: [status], theme: theme).page == "<p>On target</p>")
    }

    @Test func `every kind is written, with its words in the order of the tree`() throws {
        let page = try WrittenPaper(EveryKind.paper).page
        let words = HTMLText(Array(page.utf8)).words
        #expect(words == TreeWords(EveryKind.paper).words)
    }
}
