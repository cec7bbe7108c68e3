// SPDX-License-Identifier: Apache-2.0

import CrashReporting
import ResourceLimits
import Synchronization

/// The threads that one run may work on at a time, the thread that began it among them.
///
/// Papers are made on them, and ranges of the pages of a long paper while some are free. Which thread does a piece of work decides nothing:
/// values are returned in the order of the work, and the same for any number of threads.
package final class Jobs: Sendable {
    /// The most threads that a run may ask for.
    package static let most = 64

    /// The threads that may still be started. It is below zero for a moment where a thread that has waited goes on.
    private let spare: Atomic<Int>

    /// - Parameter count: of threads; one does everything on the thread that asks for it.
    package init(_ count: Int = 1) { spare = Atomic(min(max(count, 1), Self.most) - 1) }

    /// How many threads would work at this moment: the one that asks, and those that are free.
    package var available: Int { 1 + max(0, spare.load(ordering: .relaxed)) }

    /// The values of a function for the numbers from zero, in their order, worked out on the calling thread and on all threads that are free.
    ///
    /// - Parameters:
    ///   - order: the numbers, each once, in the order in which they are begun.
    ///   - own: what the calling thread works with.
    ///   - others: makes what another thread works with, on that thread, if there is still work for it.
    package func map<Context, Value: Sendable>(
        _ order: [Int],
        with own: Context,
        others: @escaping @Sendable () -> Context,
        _ body: @escaping @Sendable (inout Context, Int) -> Value
    ) -> [Value] {
        let work = WorkList(order, body)
        let threads = startThreads(claim(upTo: order.count - 1)) { work.run(with: others) }
        work.run { own }
        if threads.isEmpty { return work.values }
        // While this thread waits, others may have its place.
        spare.add(1, ordering: .relaxed)
        for thread in threads { thread.join() }
        spare.subtract(1, ordering: .relaxed)
        return work.values
    }

    /// Takes free threads, as many as there are.
    private func claim(upTo most: Int) -> Int {
        var known = spare.load(ordering: .relaxed)
        while min(known, most) > 0 {
            let claimed = min(known, most)
            let (isExchanged, found) = spare.compareExchange(
                expected: known,
                desired: known - claimed,
                ordering: .relaxed
            )
            if isExchanged { return claimed }
            known = found
        }
        return 0
    }

    /// Starts threads that have been claimed; where the system has none left, fewer.
    private func startThreads(_ count: Int, _ work: @escaping @Sendable () -> Void) -> [JobThread] {
        // A thread begins without what is bound to the task that starts it.
        let meter = WorkMeter.current
        let message = CrashReporter.message
        return (0..<count).compactMap { _ in
            let thread = JobThread { [self] in
                WorkMeter.$current.withValue(meter) { CrashReporter.reportingByThread(from: message, work) }
                spare.add(1, ordering: .relaxed)
            }
            if thread == nil { spare.add(1, ordering: .relaxed) }
            return thread
        }
    }
}

/// Pieces of work that threads take one after another, and their values.
private final class WorkList<Context, Value: Sendable>: Sendable {
    private let order: [Int]
    private let body: @Sendable (inout Context, Int) -> Value
    private let next = Atomic(0)
    private let found: Mutex<[Value?]>

    init(_ order: [Int], _ body: @escaping @Sendable (inout Context, Int) -> Value) {
        self.order = order
        self.body = body
        found = Mutex(Array(repeating: nil, count: order.count))
    }

    /// Works until nothing is left.
    ///
    /// - Parameter make: makes what the thread works with, unless nothing is left at the beginning.
    func run(with make: () -> Context) {
        guard var index = take() else { return }
        var context = make()
        while true {
            let value = body(&context, index)
            found.withLock { $0[index] = value }
            guard let another = take() else { return }
            index = another
        }
    }

    private func take() -> Int? {
        let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return position < order.count ? order[position] : nil
    }

    /// The values in the order of their numbers, once all threads have ended.
    var values: [Value] { found.withLock { $0.compactMap(\.self) } }
}
