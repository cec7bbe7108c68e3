// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Sentences of a passage that speak of one thing: a sentence, and those behind it that begin with `That is` or `It was`.
struct Statement {
    let passage: Passage
    let sentences: [Range<Int>]
    let mentions: [Mention]

    /// All of its tokens.
    var range: Range<Int> {
        (sentences.first?.lowerBound ?? 0)..<(sentences.last?.upperBound ?? 0)
    }

    func mention(at token: Int) -> Mention? { mentions.first { $0.token == token } }

    /// The words around a number as a message quotes them, within its sentence and up to the next comma.
    ///
    /// - Parameters:
    ///   - start: a token before the number that is quoted too.
    ///   - end: one behind it.
    func quotation(of mention: Mention, from start: Int? = nil, to end: Int? = nil) -> String {
        let tokens = passage.tokens
        let sentence = mention.sentence
        let last = end ?? mention.token
        var lower = max(sentence.lowerBound, (start ?? mention.token) - 5)
        while lower < mention.token, tokens[lower].kind == .mark { lower += 1 }
        var upper = last + 1
        while upper < min(sentence.upperBound, last + 4), tokens[upper].kind != .mark { upper += 1 }
        // The bracket that was opened.
        let opens = tokens[lower..<upper].count { $0.text == "(" } - tokens[lower..<upper].count { $0.text == ")" }
        if opens > 0, upper < sentence.upperBound, tokens[upper].text == ")" { upper += 1 }
        let words = passage.words(lower..<upper)
        return words.count > 90 ? passage.words(max(lower, mention.token - 2)..<(mention.token + 1)) : words
    }

    /// The number as it was written.
    func written(_ mention: Mention) -> String { passage.words(mention.token..<(mention.token + 1)) }

    /// What stands before the number and the number itself, to find its place in the file.
    func landmarks(of mention: Mention) -> [String] {
        let lower = max(mention.sentence.lowerBound, mention.token - 3)
        let number = written(mention)
        return lower == mention.token ? [number] : [passage.words(lower..<mention.token), number]
    }
}

extension Passage {
    /// The statements of the passage.
    func statements(_ reader: MentionReader) -> [Statement] {
        var groups: [[Range<Int>]] = []
        for sentence in sentences {
            if let last = groups.last, last.count < 4, continues(sentence) {
                groups[groups.count - 1].append(sentence)
            } else {
                groups.append([sentence])
            }
        }
        return groups.map { Statement(passage: self, sentences: $0, mentions: reader.mentions(in: $0)) }
    }

    /// Whether a sentence goes on with the subject of the one before: `That is`, `It was`, `This compares`.
    private func continues(_ sentence: Range<Int>) -> Bool {
        guard sentence.count > 2 else { return false }
        let first = tokens[sentence.lowerBound].text
        let second = tokens[sentence.lowerBound + 1].text
        return ["that", "this", "it", "which"].contains(first)
            && ["is", "was", "compares", "compared", "has", "had", "remains", "stands"].contains(second)
    }
}
