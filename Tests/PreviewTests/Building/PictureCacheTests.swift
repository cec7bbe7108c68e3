// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Preview

struct PictureCacheTests {
    @Test func `the pictures that were asked for last stay, in bounded memory`() {
        let cache = PictureCache(capacity: 300)
        for digest in 0..<3 { cache.insert([UInt8](repeating: 1, count: 100), digest: digest) }
        #expect(cache.size == 300)
        #expect(cache[0] != nil)
        cache.insert([UInt8](repeating: 1, count: 100), digest: 3)
        #expect(cache[1] == nil)
        #expect(cache[0] != nil)
        #expect(cache.size == 300)
        cache.insert([UInt8](repeating: 1, count: 301), digest: 4)
        #expect(cache[4] == nil)
        for digest in 0..<1000 { cache.insert([UInt8](repeating: 1, count: 7), digest: digest) }
        #expect(cache.size <= 300)
    }
}
