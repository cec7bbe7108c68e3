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

    /// By the word in small letters.
    private(set) var uses: [String: Use] = [:]
    /// The words in the order of their first uses.
    private(set) var words: [String] = []

    init(_ text: ReviewedText) {
        for (position, passage) in text.passages.enumerated() where passage.kind != .quotation {
            for sentence in passage.sentences {
                var isOpening = true
                for index in sentence {
                    let token = passage.tokens[index]
                    guard token.kind == .word else {
                        // Behind a colon a sentence may begin too.
                        if token.kind != .mark || token.text == ":" { isOpening = token.text == ":" }
                        continue
                    }
                    defer { isOpening = false }
                    if !passage.markup.isEmpty, passage.isForeign(token) { continue }
                    add(token, at: (position, index), isOpening: isOpening, isExempt: passage.isExempt)
                }
            }
        }
    }

    private mutating func add(_ token: Token, at position: Use.Position, isOpening: Bool, isExempt: Bool) {
        if let use = uses[token.text] {
            if isExempt, !use.isExempt { return }
            if !isExempt, use.isExempt { uses[token.text] = Use() }
        } else {
            words.append(token.text)
            uses[token.text] = Use(isExempt: isExempt)
        }
        uses[token.text]?.add(at: position, isCapitalised: token.isCapitalised, isOpening: isOpening)
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
