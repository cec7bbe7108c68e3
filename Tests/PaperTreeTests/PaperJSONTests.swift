// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Pictures
import TestSupport
import Testing

/// The tree as JSON.
struct PaperJSONTests {
    private static func json(_ value: some Encodable) -> String { JSONText(value).description }

    private static func paragraph(_ id: Int, _ text: String) -> String {
        #"{"id":\#(id),"inlines":[{"kind":"text","text":"\#(text)"}],"kind":"paragraph","role":"body"}"#
    }

    @Test func `a paper names its language, its edition, its banner, its running lines and its sections`() {
        var paper = EveryKind.paper
        paper.sections[0].blocks = []
        #expect(
            Self.json(paper)
                == #"{"banner":"NOT FOR PUBLICATION","#
                + #""foot":{"centre":[{"kind":"text","text":"Page "},{"kind":"page"},{"kind":"text","text":" of "},{"kind":"pages"}],"left":[],"right":[]},"#
                + #""head":{"centre":[],"left":[{"kind":"text","text":"Test Council"}],"right":[{"kind":"section-label"}]},"#
                + #""properties":{"creator":"Test Council","date":"2009-11-30","edition":"public","id":"cabinet","language":"en-GB","subject":"Performance","title":"Half-year monitoring"},"#
                + #""sections":[{"anchor":"appendix-1","blocks":[],"id":0,"label":"Appendix 1","name":"appendix 1"}]}"#
        )
    }

    @Test func `a draft says which one it is`() {
        var paper = EveryKind.paper
        paper.draft = Paper.Draft(mark: [.text("DRAFT 2")], notice: "Not cleared")
        #expect(Self.json(paper).contains(#","draft":[{"kind":"text","text":"DRAFT 2"}],"#))
    }

    @Test func `every kind of inline says its kind`() {
        #expect(
            EveryKind.inlines.map(Self.json) == [
                #"{"kind":"text","text":"Visits"}"#,
                #"{"inlines":[{"kind":"text","text":"rose"}],"kind":"emphasis"}"#,
                #"{"inlines":[{"inlines":[{"kind":"text","text":"fast"}],"kind":"emphasis"}],"kind":"strong"}"#,
                #"{"address":"https://example.org/a","id":3,"inlines":[{"kind":"text","text":"survey"}],"kind":"link"}"#,
                #"{"anchor":"figures","id":4,"inlines":[{"form":"page","kind":"reference","words":"page 7"}],"kind":"link"}"#,
                #"{"id":5,"kind":"note-mark","label":"note 1","note":30}"#,
                #"{"kind":"line-break"}"#,
                #"{"id":50,"inlines":[{"kind":"text","text":"bore da"}],"kind":"span","language":"cy"}"#,
                #"{"expansion":"Office for National Statistics","id":51,"inlines":[{"kind":"text","text":"ONS"}],"kind":"span"}"#,
            ]
        )
    }

    @Test func `every kind of block says its kind and has the members of its content`() {
        let inlines = Self.json(EveryKind.inlines)
        let heading =
            #"{"anchor":"figures","id":1,"inlines":[{"kind":"text","text":"Figures"}],"kind":"heading","level":2,"number":"1"}"#
        let contents = #"{"anchor":"contents","inlines":[{"kind":"text","text":"Contents"}],"level":2}"#
        let columns = #"[{"alignment":"left","holds-figures":false},{"alignment":"decimal","holds-figures":true}]"#
        let header = Self.row(
            16,
            "header",
            [
                Self.cell(17, isHeader: true, Self.paragraph(18, "Indicator")),
                Self.cell(19, isHeader: true, Self.paragraph(20, "Value")),
            ]
        )
        let band = Self.row(
            21,
            "band",
            level: 1,
            [Self.cell(22, columnSpan: 2, isHeader: true, Self.paragraph(23, "Arts"))]
        )
        let body = Self.row(
            24,
            "body",
            [Self.cell(25, Self.paragraph(26, "Visits")), Self.cell(27, Self.paragraph(28, "12.5"))]
        )
        let notes = #"[{"blocks":[\#(Self.paragraph(31, "Counted at the door."))],"id":30,"label":"note 1","mark":5}]"#
        #expect(
            EveryKind.blocks.map(Self.json) == [
                heading,
                #"{"id":2,"inlines":\#(inlines),"kind":"paragraph","number":"1.1","role":"lead-in"}"#,
                #"{"id":6,"items":[{"blocks":[\#(Self.paragraph(8, "Open"))],"id":7}],"kind":"list","marker":"decimal","start":3}"#,
                #"{"blocks":[\#(Self.paragraph(10, "Well done"))],"id":9,"kind":"quotation"}"#,
                #"{"id":11,"kind":"details","pairs":[{"id":12,"label":[{"kind":"text","text":"Contact"}],"values":[\#(Self.paragraph(13, "Pat Smith"))]}],"role":"contact"}"#,
                #"{"id":14,"kind":"signature","name":[{"kind":"text","text":"Pat Smith"}],"post":[{"kind":"text","text":"Director"}]}"#,
                #"{"anchor":"visits","columns":\#(columns),"header":[\#(header)],"id":15,"is-landscape":true,"kind":"table","label":"Table 1","notes":[],"rows":[\#(band),\#(body)],"title":"Visits to museums"}"#,
                #"{"id":29,"kind":"notes","notes":\#(notes)}"#,
                #"{"entries":[{"anchor":"figures","id":33,"level":2,"number":"1","words":"Figures"}],"from-pages":20,"heading":\#(contents),"id":32,"kind":"contents"}"#,
                #"{"alternative-text":"Status of visits, stacked bar of 5.","anchor":"figure-visits","caption":[{"id":35,"inlines":[{"kind":"text","text":"Status of visits"}],"kind":"paragraph","role":"caption"},{"id":36,"inlines":[{"kind":"text","text":"5 in all"}],"kind":"paragraph","role":"caption-note"}],"chart":{"bars":[{"counts":[{"value":2,"words":"2"},{"value":0,"words":"0"},{"value":3,"words":"3"}],"label":"Arts","total":"5"}],"kind":"stacked-bars","series":[{"label":"Late","tone":"off"},{"label":"Never","tone":"none"},{"label":"Done","tone":"complete"}]},"id":34,"kind":"figure","label":"Figure 1","words":["Arts","2","3","5","Late","Done"]}"#,
                #"{"blocks":[{"alternative-text":"A hill","caption":[],"id":38,"image":{"digest":"abc","height":1,"width":1},"kind":"figure","words":[]},\#(Self.paragraph(39, "Test Council")),\#(Self.paragraph(40, "Report to Cabinet"))],"id":37,"kind":"masthead"}"#,
            ]
        )
    }

    @Test func `bullets and letters have no start, and a table without an anchor none`() {
        #expect(Self.json(List(marker: .bullet, items: [])) == #"{"items":[],"marker":"bullet"}"#)
        #expect(Self.json(List(marker: .letter, items: [])) == #"{"items":[],"marker":"letter"}"#)
        #expect(
            Self.json(Table(columns: [], header: [], rows: []))
                == #"{"columns":[],"header":[],"is-landscape":false,"notes":[],"rows":[],"title":""}"#
        )
    }

    @Test func `bars of shares have their parts and wholes`() {
        let bars = Chart.Bars(
            tone: .off,
            bars: [Chart.Bars.Bar(label: "Arts", part: 1, whole: 4, words: "1 of 4 (25%)")]
        )
        #expect(
            Self.json(Chart.bars(bars))
                == #"{"bars":[{"label":"Arts","part":1,"whole":4,"words":"1 of 4 (25%)"}],"kind":"bars","tone":"off"}"#
        )
        #expect(Graphic.chart(.bars(bars)).words == ["Arts", "1 of 4 (25%)"])
    }

    @Test func `a picture has its size and its digest, and no pixels`() {
        let image = RasterImage(width: 2, height: 1, pixels: [1, 2, 3, 4, 5, 6], digest: "abc")
        var figure = Figure(
            label: nil,
            caption: [],
            alternativeText: "The weir",
            graphic: .image(image),
            anchor: nil
        )
        #expect(
            Self.json(figure)
                == #"{"alternative-text":"The weir","caption":[],"image":{"digest":"abc","height":1,"width":2},"words":[]}"#
        )
        figure.alternativeText = nil
        #expect(Self.json(figure) == #"{"caption":[],"image":{"digest":"abc","height":1,"width":2},"words":[]}"#)
        #expect(figure.graphic.identity == "abc")
    }

    @Test func `words are escaped as JSON asks, and letters stay as they are`() {
        #expect(
            Self.json(Inline.text("“5 < 6” \"é\" \\ / \u{2}\n"))
                == #"{"kind":"text","text":"“5 < 6” \"é\" \\ / \u0002\n"}"#
        )
    }

    @Test func `no place in a file of the workspace is told`() {
        var paper = EveryKind.paper
        paper.sections[0].blocks[0].location = SourceLocation(file: "papers/cabinet.md", line: 17, column: 1)
        #expect(paper.json == EveryKind.paper.json)
    }

    @Test func `the text is laid out in lines, and its last line is ended`() {
        #expect(EveryKind.paper.json.hasPrefix("{\n  \"banner\" : \"NOT FOR PUBLICATION\",\n"))
        #expect(EveryKind.paper.json.hasSuffix("\n}\n"))
    }

    private static func row(_ id: Int, _ kind: String, level: Int? = nil, _ cells: [String]) -> String {
        let level = level.map { #","level":\#($0)"# } ?? ""
        return #"{"cells":[\#(cells.joined(separator: ","))],"id":\#(id),"kind":"\#(kind)"\#(level)}"#
    }

    private static func cell(_ id: Int, columnSpan: Int = 1, isHeader: Bool = false, _ block: String) -> String {
        #"{"blocks":[\#(block)],"column-span":\#(columnSpan),"id":\#(id),"is-header":\#(isHeader),"row-span":1}"#
    }
}
