// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Testing
import Typesetting

@testable import PDFExport

struct ContentRewriterTests {
    private let structure = StructureTree(
        elements: [
            StructureElement(type: .document, parent: 0, end: 4),
            StructureElement(type: .paragraph, parent: 0, end: 2),
            StructureElement(type: .tableRow, parent: 0, end: 3),
            StructureElement(type: .figure, parent: 0, end: 4),
        ],
        headers: []
    )

    private func rewritten(_ content: String, _ brackets: [MarkedContent.Bracket]) throws -> String {
        var rewriter = ContentRewriter(structure: structure)
        try Array(content.utf8).lend { bytes throws(ExportError) in
            try rewriter.rewrite(bytes, brackets: brackets, page: 0)
        }
        return String(decoding: rewriter.rewritten.bytes, as: UTF8.self)
    }

    @Test func `brackets get their types and are numbered without gaps`() throws {
        let content = """
            q
            /Span << /MCID 0 >> BDC
            BT (a\\)b) Tj ET
            EMC
            /Span << /MCID 1 >> BDC
            BT <01AF
            FE> Tj ET
            EMC
            /Span << /MCID 2 >> BDC
            BT [(c)-20 (d)] TJ ET
            EMC
            Q
            """
        #expect(
            try rewritten(content, [.element(1), .artifact(.head), .element(2)]) == """
                q

                /P<</MCID 0>>BDC
                BT (a\\)b) Tj ET
                EMC

                /Artifact<</Type/Pagination/Subtype/Header>>BDC
                BT <01AF
                FE> Tj ET
                EMC

                /TR<</MCID 1>>BDC
                BT [(c)-20 (d)] TJ ET
                EMC
                Q
                """
        )
    }

    @Test func `what is drawn between brackets is an artifact, what only sets colours is not`() throws {
        let content = """
            1 0 0 -1 0 100 cm q
            0.5 g 1 1 9 9 re f
            /Span << /MCID 0 >> BDC
            BT (a) Tj ET
            EMC
            0 g
            /Span << /MCID 1 >> BDC
            BT (b) Tj ET
            EMC
            0 0 m 9 0 l S Q
            """
        #expect(
            try rewritten(content, [.element(1), .artifact(.repeatedCell)]) == """

                /Artifact<</Type/Layout>>BDC
                1 0 0 -1 0 100 cm q
                0.5 g 1 1 9 9 re f

                EMC

                /P<</MCID 0>>BDC
                BT (a) Tj ET
                EMC
                0 g

                /Artifact<</Type/Pagination>>BDC
                BT (b) Tj ET
                EMC
                /Artifact<</Type/Layout>>BDC

                0 0 m 9 0 l S Q
                EMC

                """
        )
    }

    @Test(arguments: [
        ("[<0001>776<0014>631<0017>]TJ", "[<0001>]TJ[776<0014>]TJ[631<0017>]TJ"),
        ("[<0001>200<0014>]TJ", "[<0001>]TJ[200<0014>]TJ"),
        ("[(\\(]a) 1200.5 (b)] TJ", "[(\\(]a) ]TJ[1200.5 (b)] TJ"),
        ("[(a)\n623(b)] TJ", "[(a)\n]TJ[623(b)] TJ"),
        ("[(a)300 400(b)] TJ", "[(a)]TJ[300 400(b)] TJ"),
    ])
    func `text that moves back is shown by an operator of its own`(content: String, expected: String) throws {
        #expect(
            try rewritten("/Span << /MCID 0 >> BDC BT \(content) ET EMC", [.element(1)])
                == "\n/P<</MCID 0>>BDC BT \(expected) ET EMC"
        )
    }

    @Test(arguments: [
        // Kerning, a move forward, one before any glyph.
        "[<0001>199<0014>-776<0017>]TJ", "[(a)99.5(b)]TJ", "[776<0014>]TJ", "[<>776<0014>]TJ", "[()776(b)]TJ",
        // No array of text.
        "(a) Tj 776 0 Td (b) Tj", "[300 400] 0 d (a) Tj", "/Span << /ActualText <feff00ad> /MCID 300 >> BDC (-) Tj EMC",
        // The second array begins anew.
        "[(a)]TJ [776(b)]TJ",
    ])
    func `text that does not move back stays in one operator`(content: String) throws {
        #expect(
            try rewritten("/Span << /MCID 0 >> BDC BT \(content) ET EMC", [.element(1)])
                == "\n/P<</MCID 0>>BDC BT \(content) ET EMC"
        )
    }

    @Test func `spans with the text of their glyphs stay`() throws {
        let content = """
            /Span << /MCID 0 >> BDC
            BT /Span << /ActualText <feff00ad> >> BDC (-) Tj EMC (a) Tj ET
            EMC
            """
        #expect(
            try rewritten(content, [.element(1)]) == """

                /P<</MCID 0>>BDC
                BT /Span << /ActualText <feff00ad> >> BDC (-) Tj EMC (a) Tj ET
                EMC
                """
        )
    }

    @Test func `paths are content of a figure`() throws {
        let content = "/Span << /MCID 0 >> BDC 1 0 0 rg 0 0 9 9 re f BT (a) Tj ET 0 0 m 9 0 l S EMC"
        #expect(
            try rewritten(content, [.element(3)])
                == "\n/Figure<</MCID 0>>BDC 1 0 0 rg 0 0 9 9 re f BT (a) Tj ET 0 0 m 9 0 l S EMC"
        )
        // Those of any other element are not, and no picture is.
        let fault = ExportError("a bracket on page 1 holds a drawing")
        #expect(throws: fault) { try rewritten(content, [.element(1)]) }
        #expect(throws: fault) { try rewritten("/Span << /MCID 0 >> BDC /x5 Do EMC", [.element(3)]) }
        #expect(throws: ExportError("a bracket on page 1 holds no text")) {
            try rewritten("/Span << /MCID 0 >> BDC EMC", [.element(3)])
        }
    }

    @Test func `a bracket holds as many images as it should`() throws {
        var bracket = MarkedContent.Bracket.element(3)
        bracket.images = 1
        let content = "/Span << /MCID 0 >> BDC q /a0 gs /x5 Do Q EMC"
        #expect(try rewritten(content, [bracket]) == "\n/Figure<</MCID 0>>BDC q /a0 gs /x5 Do Q EMC")
        #expect(throws: ExportError("a bracket on page 1 holds a drawing")) {
            try rewritten("/Span << /MCID 0 >> BDC /x5 Do /x6 Do EMC", [bracket])
        }
        #expect(throws: ExportError("a bracket on page 1 does not hold its images")) {
            try rewritten("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC", [bracket])
        }
        #expect(throws: ExportError("a bracket on page 1 holds no text")) {
            try rewritten("/Span << /MCID 0 >> BDC EMC", [bracket])
        }
    }

    /// Cairo leaves out white space that would stand off the page.
    @Test func `a bracket of white space may hold no text`() throws {
        let content = "/Span << /MCID 0 >> BDC q Q EMC"
        let blank = MarkedContent.Bracket(content: .element(1), isBlank: true)
        #expect(try rewritten(content, [blank]) == "\n/P<</MCID 0>>BDC q Q EMC")
        #expect(throws: ExportError("a bracket on page 1 holds no text")) { try rewritten(content, [.element(1)]) }
    }

    @Test(arguments: [
        // Text outside brackets.
        ("BT (x) Tj ET /Span << /MCID 0 >> BDC BT (a) Tj ET EMC", "page 1 holds text outside its brackets"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC BT (x) ' ET", "page 1 holds text outside its brackets"),
        // A bracket that is missing, too many, out of order, empty, not closed, not opened.
        ("q Q", "the brackets on page 1 are not all there"),
        (
            "/Span << /MCID 0 >> BDC BT (a) Tj ET EMC /Span << /MCID 1 >> BDC BT (a) Tj ET EMC",
            "a bracket on page 1 is not one of ours"
        ),
        ("/Span << /MCID 1 >> BDC BT (a) Tj ET EMC", "a bracket on page 1 is not one of ours"),
        ("/Span << /MCID 0 >> BDC EMC", "a bracket on page 1 holds no text"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET", "the brackets on page 1 are not all there"),
        ("EMC", "a bracket on page 1 ends that has not begun"),
        // A picture, a filled or a shaded area among the text.
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET /x5 Do EMC", "a bracket on page 1 holds a drawing"),
        ("/Span << /MCID 0 >> BDC /x5 Do BT (a) Tj ET EMC", "a bracket on page 1 holds a drawing"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET 0 0 9 9 re f EMC", "a bracket on page 1 holds a drawing"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC /x5 Do", "page 1 holds a picture outside its brackets"),
        // Other brackets than ours.
        ("/P << /MCID 0 >> BDC BT (a) Tj ET EMC", "a bracket on page 1 is not one of ours"),
        ("/Span <</MCID 0>> BDC BT (a) Tj ET EMC", "a bracket on page 1 is not one of ours"),
        ("/Artifact BMC BT (a) Tj ET EMC", "a bracket on page 1 is not one of ours"),
        ("/Span << /MCID 0 /Lang (de) >> BDC BT (a) Tj ET EMC", "a bracket on page 1 is not one of ours"),
        // What Cairo never writes.
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC BI /W 1 ID x EI", "an operator on page 1 is not known"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC % a remark", "an operator on page 1 is not known"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC BX", "an operator on page 1 is not known"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET /sh1 sh EMC", "an operator on page 1 is not known"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC frob", "an operator on page 1 is not known"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC }", "an operator on page 1 is not known"),
        // Not whole.
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC 1 0 0", "the brackets on page 1 are not all there"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC (abc", "the brackets on page 1 are not all there"),
        ("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC <00", "the brackets on page 1 are not all there"),
        ("", "the brackets on page 1 are not all there"),
    ])
    func `content that is not as Cairo writes it is refused`(content: String, refusal: String) {
        #expect(throws: ExportError(refusal)) { try rewritten(content, [.element(1)]) }
    }
}
