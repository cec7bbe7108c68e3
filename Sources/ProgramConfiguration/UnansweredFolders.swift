// SPDX-License-Identifier: Apache-2.0

import Glibc
import Parallelism
import Synchronization

/// Which folders a file system says nothing of: what is asked about a network share that is away may not return for minutes, and cannot be
/// interrupted.
enum UnansweredFolders {
    /// How long all of them have.
    static let patience = Duration.seconds(5)

    /// The indices of the groups with a folder of which nothing is known in time. One that is not there has answered.
    ///
    /// - Parameter look: asks about a folder. It is called on a thread for each group, which is left alone where it does not return.
    static func of(
        _ groups: [[String]],
        within patience: Duration = patience,
        look: @escaping @Sendable (String) -> Void = { _ = access($0, F_OK) }
    ) -> Set<Int> {
        let waiting = Waiting(Set(groups.indices))
        for (index, paths) in groups.enumerated() {
            let thread = JobThread {
                holdBackSignals()
                for path in paths { look(path) }
                waiting.finish(index)
            }
            // Without a thread nothing can be asked but by waiting.
            if let thread { thread.detach() } else { waiting.finish(index) }
        }
        let end = ContinuousClock.now + patience
        while !waiting.indices.isEmpty, .now < end { usleep(500) }
        return waiting.indices
    }

    /// Leaves the signals of the process to its other threads: one that does not return would take one and do nothing about it.
    private static func holdBackSignals() {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP, SIGCHLD] { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    private final class Waiting: Sendable {
        private let left: Mutex<Set<Int>>

        init(_ indices: Set<Int>) { left = Mutex(indices) }

        var indices: Set<Int> { left.withLock { $0 } }

        func finish(_ index: Int) { left.withLock { _ = $0.remove(index) } }
    }
}
