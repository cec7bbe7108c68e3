// SPDX-License-Identifier: Apache-2.0

import Digests
import Testing

@Suite struct DigestKeyTests {
    @Test("a digest is the HMAC-SHA-256 of the text under the key")
    func digest() throws {
        // RFC 4231, test case 2, has a short key, which HMAC fills up with zeros.
        let key = try #require(DigestKey(hexadecimal: "4a656665" + String(repeating: "0", count: 56)))
        #expect(
            key.digest(of: "what do ya want for nothing?")
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        )
    }

    @Test("a key is read as it was written, and nothing else is a key")
    func hexadecimal() {
        let key = DigestKey()
        #expect(DigestKey(hexadecimal: key.hexadecimal) == key)
        #expect(DigestKey() != key)
        #expect(DigestKey(hexadecimal: key.hexadecimal.dropLast()) == nil)
        #expect(DigestKey(hexadecimal: key.hexadecimal.dropLast() + "g") == nil)
        #expect(DigestKey(hexadecimal: "") == nil)
    }

    @Test("an empty text has a digest too")
    func empty() { #expect(DigestKey().digest(of: "").utf8.count == 64) }
}
