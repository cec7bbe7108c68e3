// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import Testing

@testable import Publishing

struct PaperOrderTests {
    @Test func `one thread makes papers in their order`() {
        let order = PaperOrder(ofSizes: [10, 500_000, 20], threads: 1)
        #expect(order.alone == [])
        #expect(order.together == [0, 1, 2])
    }

    @Test func `several threads begin with the longest, and equally long ones are in their order`() {
        let order = PaperOrder(ofSizes: [10, 30, 20, 30], threads: 2)
        #expect(order.alone == [])
        #expect(order.together == [1, 3, 2, 0])
    }

    @Test func `papers that would be too much at once are made one after another`() {
        let share = Limits.mostNodesMadeTogether / 2
        let order = PaperOrder(ofSizes: [share, 1, share + 1, share + 2], threads: 2)
        #expect(order.alone == [3, 2])
        #expect(order.together == [0, 1])
        #expect(PaperOrder(ofSizes: [share], threads: 4).alone == [0])
    }
}
