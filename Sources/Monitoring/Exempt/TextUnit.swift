// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// Where short texts are compared with one another: a paper, a return, a unit's rows, or a row.
package struct TextScope: Sendable, Hashable {
    /// What identifies it, joined by a character that no text holds.
    package let name: String
    /// Whether it leaves out identifiers, so that it is also that of a paper, return or unit that was renamed.
    package let leavesOutIdentifiers: Bool

    private init(_ parts: [String], leavesOutIdentifiers: Bool = false) {
        name = parts.joined(separator: "\u{1F}")
        self.leavesOutIdentifiers = leavesOutIdentifiers
    }

    /// A paper or return: `papers/cabinet`, `returns/communities`.
    static func document(_ document: String) -> [TextScope] {
        let folder = document.prefix { $0 != "/" }
        return [
            TextScope(["document", document]),
            TextScope(["document", "\(folder)/*"], leavesOutIdentifiers: true),
        ]
    }

    /// A unit's rows.
    static func unit(_ unit: String?, of directorate: String) -> [TextScope] {
        [TextScope(["unit", directorate, unit ?? ""]), TextScope(["unit", "*"], leavesOutIdentifiers: true)]
    }

    /// A row, by the words of its action, activity or measure.
    static func row(in directorate: String, _ reportedClass: ReportedClass, title: String) -> [TextScope] {
        let words = title.letterSkeleton
        if words.isEmpty { return [] }
        return [
            TextScope(["row", directorate, reportedClass.rawValue, words]),
            TextScope(["row", "*", reportedClass.rawValue, words], leavesOutIdentifiers: true),
        ]
    }
}

/// A text that is kept back, of which a copy is looked for in what is open: a cell, a paragraph, an item of a list, a sentence, or
/// several adjacent ones.
///
/// A copy is a run of the same letters that begins where a word begins. Spaces, punctuation and capitals do not count, and neither
/// does what stands before and after it. Only digests of the text are remembered, and a digest is of a whole; so that a copy is found
/// by as few digests as possible, its first letters, the *probe*, are looked for first.
package struct TextUnit: Sendable, Hashable {
    /// A text with fewer letters than these says too little to be told from others: "On target" is everywhere. It is looked for
    /// only in its scopes.
    package static let leastLetters = 24
    /// A text with fewer letters, or of one word, is not looked for within others at all.
    package static let leastLettersInScope = 8
    /// What is beyond these letters is not compared: who copies them has copied the text.
    package static let mostLetters = 256
    /// Up to so many letters a text is compared to its last letter, and beyond them in steps, so that few lengths have to be tried
    /// where many texts begin with the same words.
    private static let exactLetters = 64
    private static let step = 16

    /// Those that are compared.
    package let letters: [UInt8]
    /// Where it is looked for; everywhere where it is ``isLong``.
    package let scopes: [TextScope]

    /// Whether it is looked for everywhere.
    package var isLong: Bool { letters.count >= Self.leastLetters }

    private init(_ letters: [UInt8], in scopes: [TextScope]) {
        var count = min(letters.count, Self.mostLetters)
        if count > Self.exactLetters { count -= count % Self.step }
        self.letters = Array(letters.prefix(count))
        self.scopes = letters.count < Self.leastLetters ? scopes : []
    }

    /// A text's unit, and where it has several sentences, those of its sentences.
    ///
    /// - Parameters:
    ///   - scopes: where it is looked for, where it is short.
    ///   - tellingScopes: where it is also looked for if it is short and names or counts something.
    static func units(of text: String, in scopes: [TextScope], ifTelling tellingScopes: [TextScope] = []) -> [TextUnit]
    {
        let sentences = text.sentences
        return ([text[...]] + (sentences.count > 1 ? sentences : [])).compactMap { text in
            let run = LetterRun(text)
            if run.bytes.count >= leastLetters { return TextUnit(run.bytes, in: []) }
            let scopes = scopes + (text.isTelling ? tellingScopes : [])
            return run.isCompared && !scopes.isEmpty ? TextUnit(run.bytes, in: scopes) : nil
        }
    }

    /// The unit of several adjacent texts; `nil` if it is short.
    static func unit(ofAll texts: [String]) -> TextUnit? {
        var run = LetterRun()
        for text in texts { run.append(text) }
        return run.bytes.count < leastLetters ? nil : TextUnit(run.bytes, in: [])
    }
}

extension LetterRun {
    /// Whether it is looked for within other texts: it has two words and enough letters.
    var isCompared: Bool { bytes.count >= TextUnit.leastLettersInScope && wordStarts.count > 1 }
}

extension StringProtocol {
    /// Whether it holds a figure, or a word with a capital that is not the first: "Staff shortage" may be anywhere, "Offer of Zanzibar"
    /// may not.
    var isTelling: Bool {
        let words = split(whereSeparator: \.isWhitespace)
        return words.contains { $0.contains(where: \.isNumber) }
            || words.dropFirst().contains { $0.first(where: \.isLetter)?.isUppercase == true }
    }

    /// What ends with a full stop, an exclamation mark or a question mark, whatever brackets and quotation marks close behind it, and
    /// white space.
    fileprivate var sentences: [SubSequence] {
        var sentences: [SubSequence] = []
        var start = startIndex
        var ends = false
        for index in unicodeScalars.indices {
            switch unicodeScalars[index] {
            case ".", "!", "?": ends = true
            case ")", "]", "\"", "'", "’", "”", "»": break
            case let scalar where scalar.properties.isDefaultIgnorableCodePoint: break
            case let scalar where scalar.properties.isWhitespace:
                if ends {
                    sentences.append(self[start..<index])
                    start = index
                }
                ends = false
            default: ends = false
            }
        }
        if start < endIndex { sentences.append(self[start...]) }
        return sentences
    }
}
