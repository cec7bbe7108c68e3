// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText

/// Finds words that are there twice in a row, and phrases in which one word was taken for another.
struct PhraseRules {
    /// A phrase that is wrong wherever it stands.
    struct Confusion: Sendable {
        /// The tokens, in small letters.
        let words: [String]
        let correct: String
        /// Whether it is wrong only at the beginning of a sentence.
        var opensSentence = false

        init(_ phrase: String, _ correct: String, opensSentence: Bool = false) {
            words = phrase.split(separator: " ").map(String.init)
            self.correct = correct
            self.opensSentence = opensSentence
        }
    }

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        for passage in text.passages where passage.kind != .quotation {
            for sentence in passage.sentences {
                for index in sentence where passage.tokens[index].kind == .word {
                    checkRepetition(at: index, in: sentence, of: passage, report)
                    checkPhrase(at: index, in: sentence, of: passage, report)
                }
            }
        }
    }

    // MARK: - Twice

    /// Words that may follow themselves.
    private static let repeatable: Set = [
        "had", "that", "very", "so", "no", "much", "many", "far", "long", "more", "again", "what", "is", "do", "bye",
    ]

    private func checkRepetition(
        at index: Int,
        in sentence: Range<Int>,
        of passage: Passage,
        _ report: LanguageRules.Report
    ) {
        let tokens = passage.tokens
        guard sentence.contains(index + 1), tokens[index].text == tokens[index + 1].text,
            tokens[index + 1].kind == .word, !Self.repeatable.contains(tokens[index].text),
            passage.scalars[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound]
                .allSatisfy(\.isSpace), !passage.isForeign(tokens[index])
        else { return }
        // A name may be twice the same word.
        if tokens[index + 1].isCapitalised, !passage.isInCapitals(tokens[index + 1]) { return }
        report(.repeatedWord(passage.words(index..<(index + 2))), TextPlace(passage: passage, token: index))
    }

    // MARK: - One for another

    private func checkPhrase(
        at index: Int,
        in sentence: Range<Int>,
        of passage: Passage,
        _ report: LanguageRules.Report
    ) {
        let word = passage.tokens[index].text
        guard Self.beginnings.include(word), let phrases = Self.byFirstWord[word] else { return }
        for phrase in phrases {
            let end = index + phrase.words.count
            guard end <= sentence.upperBound, !phrase.opensSentence || index == sentence.lowerBound,
                zip(passage.tokens[index..<end], phrase.words).allSatisfy({ $0.kind == .word && $0.text == $1 }),
                !passage.isForeign(passage.tokens[index])
            else { continue }
            report(
                .confusedWords(passage.words(index..<end), correct: phrase.correct),
                TextPlace(passage: passage, token: index)
            )
        }
    }

    private static let byFirstWord = Dictionary(grouping: confusions) { $0.words[0] }
    private static let beginnings = WordBeginnings(of: byFirstWord.keys)

    /// Each is wrong in any sentence; what is only sometimes wrong is not here.
    static let confusions: [Confusion] = [
        Confusion("dependant on", "dependent on"), Confusion("dependant upon", "dependent upon"),
        Confusion("independant", "independent"),
        Confusion("public enquiry", "public inquiry"), Confusion("public enquiries", "public inquiries"),
        Confusion("complete of the", "completion of the", opensSentence: true),
        Confusion("complete of a", "completion of a", opensSentence: true),
        Confusion("processed driven", "process-driven"), Confusion("processed-driven", "process-driven"),
        Confusion("which summaries", "which summarises"), Confusion("that summaries", "that summarises"),
        Confusion("in principal", "in principle"), Confusion("principle officer", "principal officer"),
        Confusion("principle officers", "principal officers"), Confusion("principle reason", "principal reason"),
        Confusion("principle reasons", "principal reasons"), Confusion("principle risk", "principal risk"),
        Confusion("principle risks", "principal risks"), Confusion("principle aim", "principal aim"),
        Confusion("principle contractor", "principal contractor"),
        Confusion("best practise", "best practice"), Confusion("good practise", "good practice"),
        Confusion("in practise", "in practice"), Confusion("code of practise", "code of practice"),
        Confusion("an affect on", "an effect on"), Confusion("no affect on", "no effect on"),
        Confusion("the affect of", "the effect of"), Confusion("the affects of", "the effects of"),
        Confusion("seek advise", "seek advice"), Confusion("legal advise", "legal advice"),
        Confusion("provide advise", "provide advice"), Confusion("take advise", "take advice"),
        Confusion("could of been", "could have been"), Confusion("should of been", "should have been"),
        Confusion("would of been", "would have been"), Confusion("could of had", "could have had"),
        Confusion("it's own", "its own"), Confusion("it’s own", "its own"),
        Confusion("free reign", "free rein"), Confusion("tow the line", "toe the line"),
        Confusion("over the passed year", "over the past year"), Confusion("for the passed year", "for the past year"),
    ]
}

extension Diagnostic.Message {
    fileprivate static func repeatedWord(_ words: String) -> Self {
        Self(.repeatedWord, "`\(words)`: a word is there twice in a row", hint: "delete one of the two")
    }

    fileprivate static func confusedWords(_ words: String, correct: String) -> Self {
        Self(
            .confusedWords,
            "`\(words)` has a word in it that was likely taken for another",
            hint: "write `\(correct, from: .derived)`"
        )
    }
}
