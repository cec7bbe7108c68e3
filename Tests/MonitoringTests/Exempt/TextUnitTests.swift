// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Monitoring

/// Which texts are looked for, and where.
struct TextUnitTests {
    private func units(_ text: String) -> [String] {
        let scopes = TextScope.document("papers/p")
        return TextUnit.units(of: text, in: [scopes[0]], ifTelling: [scopes[1]]).map { unit in
            String(decoding: unit.letters, as: UTF8.self)
                + unit.scopes.map { $0.leavesOutIdentifiers ? "*" : "+" }.joined()
        }
    }

    @Test func `a text of 24 letters is looked for everywhere, and one of 23 where it stood`() {
        #expect(units("abcdefghijkl mnopqrstuvw") == ["abcdefghijklmnopqrstuvw+"])
        #expect(units("abcdefghijkl mnopqrstuvwx") == ["abcdefghijklmnopqrstuvwx"])
    }

    @Test func `a text of one word or of seven letters is not looked for in others`() {
        #expect(units("Zanzibar.") == [])
        #expect(units("Bid £2.3m") == [])
        #expect(units("Sell it now!") == ["sellitnow+"])
    }

    @Test(arguments: [
        ("Offer of £2 made", true), ("Offer of Zanzibar", true), ("Staff shortage", false), ("Under review", false),
        ("The “Mill” is sold", true),
    ])
    func `a short text with a figure or a name is looked for also under other identifiers`(
        text: String,
        isTelling: Bool
    ) {
        #expect(units(text).first?.hasSuffix("+*") == isTelling)
    }

    @Test func `sentences are looked for by themselves`() {
        #expect(
            units("(No.\u{200B} The bid is 2.3 million pounds above!) Is it? They have withdrawn it by letter.") == [
                "nothebidis23millionpoundsaboveisittheyhavewithdrawnitbyletter",
                "thebidis23millionpoundsabove", "theyhavewithdrawnitbyletter",
            ]
        )
    }

    @Test func `of a long text the first letters are compared, so that few lengths have to be tried`() {
        let lengths = (1...400).map { count in
            TextUnit.units(of: "a " + String(repeating: "b", count: count), in: []).map(\.letters.count)
        }
        #expect(Set(lengths.joined()).count == 41 + 12)
        #expect(Set(lengths.joined()).max() == 256)
    }
}
