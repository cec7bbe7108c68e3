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
}
