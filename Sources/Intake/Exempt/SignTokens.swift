// SPDX-License-Identifier: Apache-2.0

import Formats
import UnicodeText
import WorkspaceFiles

/// A word or a punctuation mark of a text, folded so that what looks alike is alike.
struct SignToken: Equatable {
    enum Kind {
        /// Letters alone, or digits alone.
        case word
        /// One character: every hyphen is `-`, every dash `–`, every opening bracket but `(` is `[`, every quotation mark `"`.
        case punctuation
        case lineEnd
    }

    var kind: Kind
    /// In lower case.
    var text: String
    /// Whether it follows white space or begins the text.
    var isSpaced: Bool
    /// Whether it was written in capitals.
    var isCapitals = false
    /// Whether it was written with a capital first letter.
    var isCapitalised = false

    /// A mark is one scalar.
    func isPunctuation(_ marks: String) -> Bool {
        guard kind == .punctuation, let mark = text.unicodeScalars.first else { return false }
        return marks.unicodeScalars.contains(mark)
    }

    /// Whether it begins as `exempt` or `confidential` do.
    var opensLikeMark: Bool {
        switch text.utf8.first {
        case UInt8(ascii: "e"): text.hasPrefix("exempt")
        case UInt8(ascii: "n"): text.hasPrefix("nonexempt")
        case UInt8(ascii: "c"): text.hasPrefix("confidential")
        default: false
        }
    }

    var isLetter: Bool { kind == .word && text.unicodeScalars.count == 1 && !isNumber }

    var isNumber: Bool { kind == .word && text.unicodeScalars.allSatisfy(\.isDigit) }
}

/// The tokens of a text. Letters that are spaced out (`E X E M P T`) and parts of a divided word (`EX-EMPT`) are put together.
struct SignTokens {
    private(set) var tokens: [SignToken] = []

    init(_ text: some StringProtocol) { self.init(Array(text.utf8)[...]) }

    /// The tokens of a text in UTF-8.
    init(_ bytes: ArraySlice<UInt8>) {
        tokens.reserveCapacity(bytes.count / 5)
        var start = bytes.startIndex
        var isASCII = true
        var index = start
        while index < bytes.endIndex {
            if bytes[index] > 0x20, bytes[index] < 0x80 {
                index += 1
                continue
            }
            let scalar = Unicode.Scalar(at: index, of: bytes)
            let end = index + scalar.utf8.count
            if scalar.isWhiteSpace {
                append(bytes[start..<index], isASCII: isASCII)
                (start, isASCII) = (end, true)
                if scalar.isNewline, let last = tokens.last, last.kind != .lineEnd {
                    tokens.append(SignToken(kind: .lineEnd, text: "", isSpaced: true))
                }
            } else if !scalar.isASCII {
                isASCII = false
            }
            index = end
        }
        append(bytes[start...], isASCII: isASCII)
        joinLetters()
        joinParts()
    }

    private mutating func append(_ chunk: ArraySlice<UInt8>, isASCII: Bool) {
        if chunk.isEmpty { return }
        if isASCII {
            appendASCII(chunk)
        } else {
            append(String(decoding: chunk, as: UTF8.self))
        }
    }

    /// Nearly all text is ASCII, whose words are slices of it in small letters.
    private mutating func appendASCII(_ chunk: ArraySlice<UInt8>) {
        let firstLetter = chunk.first(where: \.isLetter)
        let isCapitalised = firstLetter.map { $0 & 0x20 == 0 } ?? false
        let isCapitals = isCapitalised && !chunk.contains { $0.isLetter && $0 & 0x20 != 0 }
        var index = chunk.startIndex
        while index < chunk.endIndex {
            let byte = chunk[index]
            let isSpaced = index == chunk.startIndex
            guard byte.isLetter || byte.isDigit else {
                let mark = Self.normal(Unicode.Scalar(byte))
                tokens.append(SignToken(kind: .punctuation, text: mark, isSpaced: isSpaced))
                index += 1
                continue
            }
            let word = chunk[index...].prefix { byte.isDigit ? $0.isDigit : $0.isLetter }
            tokens.append(
                SignToken(
                    kind: .word,
                    text: byte.isDigit
                        ? String(decoding: word, as: UTF8.self)
                        : String(decoding: word.map { $0 | 0x20 }, as: UTF8.self),
                    isSpaced: isSpaced,
                    isCapitals: isCapitals,
                    isCapitalised: isCapitalised
                )
            )
            index = word.endIndex
        }
    }

