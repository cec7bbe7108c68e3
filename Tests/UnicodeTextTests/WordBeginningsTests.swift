// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import UnicodeText

/// The beginnings by which words are passed over.
struct WordBeginningsTests {
    private let beginnings = WordBeginnings(of: ["exempt", "NI", "été"])

    @Test(arguments: ["exempt", "ex", "extra", "NI", "NI 125", "été", "école"])
    func `a word that begins like one of them may be one`(word: String) {
        #expect(beginnings.include(word))
    }

    @Test(arguments: ["", "e", "next", "IN", "ni", "tout", "Exempt"])
    func `another word is none of them`(word: String) {
        #expect(!beginnings.include(word))
    }

    @Test func `a text may hold one of them where two such bytes follow one another`() {
        #expect(beginnings.occur(in: "the next exhibition"))
        #expect(beginnings.occur(in: "UNIX"))
        #expect(beginnings.occur(in: "un été"))
        #expect(!beginnings.occur(in: "the council’s plan"))
        #expect(!beginnings.occur(in: ""))
    }

    @Test func `a word of one letter may be in any text`() {
        let beginnings = WordBeginnings(of: ["A"])
        #expect(beginnings.include("A"))
        #expect(!beginnings.include("An"))
        #expect(beginnings.occur(in: "no capital"))
    }
}
