// SPDX-License-Identifier: Apache-2.0

import Testing
import UnicodeText

@Suite struct SkeletonTests {
    @Test(
        "what looks like a word has its skeleton",
        arguments: [
            "Exempt 3", "EXEMPT\u{A0}3", "\u{415}XEMPT 3", "EXEM\u{AD}PT 3", "ＥＸＥＭＰＴ ３", "E\u{200B}XEMPT 3",
            "\u{395}\u{3A7}\u{395}\u{39C}\u{3A1}\u{3A4} 3",
            "  éxempt \n 3 ", "𝐄𝐗𝐄𝐌𝐏𝐓 𝟑", "ехемрт 3", "ＥX\u{0}EMPT 3",
        ]
    )
    func alike(_ text: String) { #expect(text.skeleton == "exempt 3") }

    @Test("letters that look like no Latin ones stay, in lower case")
    func otherLetters() { #expect("Ж Ünïcode ÆØ".skeleton == "ж unicode æø") }

    @Test("a letter skeleton has neither spaces nor signs, unless there is nothing else")
    func letters() {
        #expect("The bid: £2.3m!".letterSkeleton == "thebid23m")
        #expect(" – ".letterSkeleton == "–")
        #expect("५ ½".letterSkeleton == "५12")
    }

    @Test func `words begin behind anything that is no letter, and not at accents`() {
        var run = LetterRun("The wall’s “Offer”—é\u{301}lan\u{200B}2.3m")
        run.append("withdrawn).")
        #expect(String(decoding: run.bytes, as: UTF8.self) == "thewallsofferelan23mwithdrawn")
        #expect(run.wordStarts == [0, 3, 7, 8, 13, 17, 18, 20])
        #expect(LetterRun(" – ").wordStarts == [])
    }
}
