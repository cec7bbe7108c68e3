// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Word documents as prose.
struct DocumentReaderTests {
    private typealias Builder = WordDocumentBuilder

    private func read(_ document: WordDocumentBuilder) -> Reading<DocumentReader.Result> {
        Reading { DocumentReader(findings: $0).read(document.bytes, file: "a.docx") }
    }

    private func read(_ body: String) -> Reading<DocumentReader.Result> { read(WordDocumentBuilder(body)) }

    /// The dump of a body in which nothing is wrong.
    private func dump(_ body: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
        let reading = read(body)
        #expect(reading.lines == [], sourceLocation: sourceLocation)
        return reading.value.prose.dump
    }

    // MARK: - Blocks

    @Test func `headings are known by style, by outline level and by the style that theirs is based on`() {
        var document = Builder(
            Builder.paragraph("One", style: "Heading1") + Builder.paragraph("Two", "<w:outlineLvl w:val=\"1\"/>")
                + Builder.paragraph("Three", style: "Own") + Builder.paragraph("Words.")
                + Builder.paragraph("Four", style: "Unlisted") + Builder.paragraph("Five {#five}", style: "Heading2")
        )
        document.styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Section\"/><w:basedOn w:val=\"Heading3\"/></w:style>"
        let reading = read(document)
        #expect(reading.value.prose.dump == "h1 One\nh2 Two\nh3 Three\np Words.\np Four\nh2 Five #five")
        #expect(reading.lines == [])
        #expect(
            dump(Builder.paragraph("T", style: "Title") + Builder.paragraph("x", style: "Überschrift2")) == "h1 T\nh2 x"
        )
    }

    @Test func `the language of a run is that of its words where it is not that of the document`() {
        func language(_ tag: String, _ more: String = "") -> String {
            more + "<w:lang w:val=\"\(tag)\" w:bidi=\"ur-PK\"/>"
        }
        var document = Builder(
            Builder.paragraph(
                runs: Builder.run("Say ", language("en-US")) + Builder.run("bore", language("cy-GB"))
                    + Builder.run(" ") + Builder.run("da", language("cy-GB", "<w:b/>"))
                    + Builder.run(" at ", language("en-GB")) + Builder.run("9, 10", language("cy-GB"))
                    + Builder.run(", or ") + Builder.run("سلام", language("en-GB", "<w:rtl/>")) + Builder.run("."),
            )
                + Builder.paragraph(runs: Builder.run("Pawb", "<w:rStyle w:val=\"Term\"/>") + Builder.run(" {{ x.y }}"))
                + Builder.paragraph("Cymraeg yw hwn", style: "Welsh") + Builder.paragraph("[da]{lang=cy} iawn")
        )
        document.styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>\
            <w:style w:type="character" w:styleId="Term"><w:name w:val="Term"/><w:rPr><w:lang w:val="cy"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Welsh"><w:name w:val="Welsh"/><w:rPr><w:lang w:val="cy"/></w:rPr></w:style>
            """
        let reading = read(document)
        #expect(
            reading.value.prose.dump == """
                p Say <cy-GB>bore <b>da</b></cy-GB> at 9, 10, or <ur-PK>سلام</ur-PK>.
                p <cy>Pawb</cy> <x.y>
                p <cy>Cymraeg yw hwn</cy>
                p <cy>da</cy> iawn
                """
        )
        #expect(reading.lines == [])
    }

    @Test func `a document that is in one language from end to end has no mark`() {
        var document = Builder(
            Builder.paragraph(runs: Builder.run("Bore ", "<w:lang w:val=\"cy-GB\"/>") + Builder.run("da"))
        )
        document.styles =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"cy-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        #expect(read(document).value.prose.dump == "p Bore da")
    }

    @Test func `lists are made of numbering, one in another by its levels`() {
        let body =
            Builder.item("one", list: 1) + Builder.item("inner", list: 1, level: 1) + Builder.item("two", list: 1)
            + Builder.paragraph("further", style: "ListContinue") + Builder.paragraph("styled", style: "ListBullet")
        #expect(
            dump(body)
                == "ul\n  p one\n  ul\n    p inner\n  p two\n  p further\n  p styled"
        )
        #expect(
            dump(
                Builder.item("a", list: 2) + Builder.item("b", list: 2) + Builder.paragraph("x")
                    + Builder.item("c", list: 2)
            )
                == "ol 1\n  p a\n  p b\np x\nol 3\n  p c"
        )
        #expect(dump(Builder.item("a", list: 2) + Builder.item("e", list: 3)) == "ol 1\n  p a\nol 5\n  p e")
        #expect(dump(Builder.item("a", list: 2) + Builder.item("b", list: 1)) == "ol 1\n  p a\nul\n  p b")
        #expect(dump(Builder.item("", list: 2) + Builder.item("b", list: 2)) == "ol 1\n  p b")
        #expect(dump(Builder.paragraph("•\tone") + Builder.paragraph("• two")) == "ul\n  p one\n  p two")
    }

    @Test func `quotations and exempt passages are known by style`() {
        #expect(
            dump(
                Builder.paragraph("said", style: "Quote") + Builder.paragraph("on", style: "Quote")
                    + Builder.paragraph("x")
            )
                == "q\n  p said\n  p on\np x"
        )
        let passage =
            Builder.paragraph("[!EXEMPT 3] The bid.", style: "Exempt") + Builder.paragraph("More.", style: "Exempt")
        #expect(dump(passage) == "exempt 3\n  p The bid.\n  p More.")
        let alone =
            Builder.paragraph("[!EXEMPT 3]", style: "Quote") + Builder.paragraph("The bid.", style: "Quote")
            + Builder.paragraph("[!EXEMPT 3] Other.", style: "Quote")
        #expect(dump(alone) == "exempt 3\n  p The bid.\nexempt 3\n  p Other.")
        let bold = Builder.paragraph(
            runs: Builder.run("[!EX", "<w:b/>") + Builder.run("EMPT 3] The", "<w:b/>") + Builder.run(" bid."),
            style: "Exempt"
        )
        #expect(dump(bold) == "exempt 3\n  p <b>The</b> bid.")
    }

    @Test func `a table has the cells of its rows, and columns set as they are`() {
        let right = { Builder.paragraph($0, "<w:jc w:val=\"right\"/>") }
        #expect(
            dump(Builder.table([["A", right("B")], ["x", right("1")], ["", right("2")]]))
                == "table left right\n  A | B\n  x | 1\n   | 2"
        )
        let merged = Builder.table([["A", "B"], ["x", "1"], ["", "2"]])
            .replacing("<w:tc><w:tcPr/><w:p><w:pPr></w:pPr></w:p>", with: "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/>")
        #expect(dump(merged) == "table left left\n  A | B\n  x | 1\n  x | 2")
        #expect(
            dump(Builder.table([["A"], [Builder.paragraph("x") + Builder.item("y", list: 1)]]))
                == "table left\n  A\n  x<br>• y"
        )
    }

    // MARK: - Inlines

    @Test func `emphasis is around words, whatever pieces Word makes of them`() {
        let bold = "<w:b/>"
        #expect(
            dump(
                Builder.paragraph(
                    runs: Builder.run("Pre", bold) + Builder.run("vention. ", bold) + Builder.run("It is")
                )
            )
                == "p <b>Prevention.</b> It is"
        )
        #expect(
            dump(
                Builder.paragraph(
                    runs: Builder.run("all ", bold) + Builder.run("both", "<w:b/><w:i/>") + Builder.run(" all", bold)
                )
            ) == "p <b>all <i>both</i> all</b>"
        )
        #expect(dump(Builder.paragraph(runs: Builder.run("a", "<w:b w:val=\"0\"/>") + Builder.run(" ", bold))) == "p a")
        #expect(
            dump(
                Builder.paragraph(
                    runs: Builder.run("a ") + Builder.run("b", "<w:rStyle w:val=\"Emphasis\"/>"),
                    style: "Quote"
                )
            )
                == "q\n  p a <i>b</i>"
        )
        // Two styles that are bold switch one another off.
        #expect(
            dump(
                Builder.paragraph(
                    runs: Builder.run("a ") + Builder.run("b c", "<w:rStyle w:val=\"Strong\"/>"),
                    style: "Mono"
                )
            )
                == "p <b>a</b> b c"
        )
    }

    @Test func `names to be filled in are found across pieces`() {
        let runs =
            Builder.run("In {") + Builder.run("{ round", "<w:i/>") + Builder.run(".title }") + Builder.run("} see[^me")
            + Builder.run("thod].")
        #expect(dump(Builder.paragraph(runs: runs)) == "p In <round.title> see<^method>.")
        #expect(dump(Builder.paragraph("{{ “round.on‑course”\u{A0}}}")) == "p <round.on-course>")
        #expect(dump(Builder.paragraph("{{> outcomes of: actions }}")) == "insert outcomes of=actions")
    }

    @Test func `breaks, hyphens, symbols and tabs are characters`() {
        let runs =
            "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br w:type=\"page\"/><w:tab/><w:t>d</w:t>"
            + "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:cr/></w:r>"
        #expect(dump(Builder.paragraph(runs: runs)) == "p a<br>b\u{2011}c d≥")
        let raised = "<w:vertAlign w:val=\"superscript\"/>"
        #expect(
            dump(
                Builder.paragraph(
                    runs: Builder.run("5 m") + Builder.run("2", raised) + Builder.run(" on the 1")
                        + Builder.run("st", raised)
                        + Builder.run(" of CO") + Builder.run("2", "<w:vertAlign w:val=\"subscript\"/>")
                )
            ) == "p 5 m² on the 1st of CO₂"
        )
        #expect(dump(Builder.paragraph("5*6*7 of the ﬁrst")) == "p 5*6*7 of the first")
    }

    @Test func `links lead where the document or a field says`() {
        var document = Builder(
            Builder.paragraph(
                runs: Builder.run("See ") + "<w:hyperlink r:id=\"rId7\">" + Builder.run("the ")
                    + Builder.run("site", "<w:i/>")
                    + "</w:hyperlink>" + "<w:hyperlink w:anchor=\"_Toc1\">" + Builder.run(" inside") + "</w:hyperlink>"
            )
                + Builder.paragraph(
                    runs:
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"mailto:a@b.uk\" </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Builder.run("write")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + Builder.run(" on page ")
                        + "<w:fldSimple w:instr=\" PAGEREF x \">" + Builder.run("4") + "</w:fldSimple>"
                )
        )
        document.links = [("rId7", "https://a.uk/x?a=1&b=2")]
        let reading = read(document)
        #expect(
            reading.value.prose.dump
                == "p See <a https://a.uk/x?a=1&b=2>the <i>site</i></a> inside\np <a mailto:a@b.uk>write</a> on page 4"
        )
        #expect(reading.lines == [])
        document.links = [("rId7", "file:///C:/returns")]
        #expect(read(document).lines == ["error a.docx, paragraph 1: a link cannot lead to `file:///C:/returns`"])
    }

    @Test func `a reference that the program words is typed as in Markdown`() {
        #expect(dump(Builder.paragraph("See [](#appendix-1), [](x)")) == "p See <a #appendix-1></a>, [](x)")
        #expect(
            read(Builder.paragraph("See [](#a b).")).lines
                == ["error a.docx, paragraph 1: `#a b` is not the name of a place in the paper"]
        )
    }

    @Test func `footnotes are notes with names of their own`() {
        var document = Builder(
            Builder.paragraph(
                runs: Builder.run("Figures") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + Builder.run(".")
            )
        )
        document.footnotes =
            "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\">"
            + Builder.paragraph(
                runs: "<w:r><w:footnoteRef/></w:r>" + Builder.run(" To ") + Builder.run("March", "<w:b/>")
            )
            + "</w:footnote>"
        let reading = read(document)
        #expect(reading.value.prose.dump == "p Figures<^footnote 1>.")
        #expect(reading.value.notes.map(\.name) == ["footnote 1"])
        #expect(reading.value.notes.map(\.text.dump) == ["p To <b>March</b>"])
        #expect(reading.lines == [])
    }

    @Test func `what Word keeps beside the text is passed over`() {
        let body =
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + Builder.paragraph("In a control")
            + "</w:sdtContent></w:sdt>"
            + Builder.paragraph(
                runs: "<w:smartTag w:element=\"place\">" + Builder.run("Harbour ") + "</w:smartTag>"
                    + "<w:proofErr w:type=\"spellStart\"/>" + Builder.run("wall", "<w:lang w:val=\"en-GB\"/>")
                    + "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr></w:r><w:bookmarkStart w:id=\"0\" w:name=\"a\"/>"
            ) + Builder.paragraph("") + Builder.paragraph("")
        #expect(dump(body) == "p In a control\np Harbour <en>wall</en>")
    }

    @Test func `a strict document is read, whatever its main part is called`() {
        var document = Builder(Builder.paragraph("Progress", style: "Heading1") + Builder.item("one", list: 1))
        document.isStrict = true
        document.main = "content/main.xml"
        #expect(read(document).value.prose.dump == "h1 Progress\nul\n  p one")
    }

    @Test func `a field that ends in a paragraph inside a simple one ends nothing else`() {
        let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        #expect(
            dump(
                Builder.paragraph(
                    runs: "<w:fldSimple w:instr=\"X\"><w:p>\(end)</w:p></w:fldSimple>" + Builder.run("x")
                )
            ) == "p x"
        )
        let inner =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + Builder.run("in") + end
        #expect(
            dump(Builder.paragraph(runs: "<w:fldSimple w:instr=\"X\">\(inner)</w:fldSimple>" + Builder.run(" x")))
                == "p in x"
        )
    }

    @Test func `a note that is referred to again is the same note, and is read once`() {
        let mark = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        var document = Builder(Builder.paragraph(runs: Builder.run("a") + mark + Builder.run("b") + mark))
        document.footnotes = "<w:footnote w:id=\"2\">\(Builder.paragraph("Words."))</w:footnote>"
        let reading = read(document)
        #expect(reading.value.prose.dump == "p a<^footnote 1>b<^footnote 1>")
        #expect(reading.value.notes.count == 1)
        document.body = Builder.paragraph(runs: String(repeating: Builder.run("x") + mark, count: 300))
        document.footnotes =
            "<w:footnote w:id=\"2\">\(Builder.paragraph(String(repeating: "word ", count: 20_000)))</w:footnote>"
        let clock = ContinuousClock()
        #expect(clock.measure { _ = read(document) } < .seconds(20))
    }

    @Test func `a footnote of the style Exempt is an error that quotes nothing`() {
        var document = Builder(
            Builder.paragraph(runs: Builder.run("Figures") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
                + Builder.paragraph(runs: Builder.run("struck", "<w:strike/>"))
        )
        document.footnotes = "<w:footnote w:id=\"2\">\(Builder.paragraph("The bid.", style: "Exempt"))</w:footnote>"
        let reading = read(document)
        #expect(
            reading.lines.first
                == "error a.docx, paragraph 1: a footnote has the style Exempt, and no footnote can be exempt by itself"
        )
        #expect(reading.diagnostics.allSatisfy { $0.excerpt == nil })
    }

    @Test func `a table that is refused is not quoted if a cell has the style Exempt`() {
        let reading = read(Builder.table([[Builder.paragraph("The bid.", style: "Exempt")]]))
        #expect(reading.lines.count == 1)
        #expect(reading.diagnostics.allSatisfy { $0.excerpt == nil })
    }

    @Test func `words of the style Placeholder Text are words, unless a control shows them as a prompt`() {
        let run = Builder.run("typed", "<w:rStyle w:val=\"PlaceholderText\"/>")
        let prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(run)</w:sdtContent></w:sdt>"
        var document = Builder(Builder.paragraph(runs: Builder.run("x") + prompt))
        document.styles =
            "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name w:val=\"Placeholder Text\"/></w:style>"
        #expect(read(document).value.prose.dump == "p x")
        document.body = Builder.paragraph(runs: run)
        #expect(read(document).value.prose.dump == "p typed")
    }

    @Test func `what the style of a quotation or a heading hides is not printed`() {
        var document = Builder(Builder.paragraph("said", style: "Own") + Builder.paragraph("x"))
        document.styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"Quote\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        #expect(read(document).value.prose.dump == "p x")
        #expect(read(document).lines == ["warning a.docx, paragraph 1: text is hidden, and is not printed"])
        document.styles = document.styles.replacing("Quote", with: "Heading2")
        #expect(read(document).value.prose.dump == "p x")
        let row = Builder.table([["A"], ["x"]]).replacing("<w:tr>", with: "<w:tr><w:trPr><w:hidden/></w:trPr>")
        #expect(read(row).lines.allSatisfy { $0.hasSuffix("a row of a table is hidden, and would be printed") })
        #expect(!read(row).lines.isEmpty)
    }

    @Test func `a hidden reference to a note is not printed`() {
        var document = Builder(
            Builder.paragraph(
                runs: Builder.run("x") + "<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>"
            )
        )
        document.footnotes = "<w:footnote w:id=\"2\">\(Builder.paragraph("Words."))</w:footnote>"
        #expect(read(document).value.prose.dump == "p x")
        #expect(read(document).value.notes.isEmpty)
        #expect(read(document).lines == ["warning a.docx, paragraph 1: text is hidden, and is not printed"])
    }

    @Test func `the style of a box is not that of the paragraph that holds it`() {
        let inner = Self.box.replacing("<w:pPr>", with: "<w:pPr><w:pStyle w:val=\"Heading1\"/>")
        let reading = read(Builder.paragraph(runs: Builder.run("[!EXEMPT 3] x") + inner, style: "Exempt"))
        #expect(reading.value.prose.dump == "exempt 3\n  p x")
    }

    @Test func `line breaks and other spaces before a marker or a bullet are no letters of the text`() {
        #expect(
            dump(Builder.paragraph(runs: "<w:r><w:br/></w:r>" + Builder.run("• Word one"))) == "ul\n  p Word one"
        )
        #expect(
            dump(Builder.paragraph("\u{A0}\u{A0}[!EXEMPT 3] The bid.", style: "Exempt")) == "exempt 3\n  p The bid."
        )
    }

    @Test(arguments: [Builder.item("{{> people }}", list: 1), Builder.paragraph("{{> people }}", style: "Quote")])
    func `what a paper puts in cannot stand in a list or a quotation`(paragraph: String) {
        let reading = read(paragraph)
        #expect(
            reading.lines == ["error a.docx, paragraph 1: `{{> … }}` cannot stand in a list or a quotation"]
        )
        #expect(reading.diagnostics.map(\.hint) == ["let it stand by itself, between paragraphs"])
    }

    @Test func `a document of more paragraphs than can be read is refused`() {
        let reading = read(String(repeating: Builder.paragraph("x"), count: Limits.mostParagraphs + 1))
        #expect(reading.lines == ["error a.docx: the document is larger than a statement or a paper can be"])
        #expect(
            reading.diagnostics.map(\.hint) == [
                "a statement or a paper is some pages long: move what is beyond that to a document of its own"
            ]
        )
    }

    // MARK: - Pictures

    @Test func `a picture with words is a figure`() {
        var document = Builder(
            Builder.paragraph(runs: Builder.picture("rId5", alternativeText: "The weir"))
                + Builder.paragraph(runs: Builder.picture("rId5", alternativeText: "", isDecorative: true))
        )
        document.pictures = [("rId5", "image1.png", [1, 2, 3])]
        let reading = read(document)
        #expect(
            reading.value.prose.dump
                == "picture word/media/image1.png “The weir” \npicture word/media/image1.png decorative "
        )
        #expect(reading.value.pictures == ["word/media/image1.png": [1, 2, 3]])
        #expect(reading.lines == [])
        document.body = Builder.paragraph(runs: Builder.picture("rId5", alternativeText: ""))
        let silent = read(document)
        #expect(silent.lines == ["error a.docx, paragraph 1: the picture does not say what it shows"])
        #expect(
            silent.diagnostics.map(\.hint) == [
                "right-click it, choose View Alt Text, and say it for readers who do not see it; "
                    + "tick Mark as decorative if it shows nothing that has to be said"
            ]
        )
        document.body = Builder.paragraph(runs: Builder.run("See ") + Builder.picture("rId5", alternativeText: "x"))
        #expect(read(document).lines == ["error a.docx, paragraph 1: a picture stands among words"])
        document.body = Builder.paragraph(
            runs: Builder.picture("rId5", alternativeText: "x") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        )
        document.footnotes = "<w:footnote w:id=\"2\">\(Builder.paragraph("A note."))</w:footnote>"
        #expect(read(document).lines == ["error a.docx, paragraph 1: a picture cannot have notes"])
    }

    @Test(arguments: [
        ("The weir in March", "The weir in March"), ("Figure 1: The weir in March", "The weir in March"),
        ("Ffigur 12 – Y gored", "Y gored"), ("Map 2: the weir", "Map 2: the weir"),
        ("Figures of the weir", "Figures of the weir"),
    ])
    func `the caption right below a picture is its own, without the number that Word gave it`(
        written: String,
        caption: String
    ) {
        let picture = Builder.paragraph(runs: Builder.picture("rId5", alternativeText: "Water"))
        var document = Builder(picture + Builder.paragraph(written, style: "Caption"))
        document.pictures = [("rId5", "image1.png", [1, 2, 3])]
        let reading = read(document)
        #expect(reading.value.prose.dump == "picture word/media/image1.png “Water” \(caption)")
        #expect(reading.lines == [])
    }

    @Test func `a caption without a picture is a paragraph`() {
        let caption = Builder.paragraph("The weir", style: "Caption")
        var document = Builder(
            Builder.paragraph(runs: Builder.picture("rId5", alternativeText: "Water")) + caption + caption
                + Builder.paragraph(runs: Builder.picture("rId5", alternativeText: "", isDecorative: true)) + caption
        )
        document.pictures = [("rId5", "image1.png", [1, 2, 3])]
        #expect(
            read(document).value.prose.dump == """
                picture word/media/image1.png “Water” The weir
                p The weir
                picture word/media/image1.png decorative\u{20}
                p The weir
                """
        )
    }

    // MARK: - Words

    @Test func `a letter in a font of symbols is the symbol`() {
        let font = "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>"
        #expect(
            dump(Builder.paragraph(runs: Builder.run("\u{FC}", font) + Builder.run(" done \u{FC}")))
                == "p ✓ done \u{FC}"
        )
        let greek = "<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>"
        #expect(dump(Builder.paragraph(runs: Builder.run("a 2", greek))) == "p α 2")
        #expect(dump(Builder.paragraph(runs: Builder.run("a", greek.replacing("Symbol", with: "Symbola")))) == "p a")
        #expect(
            read(Builder.paragraph(runs: Builder.run("\u{22}", font))).lines
                == ["error a.docx, paragraph 1: a symbol stands here that is not known (22)"]
        )
    }

    @Test func `a large first letter belongs to the paragraph behind it, or is one itself`() {
        let initial = Builder.paragraph("T", "<w:framePr w:dropCap=\"drop\"/>")
        #expect(dump(initial + Builder.paragraph("he weir.")) == "p The weir.")
        #expect(dump(Builder.paragraph("Words.") + initial) == "p Words.\np T")
        #expect(dump(initial + Builder.table([["A"], ["b"]])) == "p T\ntable left\n  A\n  b")
    }

    @Test func `a page that ends between two words parts them`() {
        let runs = Builder.run("one") + "<w:r><w:br w:type=\"page\"/></w:r>" + Builder.run("two")
        #expect(dump(Builder.paragraph(runs: runs)) == "p one two")
    }

    @Test func `a page break is one between blocks, and is left out at the beginning and at the end`() {
        let breaking = Builder.paragraph(runs: "<w:r><w:br w:type=\"page\"/></w:r>")
        #expect(
            dump(Builder.paragraph("one") + breaking + breaking + Builder.paragraph("two"))
                == "p one\npage break\np two"
        )
        #expect(dump(breaking + Builder.paragraph("one") + breaking) == "p one")
        #expect(
            dump(Builder.paragraph("one") + breaking + Builder.table([["A"], ["b"]]))
                == "p one\npage break\ntable left\n  A\n  b"
        )
        #expect(
            dump(Builder.paragraph("one") + Builder.paragraph("two", "<w:pageBreakBefore/>"))
                == "p one\npage break\np two"
        )
        let within = Builder.run("one") + "<w:r><w:br w:type=\"page\"/></w:r>" + Builder.run("two")
        #expect(dump(Builder.paragraph(runs: within) + Builder.paragraph("three")) == "p one two\npage break\np three")
    }

    @Test func `a link leads to the place on a page that its field names`() {
        func field(_ instruction: String) -> String {
            Builder.paragraph(
                runs: "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
                    + WorkbookBuilder.escaped(instruction)
                    + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Builder.run("x")
                    + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            )
        }
        let address = "HYPERLINK \"https://a.uk/b\""
        #expect(dump(field(address + " \\l \"c\" \\o \"d\"")) == "p <a https://a.uk/b#c>x</a>")
        #expect(dump(field(address + " \\o \"d\"")) == "p <a https://a.uk/b>x</a>")
        #expect(dump(field("HYPERLINK \\l \"c\"")) == "p x")
    }

    // MARK: - What is reported

    private static let box =
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        + WordDocumentBuilder.paragraph("In a box")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"

    @Test(arguments: [
        (
            WordDocumentBuilder.paragraph(
                runs: "<w:ins w:id=\"1\">" + WordDocumentBuilder.run("in")
                    + "</w:ins><w:del w:id=\"2\"><w:r><w:delText>out</w:delText></w:r></w:del>"
            ),
            "p in", ["changes are tracked here that nobody has accepted or rejected yet"]
        ),
        (
            WordDocumentBuilder.paragraph(
                "x",
                "<w:pPrChange w:id=\"1\"><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange>"
            ),
            "p x", ["changes are tracked here that nobody has accepted or rejected yet"]
        ),
        (
            WordDocumentBuilder.paragraph(runs: WordDocumentBuilder.run("x") + box), "p x",
            ["a text box stands here, and its words are not read"]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: WordDocumentBuilder.run("x") + box.replacing("Fallback", with: "Choice")
            ), "p x",
            ["a drawing, a chart or a diagram stands here, and is not read"]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: WordDocumentBuilder.run("x")
                    + box.replacing("<w:drawing/>", with: WordDocumentBuilder.run("In a box, or not"))
            ), "p x",
            [
                "a text box stands here, and its words are not read",
                "a drawing, a chart or a diagram stands here, and is not read",
            ]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: WordDocumentBuilder.run("x")
                    + box.replacing(
                        "<w:drawing/>",
                        with: WordDocumentBuilder.run("In a ") + WordDocumentBuilder.run("box")
                    )
            ), "p x",
            ["a text box stands here, and its words are not read"]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: WordDocumentBuilder.run("x", "<w:vanish/>") + WordDocumentBuilder.run("y")
            ), "p y", ["text is hidden, and is not printed"]
        ),
        (
            WordDocumentBuilder.paragraph(runs: WordDocumentBuilder.run("x", "<w:strike/>")), "p x",
            ["text is struck out, and would be printed"]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: WordDocumentBuilder.run("x") + "<w:r><w:commentReference w:id=\"1\"/></w:r>"
            ), "p x", ["the text has a comment, which no paper prints"]
        ),
        (
            WordDocumentBuilder.paragraph(runs: WordDocumentBuilder.run("x", "<w:vertAlign w:val=\"superscript\"/>")),
            "p x", ["`x` is raised, which a paper does not show"]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: "<w:r><w:sym w:font=\"Wingdings 3\" w:char=\"F021\"/></w:r>" + WordDocumentBuilder.run("x")
            ), "p x", ["a symbol stands here that is not known (F021)"]
        ),
        (
            WordDocumentBuilder.paragraph(runs: WordDocumentBuilder.run("Progress", "<w:b/>"))
                + WordDocumentBuilder.paragraph("x"), "p <b>Progress</b>\np x",
            ["a line in bold stands where a heading would"]
        ),
        (
            WordDocumentBuilder.paragraph("1. Progress", style: "Heading1"), "h1 1. Progress",
            ["a heading is numbered by hand"]
        ),
        (
            WordDocumentBuilder.item("x", list: 5), "ol 1\n  p x",
            ["the list has letters or Roman figures, and is printed with numbers"]
        ),
        (
            WordDocumentBuilder.item("x", list: 4, level: 1), "p x",
            ["paragraphs are numbered as parts of sections: 1 from this one on; these numbers are not printed"]
        ),
        (
            WordDocumentBuilder.paragraph("x", style: "Exempt"), "",
            ["this has the style Exempt, and does not say by which paragraph of the law it is exempt"]
        ),
        (
            WordDocumentBuilder.paragraph("[!EXEMPT 99] x", style: "Exempt"), "",
            ["`…` does not open an exempt passage"]
        ),
        (WordDocumentBuilder.table([["A"]]), "", ["a table has one row, as a frame around words has"]),
        (
            WordDocumentBuilder.table([["A", "B"], ["x"]]), "",
            ["this row of a table has merged cells, or another number of cells than the others"]
        ),
        (
            WordDocumentBuilder.table([
                ["A"], [WordDocumentBuilder.table([["x"]]) + WordDocumentBuilder.paragraph("y")],
            ]), "table left\n  A\n  y", ["a table stands in a cell of another table, or in a note, and is not read"]
        ),
        (
            WordDocumentBuilder.paragraph(
                runs: WordDocumentBuilder.run("x") + "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"
            ), "p x", ["a formula of the equation editor stands here, and is not read"]
        ),
        (
            WordDocumentBuilder.paragraph("x") + "<w:altChunk r:id=\"a\"/>", "p x",
            ["another document is put in here, and is not read"]
        ),
    ])
    func `what is no text is reported at its paragraph`(body: String, dump: String, messages: [String]) {
        let reading = read(body)
        #expect(reading.value.prose.dump == dump)
        #expect(reading.diagnostics.map(\.message) == messages)
        #expect(reading.diagnostics.allSatisfy { ($0.location?.row ?? 0) > 0 })
    }

    @Test func `the head and the foot of pages are reported once, unless they have only numbers`() {
        var document = Builder(Builder.paragraph("x"))
        document.foot = Builder.paragraph("Page 1 of 2")
        #expect(read(document).lines == [])
        document.head = Builder.paragraph("Draft 3") + Builder.paragraph("Communities")
        #expect(read(document).lines == ["warning a.docx: the head of the pages says something, which no paper prints"])
    }

    @Test func `a location has the number of a paragraph, and a report its first words`() {
        let reading = read(
            Builder.paragraph("") + Builder.table([["A"], ["x"]])
                + Builder.paragraph(runs: Builder.run("The service…", "<w:strike/>"))
        )
        #expect(reading.diagnostics.map(\.location?.description) == ["a.docx, paragraph 4"])
        #expect(reading.diagnostics.map(\.excerpt) == ["The service…"])
        #expect(
            TerminalRenderer().render(reading.diagnostics[0]).split(separator: "\n").prefix(4) == [
                "error: text is struck out, and would be printed", "  --> a.docx, paragraph 4", "  |",
                "  | The service…",
            ]
        )
    }

    // MARK: - Files

    @Test(
        arguments: [
            ([], "the document is an empty file"),
            (Array("{\\rtf1 x}".utf8), "this is a rich text file (RTF), which is not read"),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0],
                "this is a Word 97–2003 document, which is not read"
            ),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array("EncryptedPackage".utf8).flatMap { [$0, 0] },
                "the document is locked with a password"
            ),
            (Array("words".utf8), "this is no Word document, although its name ends so"),
            (Array(WordDocumentBuilder("x").bytes.prefix(900)), "the document is damaged, or was not saved to its end"),
            (WorkbookBuilder([.init("A", [["x"]])]).bytes, "this is an Excel workbook, which is not read"),
        ] as [([UInt8], String)]
    )
    func `a file of another kind says what to do`(bytes: [UInt8], message: String) {
        let reading = Reading { DocumentReader(findings: $0).read(bytes, file: "a.docx").prose.isEmpty }
        #expect(reading.value)
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.allSatisfy { $0.hint != nil })
    }

    @Test func `documents that are too long all together are not read`() {
        let reading = Reading { findings in
            for _ in 0..<8 { _ = findings.budget.takeMarkdown(ofBytes: 1 << 20) }
            return DocumentReader(findings: findings).read(Builder(Builder.paragraph("It rose.")).bytes, file: "a.docx")
        }
        #expect(reading.value.prose.blocks.isEmpty)
        #expect(reading.diagnostics.map(\.message) == ["all texts together are longer than 8 MB"])
        #expect(
            reading.diagnostics.map(\.hint)
                == ["this one and those after it are not read: take out what no paper needs"]
        )
    }
}
