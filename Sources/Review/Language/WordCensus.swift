// SPDX-License-Identifier: Apache-2.0

/// The distinct words of a text, each with how it is written and where first: a word of a text of thousands of rows is looked up once.
///
/// Of a word that is public somewhere only the public uses are kept: what is said of it must be the same whether or not it is in an exempt
/// passage too.
struct WordCensus {
    /// A word and its uses.
    struct Use {
        /// A passage of the text and a token of it.
        typealias Position = (passage: Int, token: Int)

        /// How often it begins with a small letter, and where first.
        var smallCount = 0
        var firstSmall: Position?
        /// How often it is capitalised where a sentence begins, and where first.
        var openingCount = 0
        var firstOpening: Position?
        /// How often it is capitalised within a sentence, as names are, and where first.
        var nameCount = 0
        var firstName: Position?
        /// Whether all of its uses are exempt.
        var isExempt = false

        var isName: Bool { nameCount > 0 }
    }

    /// The words in small letters with their uses, in the order of their first ones.
    private(set) var words: [(word: String, use: Use)] = []
    /// Where words are in ``words``, by their numbers; -1 for those that are not in the text.
    private var positions: [Int32] = []

    init(_ text: ReviewedText) {
        for (position, passage) in text.passages.enumerated() where passage.kind != .quotation {
            let tokens = passage.tokens
            for sentence in passage.sentences {
                var isOpening = true
                for index in sentence {
                    guard tokens[index].isWord else {
                        // Behind a colon a sentence may begin too.
                        let isColon = tokens[index].text == ":"
                        if isColon || !tokens[index].isMark { isOpening = isColon }
                        continue
                    }
                    defer { isOpening = false }
                    if !passage.foreign.isEmpty, passage.isForeign(tokens[index]) { continue }
                    let entry = entry(of: tokens[index], isExempt: passage.isExempt)
                    // Of a word that is public somewhere the public uses count.
                    if passage.isExempt, !words[entry].use.isExempt { continue }
                    if !passage.isExempt, words[entry].use.isExempt { words[entry].use = Use() }
                    words[entry].use.add(
                        at: (position, index),
                        isCapitalised: tokens[index].isCapitalised,
                        isOpening: isOpening
                    )
                }
            }
        }
    }

    /// Where a word is in ``words``; it is added if it is new.
    private mutating func entry(of token: Token, isExempt: Bool) -> Int {
        let number = Int(token.word)
        if number >= positions.count {
            positions += repeatElement(-1, count: max(number + 1 - positions.count, positions.count))
        }
        if positions[number] < 0 {
            positions[number] = Int32(words.count)
            words.append((token.text, Use(isExempt: isExempt)))
        }
        return Int(positions[number])
    }
}

extension WordCensus.Use {
    fileprivate mutating func add(at position: Position, isCapitalised: Bool, isOpening: Bool) {
        if !isCapitalised {
            smallCount += 1
            if firstSmall == nil { firstSmall = position }
        } else if isOpening {
            openingCount += 1
            if firstOpening == nil { firstOpening = position }
        } else {
            nameCount += 1
            if firstName == nil { firstName = position }
        }
    }
}
