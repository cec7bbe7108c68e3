// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Runs work that blocks on a thread of its own, so that no task waits behind it.
package enum WorkThread {
    /// Runs the work and returns what it returns; its caller's task is free meanwhile.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
        await withCheckedContinuation { (continuation: CheckedContinuation<Value?, Never>) in
            let box = Unmanaged.passRetained(Box { continuation.resume(returning: work()) })
            var thread = pthread_t()
            let failure = pthread_create(
                &thread,
                nil,
                { argument in
                    if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
                    return nil
                },
                box.toOpaque()
            )
            if failure == 0 {
                pthread_detach(thread)
            } else {
                box.release()
                continuation.resume(returning: nil)
            }
        }
    }

    private final class Box: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
