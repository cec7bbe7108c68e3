// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Asks that a text names what it refers to, and does not say where on a page it stands: `overleaf`, `see below`, `the table above`.
///
/// A page is set anew with every change, a paper in HTML has no pages, and who listens to it has no above and below (WCAG 2.2, 1.3.3).
/// `above` and `below` that compare two figures are passed over, as is whatever can be read so.
struct PositionRules {
    private static let sides: Set = ["above", "below"]
    /// The words of which a reference by position has one.
    static let positions = ["overleaf", "page", "above", "below"]
    /// What stands in a paper.
    private static let parts: Set = [
        "table", "tables", "chart", "charts", "graph", "graphs", "list", "paragraph", "paragraphs", "section",
        "sections",
        "tasks", "actions", "projects", "comment", "comments", "map", "diagram", "picture", "box", "note", "notes",
    ]
    private static let participles: Set = [
        "shown", "described", "listed", "mentioned", "stated", "noted", "explained", "discussed", "outlined",
        "detailed",
        "given", "out",
    ]
    /// What may follow `above` where it compares nothing.
    private static let followers: Set = [
        "and", "or", "is", "are", "was", "were", "shows", "show", "lists", "list", "gives", "give", "has", "have",
        "sets", "set",
        "for", "in", "with", "which", "that",
    ]

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        var first: TextPlace?
        var words = ""
        var count = 0
        // The public ones are told of as though there were no others.
        let passages = text.passages.filter { !$0.isExempt } + text.passages.filter(\.isExempt)
        for passage in passages where passage.kind != .quotation && passage.traits.contains(.position) {
            if let first, passage.isExempt, !first.passage.isExempt { break }
            for sentence in passage.sentences {
                for index in sentence where passage.tokens[index].traits.contains(.position) {
                    guard let found = Self.reference(at: index, in: sentence, of: passage) else { continue }
                    count += 1
                    if first == nil {
                        first = TextPlace(passage: passage, token: found.lowerBound)
                        words = passage.words(found)
                    }
                }
            }
        }
        if let first { report(.position(words, count: count), first) }
    }

    /// Whether a word is of a link, which leads to what is meant.
    private static func isLinked(_ token: Token, in passage: Passage) -> Bool {
        passage.markup.contains { mark in
            if case .link = mark.kind { mark.range.overlaps(token.range) } else { false }
        }
    }

    /// The tokens of a reference by position of which one token is the word of the position.
    private static func reference(at index: Int, in sentence: Range<Int>, of passage: Passage) -> Range<Int>? {
        let tokens = passage.tokens
        func text(_ offset: Int) -> String { sentence.contains(index + offset) ? tokens[index + offset].text : "" }
        let word = tokens[index].text
        if passage.isForeign(tokens[index]) || isLinked(tokens[index], in: passage) { return nil }
        if word == "overleaf" { return (text(-1) == "see" ? index - 1 : index)..<(index + 1) }
        if word == "page", ["previous", "next", "following", "opposite", "facing"].contains(text(-1)),
            text(-2) == "the" || text(-2) == "see"
        {
            return (index - 2)..<(index + 1)
        }
        guard sides.contains(word) else { return nil }
        let isEnd =
            !sentence.contains(index + 1) || tokens[index + 1].kind == .mark || followers.contains(text(1))
        if text(-1) == "see", isEnd { return (index - 1)..<(index + 1) }
        if text(-2) == "see", text(-1) == "also", isEnd { return (index - 2)..<(index + 1) }
        if word == "above", text(-1) == "as", !sentence.contains(index + 1) || tokens[index + 1].kind == .mark {
            return (index - 1)..<(index + 1)
        }
        if participles.contains(text(-1)), isEnd, text(-1) != "out" || text(-2) == "set" {
            return (text(-1) == "out" ? index - 2 : index - 1)..<(index + 1)
        }
        if parts.contains(text(-1)), isEnd { return (index - 1)..<(index + 1) }
        // `the above table`.
        if ["the", "this", "these"].contains(text(-1)), parts.contains(text(1)) { return (index - 1)..<(index + 2) }
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func position(_ words: String, count: Int) -> Self {
        let more: DiagnosticText = count > 1 ? ", the first of \(count) places" : ""
        return Self(
            .positionWord,
            "`\(words.shortened)` says where something stands on a page" + more,
            hint:
                "name what is meant, such as `the table of actions`: on a screen there is no overleaf, and who listens has no above and below"
        )
    }
}
