// SPDX-License-Identifier: Apache-2.0

import Testing
import UnicodeText

@Suite struct BlankTests {
    @Test(
        "what shows nothing is blank",
        arguments: [
            "", " ", "\u{A0}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", "\u{AD}", "\u{3164}",
            "\u{E0020}\u{202E}",
        ]
    )
    func blank(_ text: String) { #expect(text.isBlank) }

    @Test(
        "a text with one letter among what shows nothing is not blank",
        arguments: ["a", "\u{200B}.\u{200B}", "\u{301}"]
    )
    func visible(_ text: String) { #expect(!text.isBlank) }
}
