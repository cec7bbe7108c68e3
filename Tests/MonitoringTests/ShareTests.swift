// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

struct ShareTests {
    @Test(arguments: [
        (0, 212, "0%"), (27, 2250, "1%"), (12, 200, "6%"), (7, 117, "6%"), (19, 950, "2%"),
        (1, 1000, "<1%"), (9, 1000, "<1%"), (10, 1000, "1%"), (1, 200, "<1%"),
        (999, 1000, ">99%"), (990, 1000, "99%"), (1000, 1000, "100%"),
        (1, 8, "13%"), (1, 3, "33%"), (2, 3, "67%"), (107, 115, "93%"),
    ])
    func `a percentage is zero only for none and a hundred only for all`(part: Int, whole: Int, percent: String) {
        #expect(Share(part, of: whole).percent == percent)
    }

    @Test func `a share of nothing has no percentage`() {
        #expect(Share(0, of: 0).percent == nil)
    }

    @Test func `the complement keeps the whole`() {
        #expect(Share(12, of: 200).complement == Share(188, of: 200))
    }
}
