// SPDX-License-Identifier: Apache-2.0

import Glibc
import Parallelism
import ResourceLimits
import Synchronization
import Testing

struct JobsTests {
    /// Where threads wait for one another, as long as that may take on a machine with other work.
    private final class Meeting: Sendable {
        private let arrived = Atomic(0)

        /// - Returns: whether so many threads have arrived.
        func wait(for count: Int) -> Bool {
            arrived.add(1, ordering: .relaxed)
            for _ in 0..<100_000 where arrived.load(ordering: .relaxed) < count { usleep(1000) }
            return arrived.load(ordering: .relaxed) >= count
        }
    }

    /// What was done, in its order.
    private final class Log: Sendable {
        private let all = Mutex<[Int]>([])

        var numbers: [Int] { all.withLock(\.self) }

        func add(_ number: Int) { all.withLock { $0.append(number) } }
    }

    @Test(arguments: [1, 2, 4])
    func `values are in the order of their numbers, whatever the order of the work`(count: Int) {
        let values = Jobs(count).map([3, 0, 2, 1], with: 10, others: { 10 }) { ten, index in ten * index }
        #expect(values == [0, 10, 20, 30])
    }

    @Test func `nothing to do has no values`() {
        #expect(Jobs(2).map([], with: (), others: {}) { _, index in index } == [])
    }

    @Test func `one job does everything on the thread that asks, in the order of the work`() {
        let log = Log()
        let threads = Jobs(1).map([2, 0, 1], with: 0, others: { 1 }) { other, index in
            log.add(index)
            return (thread: UInt(pthread_self()), other: other)
        }
        #expect(log.numbers == [2, 0, 1])
        #expect(Set(threads.map(\.thread)) == [UInt(pthread_self())])
        #expect(threads.map(\.other) == [0, 0, 0])
    }

    @Test func `several threads work at a time, each with what is its own`() {
        let meeting = Meeting()
        let found = Jobs(3).map([0, 1, 2], with: 0, others: { 1 }) { other, _ in
            (met: meeting.wait(for: 3), thread: UInt(pthread_self()), other: other)
        }
        #expect(found.map(\.met) == [true, true, true])
        #expect(Set(found.map(\.thread)).count == 3)
        #expect(found.map(\.other).sorted() == [0, 1, 1])
    }

    @Test func `work inside work has the threads that are free`() {
        let jobs = Jobs(2)
        #expect(jobs.available == 2)
        let alone = jobs.map([0], with: (), others: {}) { _, _ in jobs.available }
        #expect(alone == [2])
        let meeting = Meeting()
        let (first, last) = (Meeting(), Meeting())
        let both = jobs.map([0, 1], with: (), others: {}) { _, _ in
            let met = first.wait(for: 2)
            let available = jobs.available
            return (met: met && last.wait(for: 2), available: available)
        }
        #expect(both.map(\.met) == [true, true])
        #expect(both.map(\.available) == [1, 1])
        #expect(jobs.available == 2)
        let inner = jobs.map([0], with: (), others: {}) { _, _ in
            jobs.map([0, 1], with: (), others: {}) { _, _ in meeting.wait(for: 2) }
        }
        #expect(inner == [[true, true]])
        #expect(jobs.available == 2)
    }

    @Test func `there is at least one thread, and never more than a run may have`() {
        #expect(Jobs(0).available == 1)
        #expect(Jobs(-1).available == 1)
        #expect(Jobs(1_000_000).available == Jobs.most)
    }

    @Test func `steps are counted on every thread`() {
        let meter = WorkMeter()
        let meeting = Meeting()
        WorkMeter.$current.withValue(meter) {
            _ = Jobs(2).map([0, 1], with: (), others: {}) { _, _ in
                WorkMeter.count(5)
                return meeting.wait(for: 2)
            }
        }
        #expect(meter.steps == 10)
    }
}
