// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

/// Words along a line.
struct InlineTests {
    private static let wording = PageWording(parts: ["page ", ""], overleaf: "overleaf")

    @Test func `plain text is the words without marks of notes`() {
        #expect(EveryKind.inlines.plainText == "Visitsrosefastsurveypage 7\nbore daONS")
        #expect([Inline]().plainText == "")
    }

    @Test(
        arguments: [
            ([], true), ([.text("")], true), ([.text("\u{200B}\u{A0}\u{AD}")], true), ([.lineBreak], true),
            ([.emphasis([.strong([.text(" ")])]), .lineBreak], true), ([.text("a")], false),
            ([.strong([.emphasis([.text("\u{200B}."), .text("")])])], false),
            ([.link(Link(id: NodeID(1), target: .anchor("a"), []))], true),
            ([.noteMark(NoteMark(id: NodeID(1), note: NodeID(2), label: ""))], false),
            ([.span(Span(id: NodeID(1), .language(.welsh), [.text("\u{200B}")]))], true),
            ([.span(Span(id: NodeID(1), .language(.welsh), [.text("a")]))], false),
            ([.pageReference(PageReference(.place, place: "\u{200B}", wording: wording))], true),
            ([.pageReference(PageReference(.page, wording: wording))], false),
        ] as [([Inline], Bool)]
    )
    func `what shows nothing is known`(inlines: [Inline], showsNothing: Bool) {
        #expect(inlines.showNothing == showsNothing)
    }

    @Test(arguments: [
        (PageReference(.place, place: "section 3", wording: wording, page: 4), "section 3"),
        (PageReference(.page, place: "section 3", wording: wording), "page …"),
        (PageReference(.page, wording: wording, page: 4), "page 4"),
        (PageReference(.page, wording: wording, page: 4, isOverleaf: true), "page 4"),
        (PageReference(.overleaf, wording: wording), "page …"),
        (PageReference(.overleaf, wording: wording, page: 12), "page 12"),
        (PageReference(.overleaf, wording: wording, page: 12, isOverleaf: true), "overleaf"),
    ])
    func `a reference says its place, its page, or that it is overleaf`(reference: PageReference, words: String) {
        #expect(reference.words == words)
    }

    @Test(arguments: [
        ([""], ""), (["page ", ""], "page 9"), (["", " is the page"], "9 is the page"), (["", "/", ""], "9/9"),
    ])
    func `the number stands wherever the wording has a place for it`(parts: [String], words: String) {
        #expect(PageWording(parts: parts, overleaf: "").words(page: 9) == words)
    }

    @Test func `only links that say a page are references to pages`() {
        #expect(EveryKind.inlines.pageReferences.map(\.id) == [NodeID(4)])
        let place = Inline.link(
            Link(
                id: NodeID(8),
                target: .anchor("a"),
                [.strong([.pageReference(PageReference(.place, place: "a", wording: Self.wording))])]
            )
        )
        #expect([place].pageReferences == [])
        #expect(![place].printsPageNumber)
        let within = Inline.strong([
            .link(
                Link(
                    id: NodeID(9),
                    target: .anchor("a"),
                    [.emphasis([.pageReference(PageReference(.overleaf, wording: Self.wording))])]
                )
            )
        ])
        #expect([within].pageReferences.map(\.id) == [NodeID(9)])
    }

    @Test func `a mark leads to its note and the note back to its first mark, in brackets that are not divided`() {
        let mark = NoteMark(id: NodeID(5), note: NodeID(30), label: "note 1")
        let note = EveryKind.notes[0]
        #expect(mark.link == Link(id: NodeID(5), target: .anchor("note.30"), [.text("[note\u{A0}1]")]))
        #expect(note.anchor == "note.30")
        #expect(note.backLink == Link(id: NodeID(30), target: .anchor("mark.5"), [.text("[note\u{A0}1]")]))
    }

    /// The words of a link to "section 4" without its page numbers.
    private func withoutPages(_ words: [Inline]) -> String {
        [Inline.text("see "), .link(Link(id: NodeID(1), target: .anchor("four"), words)), .text(".")]
            .withoutPageNumbers.plainText
    }

    private static func reference(_ form: PageReference.Form) -> Inline {
        .pageReference(PageReference(form, place: "section 4", wording: wording, page: 2))
    }

    @Test(
        arguments: [
            ([.text("section 4, "), reference(.page)], "see section 4."),
            ([.text("section 4"), .text(", "), reference(.overleaf)], "see section 4."),
            ([.text("Annex 1: Returns ("), reference(.page), .text(")")], "see Annex 1: Returns."),
            ([.text("Annex 1: Returns ("), reference(.page), .text(" on)")], "see section 4."),
            (
                [.text("the returns – "), reference(.page), .text(" and what follows")],
                "see the returns and what follows."
            ),
            ([reference(.page)], "see section 4."),
            ([.text("what is on "), reference(.page)], "see section 4."),
            ([.strong([.text("section 4, "), reference(.page)])], "see section 4."),
            ([.text(" ("), reference(.page), .text(")")], "see section 4."),
            ([.text("the returns")], "see the returns."),
            ([reference(.place)], "see section 4."),
        ] as [([Inline], String)]
    ) func `a link without page numbers keeps its words or names its target`(words: [Inline], text: String) {
        #expect(withoutPages(words) == text)
    }

    @Test func `a link inside other words loses its page number too`() {
        let link = Inline.link(
            Link(id: NodeID(1), target: .anchor("four"), [.text("section 4, "), Self.reference(.page)])
        )
        #expect([Inline.emphasis([.text("see "), link])].withoutPageNumbers.plainText == "see section 4")
    }
}
