// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Shows what is being done, on a terminal only, once it has taken longer than a second.
final class Progress: Sendable {
    private let activity = Mutex("")
    private let isOver = Mutex(false)
    private let isShown = Mutex(false)

    /// Begins to count the time.
    static func start() -> Progress {
        let progress = Progress()
        if Terminal.errorsAreTerminal { Task.detached { await progress.show() } }
        return progress
    }

    /// Says what is being done now.
    func now(_ activity: String) { self.activity.withLock { $0 = activity } }

    /// Clears the line.
    func stop() {
        isOver.withLock { $0 = true }
        if isShown.withLock({ $0 }) { Terminal.writeError("\r\u{1B}[K") }
    }

    private func show() async {
        try? await Task.sleep(for: .seconds(1))
        var seconds = 1
        while !isOver.withLock({ $0 }) {
            isShown.withLock { $0 = true }
            Terminal.writeError("\r\u{1B}[K\(activity.withLock { $0 }) … \(seconds) s")
            try? await Task.sleep(for: .seconds(1))
            seconds += 1
        }
    }
}
