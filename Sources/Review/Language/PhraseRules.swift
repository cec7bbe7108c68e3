// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds words that are there twice in a row, and phrases in which one word was taken for another.
struct PhraseRules {
    /// A phrase that is wrong wherever it stands.
    struct Confusion: Sendable {
        /// The tokens, in small letters.
        let words: [String]
        let correct: String
        /// The first of its longest words.
        let longestWord: Int
        /// Whether it is wrong only at the beginning of a sentence.
        var opensSentence = false

        init(_ phrase: String, _ correct: String, opensSentence: Bool = false) {
            words = phrase.split(separator: " ").map(String.init)
            let longest = words.map(\.utf8.count).max()
            longestWord = words.firstIndex { $0.utf8.count == longest } ?? 0
            self.correct = correct
            self.opensSentence = opensSentence
        }
    }

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        for passage in text.passages where passage.kind != .quotation {
            for sentence in passage.sentences {
                for index in sentence where passage.tokens[index].isWord {
                    if sentence.contains(index + 1), passage.tokens[index].word == passage.tokens[index + 1].word {
                        checkRepetition(at: index, of: passage, report)
                    }
                    if passage.tokens[index].traits.contains(.confusion) {
                        checkPhrase(around: index, in: sentence, of: passage, report)
                    }
                }
            }
        }
    }

    // MARK: - Twice

    /// Words that may follow themselves.
    private static let repeatable: Set = [
        "had", "that", "very", "so", "no", "much", "many", "far", "long", "more", "again", "what", "is", "do", "bye",
    ]

    /// - Parameter index: the first of two tokens of one word.
    private func checkRepetition(at index: Int, of passage: Passage, _ report: LanguageRules.Report) {
        let tokens = passage.tokens
        guard tokens[index + 1].isWord, !Self.repeatable.contains(tokens[index].text),
            passage.scalars[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound]
                .allSatisfy(\.isSpace), !passage.isForeign(tokens[index])
        else { return }
        // A name may be twice the same word.
        if tokens[index + 1].isCapitalised, !passage.isInCapitals(tokens[index + 1]) { return }
        report(.repeatedWord(passage.words(index..<(index + 2))), TextPlace(passage: passage, token: index))
    }

    // MARK: - One for another

    /// - Parameter index: the token of the longest word of a phrase.
    private func checkPhrase(
        around index: Int,
        in sentence: Range<Int>,
        of passage: Passage,
        _ report: LanguageRules.Report
    ) {
        for phrase in Self.byLongestWord[passage.tokens[index].text] ?? [] {
            let start = index - phrase.longestWord
            let end = start + phrase.words.count
            guard start >= sentence.lowerBound, end <= sentence.upperBound,
                !phrase.opensSentence || start == sentence.lowerBound,
                zip(passage.tokens[start..<end], phrase.words).allSatisfy({ $0.isWord && $0.text == $1 }),
                !passage.isForeign(passage.tokens[start])
            else { continue }
            report(
                .confusedWords(passage.words(start..<end), correct: phrase.correct),
                TextPlace(passage: passage, token: start)
            )
        }
    }

    /// Few sentences have the longest word of one, and many have its first.
    static let byLongestWord = Dictionary(grouping: confusions) { $0.words[$0.longestWord] }

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
