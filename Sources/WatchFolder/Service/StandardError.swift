// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// The standard error stream, for whole lines: one write each, so that lines of several threads and processes do not mix.
///
/// The reader of the log may stop reading, as a journal that hangs does. The service goes on: a line waits for a second at most, and those after it not
/// at all, until a write succeeds again. Lines that are lost are counted.
final class StandardError: Sendable {
    /// Of this process.
    static let shared = StandardError(STDERR_FILENO)

    private let number: Int32
    private let patience: Duration
    private let lostLines = Mutex(0)

    /// - Parameters:
    ///   - number: the descriptor, which stays open for as long as the value lives.
    ///   - patience: how long a write waits for room, if the one before it succeeded.
    init(_ number: Int32, patience: Duration = .seconds(1)) {
        self.number = number
        self.patience = patience
    }

    /// The number of lines lost since the last line that reported it.
    var lost: Int { lostLines.withLock { $0 } }

    /// Writes a line.
    ///
    /// - Parameter line: with its end.
    /// - Returns: whether it was written.
    @discardableResult
    func write(_ line: [UInt8]) -> Bool {
        lostLines.withLock { lost in
            let isWritten = put(line, within: lost == 0 ? patience : .zero)
            if !isWritten { lost += 1 }
            return isWritten
        }
    }

    /// Writes a line that reports how many were lost before it.
    ///
    /// - Parameter line: makes it, with its end, from their number.
    func write(_ line: (Int) -> [UInt8]) {
        lostLines.withLock { lost in
            lost = put(line(lost), within: lost == 0 ? patience : .zero) ? 0 : lost + 1
        }
    }

    /// Writes all of a line, or, where there is no room, nothing or as much as was taken at once.
    private func put(_ line: [UInt8], within duration: Duration) -> Bool {
        let end = ContinuousClock.now + duration
        var rest = line[...]
        while !rest.isEmpty {
            var waited = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
            let milliseconds = max(0, (end - .now).inMilliseconds.rounded(.up))
            guard poll(&waited, 1, Int32(milliseconds)) > 0 else {
                if errno == EINTR, .now < end { continue }
                return false
            }
            let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN && .now < end { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
