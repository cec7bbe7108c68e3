// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// Signals that wait to be read rather than interrupt the process (signalfd(2)).
package struct SignalQueue: ~Copyable {
    private let descriptor: Descriptor

    /// Holds the signals back from now on; to be called before any other thread runs. Processes that are started get them as ever.
    ///
    /// - Returns: `nil` if the system refuses.
    package init?(of signals: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        guard pthread_sigmask(SIG_BLOCK, &set, nil) == 0,
            let descriptor = Descriptor(signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK)))
        else { return nil }
        self.descriptor = descriptor
    }

    /// To be waited for with `poll`.
    package var number: Int32 { descriptor.number }

    /// The next signal; `nil` if none waits.
    package func next() -> Int32? {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        guard read(descriptor.number, &information, size) == size else { return nil }
        return Int32(information.ssi_signo)
    }
}