    private mutating func append(_ chunk: String) {
        let folded = chunk.skeleton
        let isCapitalised = chunk.first { $0.isLetter }?.isUppercase == true
        let isCapitals = isCapitalised && !chunk.contains(where: \.isLowercase)
        var isSpaced = true
        var continuesToken = false
        for scalar in folded.unicodeScalars {
            if scalar.isWhiteSpace {
                isSpaced = true
                continuesToken = false
                continue
            }
            let isDigit = scalar.isDigit
            // U+01C3 is a letter that looks like an exclamation mark.
            guard isDigit || scalar.isLetter, scalar != "\u{1C3}" else {
                tokens.append(SignToken(kind: .punctuation, text: Self.normal(scalar), isSpaced: isSpaced))
                isSpaced = false
                continuesToken = false
                continue
            }
            if continuesToken, let last = tokens.last, last.isNumber == isDigit {
                tokens[tokens.count - 1].text.unicodeScalars.append(scalar)
            } else {
                let word = SignToken(
                    kind: .word,
                    text: String(scalar),
                    isSpaced: isSpaced,
                    isCapitals: isCapitals,
                    isCapitalised: isCapitalised
                )
                tokens.append(word)
            }
            isSpaced = false
            continuesToken = true
        }
    }

    private static func normal(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "(", ")": String(scalar)
        case "\u{1C3}": "!"
        case "-", "\u{2010}", "\u{2011}": "-"
        case "\"", "'", "`": "\""
        default:
            switch scalar.properties.generalCategory {
            case .dashPunctuation: "–"
            case .openPunctuation: "["
            case .closePunctuation: "]"
            case .initialPunctuation, .finalPunctuation: "\""
            default: String(scalar)
            }
        }
    }

    /// Puts single letters together that spell `exempt` or a form of it, whatever mark or space is between them.
    private mutating func joinLetters() {
        guard tokens.contains(where: { $0.text == "x" && $0.isLetter }) else { return }
        var joined: [SignToken] = []
        var index = 0
        while index < tokens.count {
            let places = letters(from: index, atMost: 10)
            let spelt = places.map { tokens[$0].text }.joined()
            guard spelt.hasPrefix("exempt"),
                let count = [10, 9, 8, 7, 6].first(where: { ExemptVocabulary.isExempt(String(spelt.prefix($0))) })
            else {
                joined.append(tokens[index])
                index += 1
                continue
            }
            var word = tokens[index]
            word.text = String(spelt.prefix(count))
            joined.append(word)
            index = places[min(count, places.count) - 1] + 1
        }
        tokens = joined
    }

    /// The places of the single letters from a token on, each at most a mark apart from the next.
    private func letters(from start: Int, atMost count: Int) -> [Int] {
        var places: [Int] = []
        var next = start
        while places.count < count, next < tokens.count, tokens[next].isLetter {
            places.append(next)
            let isApart = next + 1 < tokens.count && tokens[next + 1].kind == .punctuation
            next += isApart ? 2 : 1
        }
        return places
    }

    private static let forms = ["exempt", "exempted", "exemption", "exemptions", "confidential", "restricted"]

    /// Puts two words together that say that something is exempt only as one.
    private mutating func joinParts() {
        guard let first = tokens.indices.first(where: { form(of: tokens[$0], at: $0) != nil }) else { return }
        var joined = Array(tokens[..<first])
        var index = first
        while index < tokens.count {
            var token = tokens[index]
            var last = index
            if let (whole, end) = form(of: token, at: index) { (token.text, last) = (whole, end) }
            joined.append(token)
            index = last + 1
        }
        tokens = joined
    }

    /// What a word makes together with the next one, and the place of that.
    private func form(of word: SignToken, at index: Int) -> (whole: String, end: Int)? {
        guard word.kind == .word, index + 1 < tokens.count, let first = word.text.utf8.first,
            first == UInt8(ascii: "e") || first == UInt8(ascii: "c") || first == UInt8(ascii: "r"),
            Self.forms.contains(where: { $0.utf8.starts(with: word.text.utf8) })
        else { return nil }
        let next = tokens[index + 1].kind == .word ? index + 1 : index + 2
        guard next < tokens.count, tokens[next].kind == .word else { return nil }
        let whole = word.text + tokens[next].text
        return Self.forms.contains(whole) ? (whole, next) : nil
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Unicode.Scalar {
    /// The scalar that begins at a place of a text in UTF-8.
    fileprivate init(at index: Int, of bytes: ArraySlice<UInt8>) {
        let first = bytes[index]
        if first < 0x80 {
            self = Unicode.Scalar(first)
            return
        }
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        let beginning = UInt32(first) & (0x7F >> UInt32(count))
        let value = bytes[(index + 1)...].prefix(count - 1).reduce(beginning) { $0 << 6 | UInt32($1 & 0x3F) }
        self = Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Whether it has a numeric value. ASCII, which nearly all text is, is not looked up.
    fileprivate var isDigit: Bool { isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil }

    fileprivate var isLetter: Bool {
        isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }

    fileprivate var isWhiteSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    fileprivate var isNewline: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
