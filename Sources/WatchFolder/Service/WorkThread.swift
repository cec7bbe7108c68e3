// SPDX-License-Identifier: Apache-2.0

import Parallelism

/// Runs work that blocks on a thread of its own, so that no task waits behind it.
package enum WorkThread {
    /// Runs the work and returns what it returns, or `nil` if the system has no thread left; its caller's task is free meanwhile.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
        await withCheckedContinuation { (continuation: CheckedContinuation<Value?, Never>) in
            if let thread = JobThread({ continuation.resume(returning: work()) }) {
                thread.detach()
            } else {
                continuation.resume(returning: nil)
            }
        }
    }
}
