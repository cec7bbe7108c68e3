// SPDX-License-Identifier: Apache-2.0

import Testing
import UnicodeText

struct SingleSpacedTests {
    @Test(arguments: ["", "unit", "not on course", "2026/27 Q3 actual"])
    func `words with single spaces are plain`(text: String) { #expect(text.isSingleSpacedASCII) }

    @Test(arguments: [" unit", "unit ", "not  on", "unit\u{A0}", "u\tnit", "unité", "a\nb", " "])
    func `other spaces, line ends and letters are not`(text: String) { #expect(!text.isSingleSpacedASCII) }
}
