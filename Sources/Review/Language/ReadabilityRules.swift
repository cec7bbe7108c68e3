// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Asks for sentences that can be followed at one reading, and for a text of the reading age that the house style names.
///
/// The reading age is five years more than Gunning's fog index: four tenths of the average words of a sentence and of the long words in a
/// hundred. Long are words of three syllables or more, but for names, compounds with a hyphen and words that have the third of an ending.
struct ReadabilityRules {
    let style: HouseStyle

    /// Of fewer words the index says nothing.
    private static let fewestWords = 100
    /// By how many years a text may be above what the house style asks.
    private static let tolerance = 2.0

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        let most = style.sentenceWords ?? HouseStyle.usualSentenceWords
        var longest: (place: TextPlace, words: Int)?
        var long = 0
        var words = 0
        var sentences = 0
        var longWords = 0
        var opening: TextPlace?
        for passage in text.passages where passage.kind == .prose && !passage.isItem {
            for sentence in passage.sentences {
                let stretch = passage.longestStretch(of: sentence)
                if stretch > most, most > 0 {
                    long += 1
                    if stretch > longest?.words ?? 0 {
                        longest = (TextPlace(passage: passage, token: sentence.lowerBound), stretch)
                    }
                }
                let count = passage.tokens[sentence].count { $0.kind != .mark }
                guard style.readingAge != nil, count > 1 else { continue }
                opening = opening ?? TextPlace(passage: passage, token: sentence.lowerBound)
                words += count
                sentences += 1
                longWords += passage.tokens[sentence].count { isLong($0) }
            }
        }
        if let longest {
            report(.longSentence(longest.place, words: longest.words, count: long, most: most), longest.place)
        }
        guard let asked = style.readingAge, words >= Self.fewestWords, let opening else { return }
        let average = Double(words) / Double(sentences)
        let share = 100 * Double(longWords) / Double(words)
        let age = 0.4 * (average + share) + 5
        if age > Double(asked) + Self.tolerance {
            report(.hardToRead(age: age, asked: asked, average: average, share: share), opening)
        }
    }

    private func isLong(_ token: Token) -> Bool {
        guard token.kind == .word, !token.isCapitalised, token.range.count > 6, !token.text.contains("-") else {
            return false
        }
        return Syllables.count(of: token.text) >= 3
    }
}

extension Passage {
    /// How many words of a sentence follow one another without a semicolon, a colon or a bracket, where a reader can rest.
    fileprivate func longestStretch(of sentence: Range<Int>) -> Int {
        var longest = 0
        var count = 0
        for token in tokens[sentence] {
            if token.kind != .mark {
                count += 1
                longest = max(longest, count)
            } else if [";", ":", "(", ")"].contains(token.text) {
                count = 0
            }
        }
        return longest
    }
}

/// Counts the syllables of an English word by its vowels.
enum Syllables {
    /// Without the syllable of `es`, `ed` and `ing` at its end.
    static func count(of word: String) -> Int {
        var letters = Substring(word)
        for ending in ["ing", "es", "ed", "e"]
        where letters.hasSuffix(ending) && letters.utf8.count > ending.utf8.count + 2 {
            letters = letters.dropLast(ending.utf8.count)
            break
        }
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        // The last syllable of `people` and `tables`.
        let isAfterConsonant = letters.dropLast().last.map { !"aeiouy".contains($0) } ?? false
        if letters.last == "l", letters.utf8.count < word.utf8.count, !word.hasSuffix("ed"), !word.hasSuffix("ing"),
            isAfterConsonant
        {
            count += 1
        }
        return max(count, 1)
    }
}

extension Diagnostic.Message {
    fileprivate static func longSentence(_ place: TextPlace, words: Int, count: Int, most: Int) -> Self {
        let opening = place.passage.words(place.token..<min(place.token + 6, place.passage.tokens.count))
        let others: DiagnosticText = count > 1 ? ", the longest of \(count) with more than \(most)" : ""
        return Self(
            .longSentence,
            "the sentence that begins `\(opening)` has \(words) words in one stretch" + others,
            hint:
                "say it in two sentences; `sentence-words` of `house-style` in council.yaml is \(most), and 0 for any length"
        )
    }

    fileprivate static func hardToRead(age: Double, asked: Int, average: Double, share: Double) -> Self {
        Self(
            .hardToRead,
            "this text asks for a reading age of about \(Int(age.rounded())), and the house style for \(asked)",
            hint:
                "its sentences have \(Int(average.rounded())) words on average, and \(Int(share.rounded())) words in a hundred are long: make both fewer"
        )
    }
}
