// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// What is read of one return or of one paper, whose words should be of one mind: its text and, of a return, the comments of its rows.
struct ReviewedText: Sendable {
    /// In the order in which they are printed.
    private(set) var passages: [Passage] = []

    mutating func add(_ document: Document) { passages += document.passages }
}

/// A place in a text: a token of one of its passages.
struct TextPlace: Sendable {
    let passage: Passage
    let token: Int

    /// The word there, as it is written.
    var word: String { passage.words(token..<(token + 1)) }
}

extension Passage {
    /// Whether a token is in another language.
    func isForeign(_ token: Token) -> Bool { foreign.contains { $0.overlaps(token.range) } }

    /// What stands right before a token, or `nil` at the beginning of the passage.
    func scalar(before token: Token) -> Unicode.Scalar? {
        token.range.lowerBound > 0 ? scalars[token.range.lowerBound - 1] : nil
    }

    /// What stands right behind a token, or `nil` at the end of the passage.
    func scalar(after token: Token) -> Unicode.Scalar? {
        token.range.upperBound < scalars.count ? scalars[token.range.upperBound] : nil
    }

    /// Whether a token is a word of capital letters alone, of two or more.
    func isInCapitals(_ token: Token) -> Bool {
        token.isWord && token.isCapitalised && token.range.count > 1
            && scalars[token.range].allSatisfy { !$0.isSmall }
            && scalars[token.range].count(where: { $0.isCapital }) > 1
    }
}

extension Unicode.Scalar {
    /// What joins the parts of a word: a hyphen.
    var isHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" }
}
