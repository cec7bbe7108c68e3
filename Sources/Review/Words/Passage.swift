// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText

/// A paragraph, an item or a heading of a text, taken apart into sentences.
final class Passage: Sendable {
    /// What kind of text it is of, which decides what is asked of it.
    enum Kind: Sendable {
        case prose
        case heading
        /// Somebody else's words: their figures are theirs.
        case quotation
        /// Words that make no sentences: a cell, what a picture shows, the title of a row.
        case label
    }

    /// A stretch of the text that is more than its words.
    struct Markup: Sendable {
        /// What a stretch is.
        enum Kind: Sendable {
            case strong
            case link(destination: String)
            /// Words in another language.
            case foreign
        }

        let kind: Kind
        /// Its scalars in the text of the passage.
        let range: Range<Int>
    }

    let kind: Kind
    /// Whether it is an item of a list, or in one.
    let isItem: Bool
    /// Whether it is not for publication, so that nothing of it is told where something is.
    let isExempt: Bool
    /// In the order in which they end.
    let markup: [Markup]
    /// The scalars of words in another language.
    let foreign: [Range<Int>]
    let scalars: [Unicode.Scalar]
    let tokens: [Token]
    /// Those of all of its words.
    let traits: WordTraits
    let hasNumbers: Bool
    /// The tokens of each sentence, without its full stop.
    let sentences: [Range<Int>]
    /// The stems of the headings over it.
    let headings: [String]
    /// Where it begins.
    let location: SourceLocation

    init(
        _ text: PassageText,
        _ kind: Kind,
        isItem: Bool = false,
        isExempt: Bool = false,
        headings: [String] = [],
        at location: SourceLocation,
        in vocabulary: Vocabulary
    ) {
        self.kind = kind
        self.isExempt = isExempt
        self.isItem = isItem
        markup = text.markup
        foreign = text.markup.compactMap { mark in if case .foreign = mark.kind { mark.range } else { nil } }
        scalars = text.words.scalars
        tokens = Tokenizer.tokens(of: scalars, in: vocabulary)
        traits = tokens.reduce(into: []) { $0.formUnion($1.traits) }
        hasNumbers = tokens.contains(where: \.isNumber)
        sentences = Self.sentences(of: tokens)
        WorkMeter.count(scalars.count)
        self.headings = headings
        self.location = location
    }

    /// The stems of what stands before a statement and over it, which its sentences may leave out.
    ///
    /// - Parameter previous: the tokens of the statement before.
    func context(after previous: Range<Int>) -> Set<String> {
        Set(headings).union(tokens[previous].lazy.filter(\.isWord).map(\.stem))
    }

    /// What stands at tokens, as it was written.
    func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(String.UnicodeScalarView(scalars[tokens[first].range.lowerBound..<tokens[last].range.upperBound]))
    }

    private static func sentences(of tokens: [Token]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in tokens.indices where tokens[index].traits.contains(.endsSentence) {
            // A point within `e.g.` and `No. 4` is followed by a small letter or stands right before a word.
            if index + 1 < tokens.count, tokens[index + 1].isWord,
                tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
                    || !tokens[index + 1].isCapitalised
            {
                continue
            }
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

    /// - Parameters:
    ///   - isExempt: whether the whole text is not for publication.
    ///   - vocabulary: takes in the words.
    init(
        _ prose: Prose,
        as kind: Passage.Kind = .prose,
        isExempt: Bool = false,
        in vocabulary: Vocabulary
    ) {
        var collector = PassageCollector(vocabulary: vocabulary)
        collector.collect(prose.blocks, as: kind, isExempt: isExempt)
        passages = collector.passages
    }
}

private struct PassageCollector {
    let vocabulary: Vocabulary
    private(set) var passages: [Passage] = []
    /// The stems of the headings in force, by level.
    private var headings: [(level: Int, stems: [String])] = []

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    mutating func collect(
        _ blocks: [Prose.Block],
        as kind: Passage.Kind,
        isItem: Bool = false,
        isExempt: Bool = false
    ) {
        for block in blocks {
            switch block.content {
            case .heading(let level, let inlines, _):
                let passage = Passage(
                    PassageText(inlines),
                    .heading,
                    isExempt: isExempt,
                    at: block.location,
                    in: vocabulary
                )
                headings.removeAll { $0.level >= level }
                headings.append((level, passage.tokens.filter(\.isWord).map(\.stem)))
                passages.append(passage)
            case .paragraph(let inlines):
                passages.append(
                    Passage(
                        PassageText(inlines),
                        kind,
                        isItem: isItem,
                        isExempt: isExempt,
                        headings: headings.flatMap(\.stems),
                        at: block.location,
                        in: vocabulary
                    )
                )
            case .list(_, let items): for item in items { collect(item, as: kind, isItem: true, isExempt: isExempt) }
            case .quotation(let inner): collect(inner, as: .quotation, isExempt: isExempt)
            case .exempt(_, let inner):
                collect(inner, as: kind, isExempt: true)
            case .table(let header, let rows, _):
                for cell in header + rows.joined() where !cell.isEmpty {
                    add(cell, isExempt: isExempt, at: block.location)
                }
            case .picture(let picture):
                for words in [picture.alternativeText ?? [], picture.caption] where !words.isEmpty {
                    add(words, isExempt: isExempt, at: block.location)
                }
            case .definitions(let definitions):
                for definition in definitions {
                    add(definition.term, isExempt: isExempt, at: block.location)
                    let meanings = definition.meanings.map { Prose.Block(.paragraph($0), at: block.location) }
                    collect(meanings, as: kind, isItem: true, isExempt: isExempt)
                }
            case .insertion, .pageBreak: break
            }
        }
    }

    private mutating func add(_ label: [Prose.Inline], isExempt: Bool, at location: SourceLocation) {
        passages.append(
            Passage(PassageText(label), .label, isExempt: isExempt, at: location, in: vocabulary)
        )
    }
}
