// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WatchFolder

/// Who may make a paper when.
struct TurnQueueTests {
    private let start = ContinuousClock.now

    @Test func `a council with many papers makes one between those of others`() {
        var queue = TurnQueue(capacity: 1)
        // How many papers each has still to make.
        var papers = ["large": 100, "small": 1, "other": 3]
        for council in ["large", "small", "other"] { queue.ask(council) }
        var order: [String] = []
        while true {
            let granted = queue.grant(at: start)
            #expect(granted.count <= 1)
            guard let council = granted.first else { break }
            order.append(council)
            papers[council, default: 0] -= 1
            queue.giveBack(council)
            if papers[council, default: 0] > 0 { queue.ask(council) }
        }
        #expect(order.prefix(7) == ["large", "small", "other", "large", "other", "large", "other"])
        #expect(order.dropFirst(7).allSatisfy { $0 == "large" })
        #expect(order.count == 104)
    }

    @Test func `as many have a turn as there are jobs`() {
        var queue = TurnQueue(capacity: 2)
        for council in ["a", "b", "c", "d"] { queue.ask(council) }
        #expect(queue.grant(at: start) == ["a", "b"])
        #expect(queue.grant(at: start) == [])
        queue.giveBack("b")
        #expect(queue.grant(at: start) == ["c"])
        queue.capacity = 1
        queue.giveBack("a")
        #expect(queue.grant(at: start) == [])
        queue.giveBack("c")
        #expect(queue.grant(at: start) == ["d"])
    }

    @Test func `who asks twice has one turn, and who ends gives it back`() {
        var queue = TurnQueue(capacity: 1)
        queue.ask("a")
        queue.ask("a")
        queue.ask("b")
        queue.ask("c")
        #expect(queue.grant(at: start) == ["a"])
        queue.giveBack("b")
        queue.giveBack("a")
        #expect(queue.grant(at: start) == ["c"])
        queue.giveBack("c")
        #expect(queue.grant(at: start) == [])
        #expect(queue.nextLapse == nil)
    }

    @Test func `a council that hangs holds up the others for a while only`() {
        var queue = TurnQueue(capacity: 1)
        queue.ask("a")
        #expect(queue.grant(at: start) == ["a"])
        #expect(queue.nextLapse == nil)
        queue.ask("b")
        #expect(queue.nextLapse == start + TurnQueue.longest)
        #expect(queue.grant(at: start + .seconds(29)) == [])
        #expect(queue.grant(at: start + .seconds(30)) == ["b"])
        // It comes back, too late to take the turn of another away.
        queue.giveBack("a")
        queue.ask("a")
        #expect(queue.grant(at: start + .seconds(31)) == [])
    }
}
