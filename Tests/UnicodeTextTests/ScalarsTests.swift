// SPDX-License-Identifier: Apache-2.0

import Testing
import UnicodeText

struct ScalarsTests {
    @Test(arguments: ["", "Bins", "café £2", "e\u{301}👍🏽", "\u{FEFF}a\r\n"])
    func `a text has the scalars of its view`(text: String) {
        #expect(text.scalars == Array(text.unicodeScalars))
    }

    @Test func `a text that was cut out of another has its own scalars`() {
        #expect(String("Council–wide".dropFirst(7)).scalars == ["–", "w", "i", "d", "e"])
    }
}
