// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import UnicodeText

/// Sets of characters.
struct ScalarSetTests {
    @Test func `a set has the characters that were put in, of ASCII and of others`() {
        var set = ScalarSet()
        let members: [Unicode.Scalar] = ["\u{0}", "!", "?", "@", "Z", "\u{7F}", "\u{80}", "É", "\u{10FFFF}"]
        for member in members { set.insert(member) }
        let asked = (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{10FFFF}", "\u{10FFFE}"]
        #expect(asked.filter(set.contains) == members)
    }

    @Test func `an empty set has none`() {
        #expect(!ScalarSet().contains("\u{0}"))
        #expect(!ScalarSet().contains("é"))
    }
}
