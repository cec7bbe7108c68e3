// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc
import Synchronization
import WatchFolder

/// A job that a worker has, and the message that it came in.
struct TakenJob: Sendable {
    var job: RenderJob
    /// The queue that it is from.
    var queue: JobQueue
    /// By which the message is acknowledged.
    var tag: UInt64
    /// The connection that the tag is of, counted.
    var connection: Int
}

/// Jobs between the thread that has the broker and the threads that make papers.
final class JobBoard: Sendable {
    private struct State {
        /// In the order in which they came.
        var waiting: [TakenJob] = []
        var done: [(TakenJob, JobFailure?)] = []
        /// How many jobs of each snapshot are being made.
        var underWay: [String: Int] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let abandoned = Atomic(false)
    /// How many jobs wait, which threads wait for.
    private let tickets: Int32
    private let wake: Wake

    /// - Parameter wake: is rung when a job is done.
    /// - Returns: `nil` if the system has no descriptor left.
    init?(wake: Wake) {
        tickets = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_SEMAPHORE))
        if tickets < 0 { return nil }
        self.wake = wake
    }

    deinit { Glibc.close(tickets) }

    func add(_ job: TakenJob) {
        state.withLock { $0.waiting.append(job) }
        issue(1)
    }

    /// Waits for a job.
    ///
    /// - Parameter snapshot: that which the thread has open: of jobs that are as urgent, one of the same is taken first, and then one of a snapshot
    ///   that no other thread is at.
    /// - Returns: `nil` if there will be no more.
    func take(preferring snapshot: String?) -> TakenJob? {
        while true {
            var ticket: UInt64 = 0
            guard read(tickets, &ticket, MemoryLayout<UInt64>.size) > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            let (job, isClosed, isLast) = state.withLock { state -> (TakenJob?, Bool, Bool) in
                if state.isClosed { return (nil, true, false) }
                let isDue = state.waiting.contains { $0.queue.urgency == .due }
                let eligible = state.waiting.indices.filter { !isDue || state.waiting[$0].queue.urgency == .due }
                let index =
                    eligible.first { state.waiting[$0].job.snapshot == snapshot }
                    ?? eligible.first { state.underWay[state.waiting[$0].job.snapshot] == nil } ?? eligible.first
                guard let index else { return (nil, false, false) }
                let job = state.waiting.remove(at: index)
                state.underWay[job.job.snapshot, default: 0] += 1
                return (job, false, !state.waiting.contains { $0.queue == job.queue })
            }
            if isClosed { return nil }
            // The ticket may be of a job that went with its connection.
            guard let job else { continue }
            // Whoever brings jobs may bring more of the queue.
            if isLast { wake.ring() }
            return job
        }
    }

    /// Puts down what became of a job.
    func finish(_ job: TakenJob, _ failure: JobFailure?) {
        state.withLock { state in
            let count = state.underWay[job.job.snapshot] ?? 1
            state.underWay[job.job.snapshot] = count > 1 ? count - 1 : nil
            state.done.append((job, failure))
        }
        wake.ring()
    }

    /// What is done since the last time.
    func takeDone() -> [(TakenJob, JobFailure?)] {
        state.withLock { state in
            defer { state.done = [] }
            return state.done
        }
    }

    /// Whether no job is being made, and what was made is taken.
    var isIdle: Bool { state.withLock { $0.underWay.isEmpty && $0.done.isEmpty } }

    /// The queues of which a job waits for a thread.
    var waitingQueues: Set<JobQueue> { state.withLock { Set($0.waiting.map(\.queue)) } }

    /// Forgets what waits: its connection has gone, and the broker gives it out again.
    func clear() { state.withLock { $0.waiting = [] } }

    /// Has threads end that wait for a job.
    func close(threads: Int) {
        state.withLock { state in
            state.waiting = []
            state.isClosed = true
        }
        issue(UInt64(threads))
    }

    /// Has papers end that are being made.
    func abandon() { abandoned.store(true, ordering: .releasing) }

    var isAbandoned: Bool { abandoned.load(ordering: .acquiring) }

    private func issue(_ count: UInt64) {
        var count = count
        write(tickets, &count, MemoryLayout<UInt64>.size)
    }
}
