// SPDX-License-Identifier: Apache-2.0

package import Review
import Spelling
import Synchronization

/// The dictionary by which the words of rounds are judged: the list of its words first, and Hunspell for what the list does not settle.
///
/// One serves the whole process, since opening Hunspell's takes longer than the rest of a check, and closing it nearly as long.
package final class RoundDictionary: ReviewDictionary, Sendable {
    private let words: WordList?
    private let hunspell: Mutex<LateDictionary>

    /// - Returns: `nil` if there is no dictionary of the language.
    private init?(language: String) {
        words = WordList(language: language)
        hunspell = Mutex(LateDictionary(language: language))
        // Whether one is there that the list does not understand is only known when it is opened.
        if words == nil, !hunspell.withLock({ $0.open() }) { return nil }
    }

    private static let ofEnglish = RoundDictionary(language: "en-GB")

    /// The dictionary of British English, whose words the rules of a review know; `nil` if it is not installed.
    package static var english: (any ReviewDictionary)? { ofEnglish }

    package func isSurelyKnown(_ word: String) -> Bool { words?.holds(word) == true }

    package func isKnown(_ word: String) -> Bool {
        isSurelyKnown(word) || hunspell.withLock { $0.isKnown(word) }
    }

    package func suggestions(for word: String) -> [String] { hunspell.withLock { $0.suggestions(for: word) } }
}

/// A dictionary that is opened when it is first asked.
private struct LateDictionary {
    private let language: String
    private var dictionary: SpellingDictionary?

    init(language: String) { self.language = language }

    /// - Returns: whether there is a dictionary.
    mutating func open() -> Bool {
        if dictionary == nil { dictionary = SpellingDictionary(language: language) }
        return dictionary != nil
    }

    /// Whether a word is known; any is if the dictionary cannot be opened any more.
    mutating func isKnown(_ word: String) -> Bool { !open() || dictionary?.isKnown(word) != false }

    mutating func suggestions(for word: String) -> [String] { open() ? dictionary?.suggestions(for: word) ?? [] : [] }
}
