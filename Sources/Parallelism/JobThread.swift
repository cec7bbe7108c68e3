// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A thread that does one piece of work, which may block, and ends.
///
/// Its stack is as large as that of a main thread: what is nested in a paper is gone through by functions that call themselves.
package struct JobThread {
    private static let stackSize = 8 << 20

    private let thread: pthread_t

    /// Starts the thread.
    ///
    /// - Returns: `nil` if the system has no thread left.
    package init?(_ work: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Box(work))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackSize)
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            &attributes,
            { argument in
                if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
                return nil
            },
            box.toOpaque()
        )
        if failure != 0 {
            box.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits for its end. Each thread is joined or detached, once.
    package func join() { pthread_join(thread, nil) }

    /// Leaves it to itself.
    package func detach() { pthread_detach(thread) }

    private final class Box: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
