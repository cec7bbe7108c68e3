// SPDX-License-Identifier: Apache-2.0

import Testing

/// The review of sentences as officers write them, about the tables of the samples.
struct SentenceTests {
    @Test(arguments: ["wealdshire", "fenwick", "morhelyg"])
    func `a true sentence is passed over, and one that contradicts a table is reported`(sample: String) throws {
        let sentences = try JudgedSentence.all(of: sample)
        let reported = try JudgedSentence.reported(of: sentences, about: sample)
        let wrong = sentences.filter { $0.judgement == .contradictsATable }.map(\.text)
        #expect(!wrong.isEmpty)
        #expect(sentences.map(\.text).filter(reported.contains) == wrong)
    }
}
