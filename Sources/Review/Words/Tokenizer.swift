// SPDX-License-Identifier: Apache-2.0

/// Takes a text apart into words, numbers and marks, in one pass.
///
/// A number takes with it what says how much it is and of what: its currency, `million`, `per cent`, `for every 10,000`. What looks like a
/// number and counts nothing is told apart: a year, a day of a month, an age, a range, a number behind `Year` or `section`, a reference.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private let vocabulary: Vocabulary
    private var tokens: [Token] = []
    private var position = 0

    private init(_ scalars: [Unicode.Scalar], _ vocabulary: Vocabulary) {
        self.scalars = scalars
        self.vocabulary = vocabulary
    }

    /// The tokens of a text in their order.
    ///
    /// - Parameter vocabulary: takes in the words; one of their own where they are compared with no others.
    static func tokens(of scalars: [Unicode.Scalar], in vocabulary: Vocabulary = Vocabulary()) -> [Token] {
        var tokenizer = Tokenizer(scalars, vocabulary)
        tokenizer.scan()
        return NumberContext.resolved(tokenizer.tokens)
    }

    private mutating func scan() {
        // Words are five letters on average.
        tokens.reserveCapacity(scalars.count / 5)
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isDigit || scalar.isCurrency && peek(1)?.isDigit == true {
                takeNumber()
            } else if scalar.isLetter {
                takeWord()
            } else if scalar.isSpace {
                position += 1
            } else if (scalar == "-" || scalar == "\u{2212}"), peek(1)?.isDigit == true {
                takeNumber()
            } else {
                append(.mark, position..<(position + 1))
                position += 1
            }
        }
    }

    private func peek(_ offset: Int) -> Unicode.Scalar? {
        let index = position + offset
        return index >= 0 && index < scalars.count ? scalars[index] : nil
    }

    private mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
        let entry = vocabulary.entry(of: scalars[range])
        var kind = kind
        if case .word = kind, let value = entry.value {
            kind = .number(WrittenNumber(value: Double(value), step: 1, measure: .count, isInWords: true))
        }
        tokens.append(
            Token(
                kind: kind,
                text: entry.text,
                word: entry.number,
                traits: entry.traits,
                isCapitalised: scalars[range.lowerBound].isCapital,
                range: range
            )
        )
    }

    private mutating func takeWord() {
        let start = position
        let scalars = scalars
        var end = position
        while end < scalars.count {
            let scalar = scalars[end]
            if !scalar.isLetter, !scalar.isDigit {
                let joins = scalar == "-" || scalar.isApostrophe || scalar == "\u{2011}"
                guard joins, end + 1 < scalars.count, scalars[end + 1].isLetter else { break }
            }
            end += 1
        }
        position = end
        append(.word, start..<end)
    }

    private mutating func takeNumber() {
        let start = position
        var currency: String?
        var isNegative = false
        if scalars[position] == "-" || scalars[position] == "\u{2212}" {
            isNegative = true
            position += 1
        }
        if position < scalars.count, scalars[position].isCurrency {
            currency = String(Character(scalars[position]))
            position += 1
        }
        var digits = 0.0
        var step = 1.0
        var hasSeparator = false
        var count = 0
        while let scalar = peek(0) {
            if scalar.isDigit {
                digits = digits * 10 + Double(scalar.value - 48)
                count += 1
                position += 1
            } else if scalar == ",", isGroup(at: position + 1) {
                hasSeparator = true
                position += 1
            } else {
                break
            }
        }
        if peek(0) == ".", peek(1)?.isDigit == true {
            position += 1
            while let scalar = peek(0), scalar.isDigit {
                digits = digits * 10 + Double(scalar.value - 48)
                step /= 10
                count += 1
                position += 1
            }
        }
        if let scalar = peek(0), scalar == "/" || scalar == "-" || scalar == "\u{2013}" || scalar == ":",
            peek(1)?.isDigit == true
        {
            // 2009/10, 18-64, 10:30, 31/12/2009.
            position += 1
            while let scalar = peek(0), scalar.isDigit || "/-:.".unicodeScalars.contains(scalar), peek(1) != nil {
                if scalar == ".", peek(1)?.isDigit != true { break }
                position += 1
            }
            if let scalar = peek(0), scalar.isDigit { position += 1 }
            append(scalar == "/" && count == 4 ? .year : .label, start..<position)
            return
        }
        // More digits than a number of a report has.
        if count > 15 {
            append(.label, start..<position)
            return
        }
        var value = digits * step
        if isNegative { value = -value }
        var number = WrittenNumber(value: value, step: step, measure: currency.map { .money($0) } ?? .count)
        if let scalar = peek(0), scalar == "%" {
            position += 1
            number.measure = .percent
        } else if let scalar = peek(0), scalar.isLetter {
            let suffix = scalars[position...].prefix(while: \.isLetter)
            let scale: Double? =
                switch String(String.UnicodeScalarView(suffix)).lowercased() {
                case "m": 1_000_000
                case "bn": 1_000_000_000
                case "k": 1_000
                default: nil
                }
            position += suffix.count
            guard let scale else {
                // 17th, 3b, 2a.
                append(.label, start..<position)
                return
            }
            number.value *= scale
            number.step *= scale
        }
        let isYear =
            number.measure == .count && !hasSeparator && step == 1 && count == 4 && (1800...2199).contains(value)
        append(isYear ? .year : .number(number), start..<position)
    }

    /// Whether three digits stand at an index, and no fourth.
    private func isGroup(at index: Int) -> Bool {
        guard index + 2 < scalars.count, scalars[index..<(index + 3)].allSatisfy(\.isDigit) else { return false }
        return index + 3 >= scalars.count || !scalars[index + 3].isDigit
    }
}

extension Unicode.Scalar {
    /// From 0 to 9.
    var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isCurrency: Bool { self == "£" || self == "€" || self == "$" }
    /// A capital letter of any language. ASCII, which nearly all text is, is not looked up.
    var isCapital: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }
    /// A small letter of any language.
    var isSmall: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }
    /// White space of any kind.
    var isSpace: Bool { isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace }
    /// A letter of any language, or the mark that stands on one.
    var isLetter: Bool {
        isASCII
            ? ("a"..."z").contains(self) || ("A"..."Z").contains(self)
            : properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
    }
    fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" }
}
