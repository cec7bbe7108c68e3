// SPDX-License-Identifier: Apache-2.0

@testable import Review
import Testing
import UnicodeText

struct VocabularyTests {
    private func entry(_ word: String, _ vocabulary: Vocabulary) -> Vocabulary.Entry {
        vocabulary.entry(of: word.scalars[...])
    }

    @Test func `a word has one number, whatever its capitals`() {
        let vocabulary = Vocabulary()
        let numbers = ["Target", "target", "TARGET", "Écoles", "écoles", "targets"].map { entry($0, vocabulary).number }
        #expect(numbers == [0, 0, 0, 1, 1, 2])
        #expect(entry("ÉCOLES", vocabulary).text == "écoles")
    }

    @Test func `thousands of words have numbers of their own`() {
        let vocabulary = Vocabulary()
        let words = (0..<5000).map { "word\($0)x" }
        #expect(words.map { entry($0, vocabulary).number } == (0..<5000).map { Int32($0) })
        #expect(words.map { entry($0.uppercased(), vocabulary).text } == words)
    }

    @Test func `an entry says which number a word is, and what rules look for in it`() {
        let vocabulary = Vocabulary.ofReview()
        #expect(entry("Seventeen", vocabulary).value == 17)
        #expect(entry("March", vocabulary).traits == .month)
        #expect(entry("improved", vocabulary).traits == .direction)
        #expect(entry("half", vocabulary).traits == [.share, .pointOfYear])
        #expect(entry("council", vocabulary).traits == [])
    }

    @Test func `a word of two passages has the same number in both`() {
        let vocabulary = Vocabulary()
        let first = Tokenizer.tokens(of: "Bins were collected.".scalars, in: vocabulary)
        let second = Tokenizer.tokens(of: "The bins".scalars, in: vocabulary)
        #expect(first[0].word == second[1].word)
        #expect(first.last?.traits == .endsSentence)
    }
}
