// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Monitoring

/// By what two texts are known to be the same.
struct FingerprintTests {
    private func texts(_ text: String, _ field: RoundPart.Field = .prose) -> Set<String> {
        Set(Fingerprint.texts(text, in: "d", field).map { $0.canonicalText.replacing("\u{1F}", with: "|") })
    }

    @Test func `a short text is known in its document alone`() {
        #expect(texts("Sell it now!") == ["passage|d|prose|sellitnow"])
        #expect(texts("") == [])
        #expect(texts(" – ") == ["passage|d|prose|–"])
    }

    @Test func `a text of 24 letters is known wherever it stands, and one of 23 is not`() {
        #expect(texts("abcdefghijklmnopqrstuvw", .reason) == ["passage|d|reason|abcdefghijklmnopqrstuvw"])
        #expect(
            texts("abcdefghijkl mnopqrstuvwx", .reason) == [
                "passage|d|reason|abcdefghijklmnopqrstuvwx", "text|abcdefghijklmnopqrstuvwx",
            ]
        )
    }

    @Test func `sentences are known by themselves where they are long enough`() {
        #expect(
            texts("No. The bid is 2.3 million pounds above! Is it? They have withdrawn it by letter.") == [
                "passage|d|prose|nothebidis23millionpoundsaboveisittheyhavewithdrawnitbyletter",
                "text|nothebidis23millionpoundsaboveisittheyhavewithdrawnitbyletter",
                "text|thebidis23millionpoundsabove", "text|theyhavewithdrawnitbyletter",
            ]
        )
    }
}
