// SPDX-License-Identifier: Apache-2.0

import Glibc
import Parallelism
import Synchronization

/// Finds folders whose file system does not respond: a system call on a network share that is down may block for minutes, and cannot be interrupted.
enum UnansweredFolders {
    /// How long to wait for all folders together.
    static let patience = Duration.seconds(5)

    /// The indices of the groups with a folder that does not respond in time. A folder that does not exist responds.
    ///
    /// - Parameter look: makes a system call on a folder. It is called on one thread for each group, which is abandoned if it blocks.
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
            // Without a thread the call could block this one.
            if let thread { thread.detach() } else { waiting.finish(index) }
        }
        let end = ContinuousClock.now + patience
        while !waiting.indices.isEmpty, .now < end { usleep(500) }
        return waiting.indices
    }

    /// Blocks the signals that the process handles on this thread: a blocked thread would receive one and not handle it.
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
