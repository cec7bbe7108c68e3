// SPDX-License-Identifier: Apache-2.0

/// A word, a number or a mark of a sentence.
struct Token: Sendable, Hashable {
    /// What a token is.
    enum Kind: Sendable, Hashable {
        case word
        /// A number with whatever belongs to it: `£2.7m`, `51.8 per cent`, `nineteen`.
        ///
        /// Kept apart, since most tokens are words, and tokens are copied often.
        indirect case number(WrittenNumber)
        /// A year or a part of one that figures may be of: `2009/10`, `2009`.
        case year
        /// A number that counts nothing: an age, a day, the number of a level, a reference.
        case label
        /// A comma, a bracket, a dash; a placeholder is U+FFFC.
        case mark
    }

    var kind: Kind
    /// In small letters.
    var text: String
    /// The number of its text in the vocabulary of the review.
    var word: Int32
    /// Those of its text.
    var traits: WordTraits
    /// Whether it begins with a capital letter.
    var isCapitalised: Bool
    /// Its scalars in the text of its passage.
    var range: Range<Int>

    var isWord: Bool { if case .word = kind { true } else { false } }
    var isMark: Bool { if case .mark = kind { true } else { false } }
    var isNumber: Bool { if case .number = kind { true } else { false } }
    /// Whether it is the name of a month: with a small letter, `may` and `march` are other words.
    var isMonth: Bool { isCapitalised && traits.contains(.month) }

    /// By which words that differ in their endings are the same; made anew each time, since most words are never compared.
    var stem: String { isWord ? WordForms.stem(text) : text }

    /// The number, or `nil` for another token.
    var number: WrittenNumber? { if case .number(let number) = kind { number } else { nil } }
}

/// A number as a sentence has it, exact enough to be compared with a table: what it is worth, how finely it was written, and of what.
struct WrittenNumber: Sendable, Hashable {
    /// What the digits are worth.
    var value: Double
    /// The worth of one in the last place that was written: 0.1 for `51.8`, 1 for `386`, 100,000 for `2.7m`.
    var step: Double
    /// The unit, as ``Measure`` has it.
    var measure: Measure
    /// Whether it was written in letters: `nineteen`.
    var isInWords = false

    /// What numbers must share to be compared.
    enum Measure: Sendable, Hashable {
        case count
        case percent
        case points
        case money(String)
        /// In the singular: `day`.
        case unit(String)
        /// `per 10,000`, by the second number.
        case rate(Int)
    }

    /// Whether another number is the same within what its writer has rounded: `52` is `51.8`, and `51.8` is not `51.7`.
    func rounds(_ exact: Double) -> Bool { abs(value - exact) <= step / 2 + max(abs(exact), 1) * 1e-9 }

    /// What its last digit but noughts is worth, of a number of thousands: 10,000 of `£40,000`.
    var roundedStep: Double {
        guard value >= 1_000, step == 1 else { return step }
        var step = 1.0
        while value.truncatingRemainder(dividingBy: step * 10) == 0 { step *= 10 }
        return step
    }

    /// The significant digits that were written: three for `51.8`, two for `1,200`.
    var significantDigits: Int {
        var digits = Int((abs(value) / step).rounded())
        while digits > 0, digits % 10 == 0, step >= 1 { digits /= 10 }
        return String(digits).count
    }
}
