// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Monitoring

/// By what two rows and short texts are known to be the same.
struct FingerprintTests {
    private func plain(_ fingerprints: [Fingerprint]) -> [String] {
        fingerprints.map { $0.canonicalText.replacing("\u{1F}", with: "|") }
    }

    @Test func `a row is known by its unit, and without identifiers where these are new`() {
        let rows = Fingerprint.rows(in: "d", .actions, unit: "u", title: "Training")
        #expect(plain(rows) == ["row|d|actions|u|training", "row|*|actions|training"])
        #expect(rows.map(\.leavesOutIdentifiers) == [false, true])
        let references = Fingerprint.references("L1", in: "d", .actions, unit: "u")
        #expect(plain(references) == ["reference|d|actions|u|l1", "reference|*|actions|u|l1"])
    }

    @Test func `a row whose title has two words is known in every unit`() {
        let rows = Fingerprint.rows(in: "d", .actions, unit: "u", title: "Buy the mill")
        #expect(plain(rows).last == "title|d|actions|buythemill")
    }

    @Test func `a text of 23 letters is known as a whole where it stood, and one of 24 is found by its words`() {
        let scopes = TextScope.document("papers/p")
        #expect(
            plain(Fingerprint.passages("Abcdefghijklmnopqrstuvw!", in: scopes)) == [
                "passage|document|papers/p|abcdefghijklmnopqrstuvw",
                "passage|document|papers/*|abcdefghijklmnopqrstuvw",
            ]
        )
        #expect(Fingerprint.passages("abcdefghijklmnopqrstuvwx", in: scopes) == [])
        #expect(plain(Fingerprint.passages(" – ", in: [scopes[0]])) == ["passage|document|papers/p|–"])
        #expect(Fingerprint.passages("\u{200B}", in: scopes) == [])
    }
}
