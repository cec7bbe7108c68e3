// SPDX-License-Identifier: Apache-2.0

import Foundation
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
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spelling-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("1\nword\n".utf8).write(to: folder.appendingPathComponent("xx_YY.dic"))
        try Data("SET ISO8859-1\n".utf8).write(to: folder.appendingPathComponent("xx_YY.aff"))
        #expect(SpellingDictionary(language: "xx-YY", folder: folder.path) == nil)
        try Data("SET UTF-8\n".utf8).write(to: folder.appendingPathComponent("xx_YY.aff"))
        #expect(SpellingDictionary(language: "xx-YY", folder: folder.path)?.isKnown("word") == true)
    }
}
