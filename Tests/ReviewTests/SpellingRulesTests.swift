// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Review

/// What a review asks of a dictionary, and what it does without one.
struct SpellingRulesTests {
    /// Knows a few words, and counts what it is asked.
    private final class FewWords: ReviewDictionary {
        private let words: Set<String>
        private(set) var asked: [String] = []

        init(_ words: Set<String>) { self.words = words }

        func isKnown(_ word: String) -> Bool {
            asked.append(word)
            return words.contains(word)
        }

        func suggestions(for word: String) -> [String] { [] }
    }

    @Test func `a machine without a dictionary is told of once`() throws {
        var opened = 0
        let round = ReviewedRound(statement: "The yeer was good.", body: "The retuns follow.")
        let found = try round.diagnostics {
            opened += 1
            return nil
        }
        #expect(
            found.map(\.report) == [
                "spelling -: spelling was not checked: this machine has no English dictionary (whoever looks after the machine can install the Debian package `hunspell-en-gb`)"
            ]
        )
        #expect(opened == 1)
    }

    @Test func `a word is looked up once, and without proposals none are made`() throws {
        let dictionary = FewWords(["year", "good", "returns", "follow", "report", "shows", "far", "plans", "carried"])
        let round = ReviewedRound(statement: "The gramlet was good. A gramlet is a good gramlet.")
        let found = try round.diagnostics { dictionary }
        #expect(
            found.map(\.report) == [
                "spelling returns/people/statement.md:1:5: `gramlet`, which is here 3 times, is not in the dictionary (if the word is right, add it to `spelling` in council.yaml)"
            ]
        )
        #expect(dictionary.asked.count { $0 == "gramlet" } == 1)
    }

    @Test func `a name of the council with an ending is not looked up`() throws {
        let dictionary = FewWords([
            "year", "good", "schools", "returns", "follow", "report", "shows", "far", "plans", "carried",
        ])
        let found = try ReviewedRound(statement: "The year of Wealdshire’s schools was good.").diagnostics {
            dictionary
        }
        #expect(found == [])
        #expect(!dictionary.asked.contains { $0.lowercased().hasPrefix("wealdshire") }, "\(dictionary.asked)")
    }

    @Test(arguments: [
        ("performence", "performance", true), ("recieve", "receive", true), ("comittee", "committee", true),
        ("monitorring", "monitoring", true), ("Aldersea", "Alders ea", false), ("kelderby", "elderly", false),
    ])
    func `words are one slip of a finger apart`(written: String, known: String, areNear: Bool) {
        #expect(written.isOneLetterAway(from: known) == areNear)
    }

    @Test(arguments: [
        ("report", 2), ("monitoring", 3), ("people", 2), ("tables", 2), ("area", 2), ("implementation", 5),
        ("homes", 1),
        ("planned", 1), ("the", 1),
    ])
    func `syllables are counted by vowels, without those of endings`(word: String, count: Int) {
        #expect(Syllables.count(of: word) == count)
    }
}
