// SPDX-License-Identifier: Apache-2.0

import Formats
import ResourceLimits
import UnicodeText

/// A text in which names are looked for, word by word.
struct NameText {
    /// A word and its range among the text's scalars. An `&` is a word too.
    struct Word {
        /// By which words that differ only in their writing are the same.
        var key: String
        var range: Range<Int>
        var isCapitalised: Bool
    }

    let scalars: [Unicode.Scalar]

    init(_ text: String) {
        scalars = text.scalars
        WorkMeter.count(scalars.count)
    }

    /// The words from the first one on, up to a mark that no name contains.
    var words: [Word] {
        var words: [Word] = []
        var next = scalars.firstIndex(where: \.isWordPart).map(word)
        while let word = next {
            words.append(word)
            next = joinedWord(after: word)
        }
        return words
    }

    /// Where the first word begins, at or after the end of another or of the text's start, that opens with one of
    /// these letters.
    func start(of letters: ScalarSet, from start: Int) -> Int? {
        let scalars = scalars
        var isWithinWord = false
        for index in start..<scalars.count {
            if scalars[index].isWordPart {
                if !isWithinWord, letters.contains(scalars[index]) { return index }
                isWithinWord = true
            } else if !scalars[index].isSilent {
                isWithinWord = false
            }
        }
        return nil
    }

    /// The word that goes on from another: no sentence ends between them.
    func joinedWord(after word: Word) -> Word? {
        var index = word.range.upperBound
        if word.key == "department", index < scalars.count, scalars[index] == "." { index += 1 }
        while index < scalars.count, scalars[index].standsWithinNames { index += 1 }
        guard index < scalars.count, scalars[index] == "&" || scalars[index].isWordPart else { return nil }
        return self.word(at: index)
    }

    /// The word that begins at an index.
    func word(at start: Int) -> Word {
        if scalars[start] == "&" { return Word(key: "and", range: start..<(start + 1), isCapitalised: false) }
        var end = start
        while end < scalars.count,
            scalars[end].isWordPart || scalars[end].isSilent || (scalars[end].isApostrophe && end > start)
        {
            end += 1
        }
        while scalars[end - 1].isApostrophe { end -= 1 }
        return Word(key: key(start..<end), range: start..<end, isCapitalised: scalars[start].isCapital)
    }

    /// In small letters, without apostrophes, without the ending of a plural.
    private func key(_ range: Range<Int>) -> String {
        var letters = String.UnicodeScalarView()
        for scalar in scalars[range] where !scalar.isApostrophe && !scalar.isSilent { letters.append(scalar) }
        var key = String(letters).lowercased()
        if key.utf8.count > 3, key.utf8.last == UInt8(ascii: "s") { key.removeLast() }
        return key == "dept" ? "department" : key
    }

    /// The range from one word to another, without the `’s` of a possessive behind the last.
    func span(from first: Word, to last: Word, dropsPossessive: Bool) -> Range<Int> {
        let end = last.range.upperBound
        let isPossessive = end - last.range.lowerBound > 2 && scalars[end - 1] == "s" && scalars[end - 2].isApostrophe
        return first.range.lowerBound..<(dropsPossessive && isPossessive ? end - 2 : end)
    }

    /// A stretch as it is written; a bracket that it opens is closed.
    func written(_ span: Range<Int>) -> String {
        let opens = scalars[span].contains("(") && !scalars[span].contains(")")
        let closes = opens && span.upperBound < scalars.count && scalars[span.upperBound] == ")"
        return String(String.UnicodeScalarView(scalars[span])) + (closes ? ")" : "")
    }

    /// A stretch with straight apostrophes and plain spaces, which keyboards make of the others.
    func plain(_ span: Range<Int>) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in scalars[span] where !scalar.isSilent {
            if scalar.isApostrophe {
                plain.append("'")
            } else if scalar == "\u{2011}" || scalar == "\u{2010}" {
                plain.append("-")
            } else if !scalar.properties.isWhitespace {
                plain.append(scalar)
            } else if plain.last != " " {
                plain.append(" ")
            }
        }
        return String(plain)
    }

    /// Whether a capitalised word is next to a range, so that both may be one longer name.
    func isWithinLongerName(_ span: Range<Int>) -> Bool {
        let after = span.upperBound
        if after + 1 < scalars.count, scalars[after] == " ", scalars[after + 1].isCapital { return true }
        guard span.lowerBound > 1, scalars[span.lowerBound - 1] == " " else { return false }
        var start = span.lowerBound - 1
        while start > 0, scalars[start - 1].isWordPart || scalars[start - 1].isApostrophe { start -= 1 }
        guard start < span.lowerBound - 1, scalars[start].isCapital else { return false }
        return !Self.openingWords.contains(key(start..<(span.lowerBound - 1)))
    }

    /// Words that open a sentence before a name without belonging to it, as keys.
    private static let openingWords: Set = [
        "a", "all", "an", "and", "as", "at", "both", "but", "by", "each", "every", "for", "from", "if", "in", "its",
        "of",
        "on", "our", "since", "that", "the", "their", "these", "thi", "to", "under", "when", "where", "while", "with",
    ]
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool {
        if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
        return properties.isAlphabetic || properties.numericType != nil
            || properties.canonicalCombiningClass != .notReordered
    }

    fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "\u{2BC}" }

    /// A soft hyphen, or what joins letters.
    fileprivate var isSilent: Bool { self == "\u{AD}" || self == "\u{200D}" || self == "\u{2060}" }

    fileprivate var isCapital: Bool {
        isASCII ? ("A"..."Z").contains(self) : properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }

    /// Whether it may be between two words of one name.
    fileprivate var standsWithinNames: Bool {
        switch self {
        case " ", ",", "-", "\u{2010}", "\u{2011}", "(", ")", "/", "'", "\u{2019}": true
        default: properties.isWhitespace
        }
    }
}
