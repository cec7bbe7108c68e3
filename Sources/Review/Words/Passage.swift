// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits

/// A paragraph, an item or a heading of a text, taken apart into sentences.
struct Passage: Sendable {
    /// What kind of text it is of, which decides what is asked of it.
    enum Kind: Sendable {
        case prose
        case heading
        /// Somebody else's words: their figures are theirs.
        case quotation
    }

    let kind: Kind
    let scalars: [Unicode.Scalar]
    let tokens: [Token]
    /// The tokens of each sentence, without its full stop.
    let sentences: [Range<Int>]
    /// The stems of the headings over it.
    let headings: [String]
    /// Where it begins.
    let location: SourceLocation

    init(_ text: String, _ kind: Kind, headings: [String] = [], at location: SourceLocation) {
        self.kind = kind
        scalars = Array(text.unicodeScalars)
        tokens = Tokenizer.tokens(of: scalars)
        sentences = Self.sentences(of: tokens)
        WorkMeter.count(scalars.count)
        self.headings = headings
        self.location = location
    }

    /// The stems of what stands before a statement and over it, which its sentences may leave out.
    ///
    /// - Parameter previous: the tokens of the statement before.
    func context(after previous: Range<Int>) -> Set<String> {
        Set(headings).union(tokens[previous].lazy.filter { $0.kind == .word }.map(\.stem))
    }

    /// What stands at tokens, as it was written.
    func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(String.UnicodeScalarView(scalars[tokens[first].range.lowerBound..<tokens[last].range.upperBound]))
    }

    private static func sentences(of tokens: [Token]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.enumerated() {
            guard token.kind == .mark, [".", "!", "?"].contains(token.text) else { continue }
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            // A point within `e.g.` and `No. 4` is followed by a small letter or stands right before a word.
            if let next, next.range.lowerBound == token.range.upperBound, next.kind == .word { continue }
            if let next, next.kind == .word, !next.isCapitalised { continue }
            if start < index { sentences.append(start..<index) }
            start = index + 1
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }
}

/// A text whose passages belong together: a statement, the comment of a row, the body of a paper.
struct Document: Sendable {
    let passages: [Passage]

    init(_ prose: Prose) {
        var collector = PassageCollector()
        collector.collect(prose.blocks, as: .prose)
        passages = collector.passages
    }
}

private struct PassageCollector {
    var passages: [Passage] = []
    /// The stems of the headings in force, by level.
    private var headings: [(level: Int, stems: [String])] = []

    mutating func collect(_ blocks: [Prose.Block], as kind: Passage.Kind) {
        for block in blocks {
            switch block.content {
            case .heading(let level, let inlines, _):
                let passage = Passage(inlines.words, .heading, at: block.location)
                headings.removeAll { $0.level >= level }
                headings.append((level, passage.tokens.filter { $0.kind == .word }.map(\.stem)))
                passages.append(passage)
            case .paragraph(let inlines):
                passages.append(
                    Passage(inlines.words, kind, headings: headings.flatMap(\.stems), at: block.location)
                )
            case .list(_, let items): for item in items { collect(item, as: kind) }
            case .quotation(let inner): collect(inner, as: .quotation)
            case .exempt(_, let inner): collect(inner, as: kind)
            // Its cells are figures without sentences; a picture's words are about the picture.
            case .table, .insertion, .picture: break
            }
        }
    }
}

extension [Prose.Inline] {
    /// The words, with U+FFFC where something is put in.
    var words: String {
        if count == 1, case .text(let text)? = first { return text }
        return map { inline in
            switch inline {
            case .text(let text): text
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner): inner.words
            case .lineBreak: " "
            case .placeholder: "\u{FFFC}"
            case .note: ""
            }
        }.joined()
    }
}
