// SPDX-License-Identifier: Apache-2.0

import Digests
import Testing

struct ContentDigestTests {
    @Test func `digests of bytes are those of the standards`() {
        // RFC 1321, A.5, and FIPS 180-2, B.1.
        #expect(md5Digest(of: Array("abc".utf8)) == "900150983cd24fb0d6963f7d28e17f72")
        #expect(md5Digest(of: []) == "d41d8cd98f00b204e9800998ecf8427e")
        #expect(
            contentDigest(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }
}
