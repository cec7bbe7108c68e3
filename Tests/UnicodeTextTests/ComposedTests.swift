// SPDX-License-Identifier: Apache-2.0

import Testing
import UnicodeText

/// Form C of Unicode Standard Annex 15.
struct ComposedTests {
    @Test(arguments: [
        ("cafe\u{301}", "caf\u{E9}"), ("w\u{302}yr", "\u{175}yr"), ("\u{2126}", "\u{3A9}"),
        ("\u{1100}\u{1161}", "\u{AC00}"),
        ("a\u{323}\u{302}", "\u{1EAD}"), ("½ ﬁ", "½ ﬁ"), ("", ""), ("e\u{301}\0e\u{301}", "\u{E9}\0\u{E9}"),
        ("\0", "\0"),
    ])
    func `letters and their marks become one character`(written: String, composed: String) {
        #expect(Array(written.utf8).composed == Array(composed.utf8))
    }

    @Test func `bytes that are no text stay as they are`() {
        #expect([0x61, 0xFF, 0x62].composed == [0x61, 0xFF, 0x62])
    }
}
