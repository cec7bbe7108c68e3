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

    func isPunctuation(_ marks: String) -> Bool { kind == .punctuation && marks.contains(text) }

    var isLetter: Bool { kind == .word && text.unicodeScalars.count == 1 && !isNumber }

    var isNumber: Bool { kind == .word && text.unicodeScalars.allSatisfy(\.isDigit) }
}

/// The tokens of a text. Letters that are spaced out (`E X E M P T`) and parts of a divided word (`EX-EMPT`) are put together.
struct SignTokens {
    private(set) var tokens: [SignToken] = []

    init(_ text: some StringProtocol) {
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        func appendChunk(before end: String.Index) {
            if start < end { append(text[start..<end]) }
        }
        for index in scalars.indices {
            let scalar = scalars[index]
            guard scalar.isWhiteSpace else { continue }
            appendChunk(before: index)
            start = scalars.index(after: index)
            if scalar.isNewline, let last = tokens.last, last.kind != .lineEnd {
                tokens.append(SignToken(kind: .lineEnd, text: "", isSpaced: true))
            }
        }
        appendChunk(before: scalars.endIndex)
        joinLetters()
        joinParts()
    }

    private mutating func append(_ chunk: some StringProtocol) {
        let isASCII = chunk.utf8.allSatisfy { $0 < 0x80 }
        let folded = isASCII ? chunk.lowercased() : chunk.skeleton
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
        var joined: [SignToken] = []
        var index = 0
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
        guard word.kind == .word, Self.forms.contains(where: { $0.hasPrefix(word.text) }), index + 1 < tokens.count
        else { return nil }
        let next = tokens[index + 1].kind == .word ? index + 1 : index + 2
        guard next < tokens.count, tokens[next].kind == .word else { return nil }
        let whole = word.text + tokens[next].text
        return Self.forms.contains(whole) ? (whole, next) : nil
    }
}

extension Unicode.Scalar {
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
