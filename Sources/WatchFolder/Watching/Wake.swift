// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc
import Synchronization

/// The requests of signals to the service, while it sleeps or works: to stop, or to start again.
package final class Wake: Sendable {
    private let counter: Descriptor
    private let stops = Atomic(false)
    private let restarts = Atomic(false)

    package init?() {
        guard let counter = Descriptor(eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))) else {
            return nil
        }
        self.counter = counter
    }

    /// To be waited for with `poll`.
    package var descriptor: Int32 { counter.number }

    /// Whether it was asked to end.
    package var isStopping: Bool { stops.load(ordering: .acquiring) }

    /// Asks that the work end.
    package func stop() {
        stops.store(true, ordering: .releasing)
        ring()
    }

    /// Asks that everything be read and made anew.
    func restart() {
        restarts.store(true, ordering: .releasing)
        ring()
    }

    /// Whether it was asked to begin anew since the last time.
    package func takeRestart() -> Bool {
        var count: UInt64 = 0
        read(counter.number, &count, MemoryLayout<UInt64>.size)
        return restarts.exchange(false, ordering: .acquiringAndReleasing)
    }

    /// Wakes whoever sleeps, without a request.
    package func ring() {
        var one: UInt64 = 1
        write(counter.number, &one, MemoryLayout<UInt64>.size)
    }
}
