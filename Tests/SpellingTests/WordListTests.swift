// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Spelling

/// Words that are right for certain, found in a dictionary without Hunspell.
struct WordListTests {
    /// A small dictionary: a forbidden word, a word that needs an affix, suffixes, a prefix that combines and one that does not.
    private static let rules = """
        SET UTF-8
        FORBIDDENWORD !
        NEEDAFFIX N
        ICONV 1
        ICONV ’ '
        PFX U Y 1
        PFX U 0 un [^u]
        PFX R N 1
        PFX R 0 re .
        SFX D Y 3
        SFX D 0 d e
        SFX D y ied [^aeiou]y
        SFX D 0 ed [^ey]
        SFX M N 1
        SFX M 0 's .
        SFX T Y 1
        SFX T 0 er/M .

        """

    private static let words =
        "10\nbake/DURT\ncarry/DR\nplay/D\nwaste\nwaste/D\nwasted/!\ncouncil/M\nund/ND\ncafé/M\nice cream\netc.\n"

    private func wordList(rules: String = rules, words: String = words) -> WordList? {
        WordList(rules: Array(rules.utf8), words: Array(words.utf8))
    }

    @Test(
        arguments: [
            "bake", "baked", "unbake", "unbaked", "rebake", "carried", "council's", "council’s", "café",
            "waste-bake",
        ]
    )
    func `a word of the list is right, as it is, with a suffix, with a prefix, and with both`(word: String) throws {
        #expect(try #require(wordList()).holds(word))
    }

    @Test(
        arguments: [
            // No word, a suffix or a prefix of another word, or in place of other letters.
            "cake", "played", "carryed", "councild", "uncarry", "un", "d", "",
            // A prefix that does not combine, a suffix behind a suffix, a second suffix that the first brings.
            "rebaked", "bakedd", "baker", "baker's",
            // Forbidden, and of a word that needs an affix.
            "wasted", "und", "unded",
            // Other capitals, affixes behind letters outside ASCII, an empty part, too many parts: Hunspell is asked.
            "Bake", "café's", "bake-", "-bake", "bake-bake-bake-bake-bake", "ice", "etc.",
        ]
    )
    func `what the list does not settle is not right for certain`(word: String) throws {
        #expect(try !#require(wordList()).holds(word))
    }

    @Test(
        arguments: [
            "SET ISO8859-1\n", "SFX S Y 1\nSFX S 0 s .\n", "SET UTF-8\nFLAG long\n", "SET UTF-8\nAF 1\n",
            "SET UTF-8\nIGNORE a\n",
            "SET UTF-8\nICONV 1\nICONV ab c\n", "SET UTF-8\nPFX\n",
        ]
    )
    func `rules that are not understood make no list`(rules: String) {
        #expect(wordList(rules: rules) == nil)
    }

    @Test func `a dictionary that breaks words elsewhere than at hyphens is not broken there`() throws {
        let list = try #require(wordList(rules: Self.rules + "BREAK 1\nBREAK —\n"))
        #expect(list.holds("bake"))
        #expect(!list.holds("waste-bake"))
    }

    @Test(arguments: ["en-XX", "../en-GB", "en GB", ""])
    func `a language without a dictionary has no list`(language: String) {
        #expect(WordList(language: language) == nil)
    }

    /// Words of the dictionary that is installed, forms that may be of them, and the same with slips.
    @Test func `Hunspell knows every word that the list holds`() throws {
        let list = try #require(WordList(language: "en-GB"))
        let dictionary = try #require(SpellingDictionary(language: "en-GB"))
        let lines = try String(contentsOfFile: "/usr/share/hunspell/en_GB.dic", encoding: .utf8).split(separator: "\n")
        let affixes = ["s", "es", "ed", "d", "ing", "er", "ly", "'s", "ness", "ation", "able", "ies"]
        var held = 0
        for (index, line) in lines.enumerated() where index % 97 == 1 {
            let word = String(line.prefix { $0 != "/" && $0 != "\t" && $0 != "\r" })
            let forms =
                [word, word.lowercased(), "un" + word, "re" + word, "re-" + word, String(word.dropLast()), word + word]
                + affixes.flatMap { [word + $0, word.dropLast() + $0, "un" + word + $0] }
            for form in forms where list.holds(form) {
                held += 1
                #expect(dictionary.isKnown(form), "\(form)")
            }
        }
        #expect(held > 2000)
    }
}
