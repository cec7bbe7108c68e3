// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WatchFolder

struct RestartDelayTests {
    @Test func `a process that ends again and again is started more and more seldom`() {
        var delay = RestartDelay()
        let delays = (0..<8).map { _ in delay.next(after: .seconds(3)) }
        #expect(delays == [1, 2, 4, 8, 16, 32, 60, 60].map { .seconds($0) })
        #expect(delay.next(after: .seconds(61)) == .seconds(1))
        #expect(delay.next(after: .seconds(1)) == .seconds(2))
    }
}
