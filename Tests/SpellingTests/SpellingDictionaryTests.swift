// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Spelling

/// Words looked up in the dictionary of British English that is installed.
struct SpellingDictionaryTests {
    @Test(arguments: ["programme", "organise", "council’s", "council's", "half-year", "Wednesday"])
    func `a word in its British spelling is known`(word: String) throws {
        let dictionary = try #require(SpellingDictionary(language: "en-GB"))
        #expect(dictionary.isKnown(word))
    }

    @Test(arguments: ["performence", "wednesday", "colour’d", "xqzt"])
    func `a word that is spelt wrong is not known`(word: String) throws {
        let dictionary = try #require(SpellingDictionary(language: "en-GB"))
        #expect(!dictionary.isKnown(word))
    }

    @Test func `the likeliest word comes first among those that may have been meant`() throws {
        let dictionary = try #require(SpellingDictionary(language: "en-GB"))
        #expect(dictionary.suggestions(for: "performence").first == "performance")
        #expect(dictionary.suggestions(for: "xqztkvw") == [])
    }

    @Test(arguments: ["en-XX", "../en-GB", "en GB", ""])
    func `a language without a dictionary has none`(language: String) {
        #expect(SpellingDictionary(language: language) == nil)
    }

    @Test func `a dictionary of another encoding is not opened`() throws {
        let folder = try TemporaryFolder(["xx_YY.dic": "1\nword\n", "xx_YY.aff": "SET ISO8859-1\n"])
        #expect(SpellingDictionary(language: "xx-YY", folder: folder.path) == nil)
        try folder.write("SET UTF-8\n", to: "xx_YY.aff")
        #expect(SpellingDictionary(language: "xx-YY", folder: folder.path)?.isKnown("word") == true)
    }

    /// Hunspell 1.7.1 keeps a table of characters for all its dictionaries, which it counts without a lock: opened and closed at once, two
    /// dictionaries free it twice, and the process ends.
    @Test func `dictionaries may be opened and closed at once`() throws {
        let folder = try TemporaryFolder(["xx_YY.dic": "1\nword\n", "xx_YY.aff": "SET UTF-8\n"])
        let path = folder.path
        let known = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<4000 {
                guard SpellingDictionary(language: "xx-YY", folder: path)?.isKnown("word") == true else { continue }
                known.add(1, ordering: .relaxed)
            }
        }
        #expect(known.load(ordering: .relaxed) == 8 * 4000)
    }
}
