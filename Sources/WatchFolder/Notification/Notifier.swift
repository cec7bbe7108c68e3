// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
package import Publishing
import Synchronization

/// Tells a program of the council's of papers that were made, failed or are due, through a process that is started before this one is confined.
///
/// Nothing that happens to the program or to the process stops the service: it is logged, once for each way in which the program fails.
package final class Notifier: Sendable {
    private struct State {
        let process: ChildProcess
        /// `nil` when the process has gone.
        var channel: MessageChannel?
        /// What has been logged.
        var told: Set<NotifierReply> = []
    }

    private let state: Mutex<State>
    private let longest: Duration

    /// Starts the process.
    ///
    /// - Parameters:
    ///   - program: the path of the program from the root (``HookProgram``).
    ///   - longest: how long the program may run for one event.
    ///   - command: the executable that the process is of, and its arguments before the program.
    /// - Throws: a ``PublicationError`` with the system's reason.
    package init(
        program: String,
        lasting longest: Duration = HookRun.longest,
        command: [String] = ["/proc/self/exe", "notifier"]
    ) throws(PublicationError) {
        let (process, channel) = try ChildProcess.start(
            command + [program, String(longest.components.seconds)]
        )
        self.longest = longest
        channel.stopBlocking()
        state = Mutex(State(process: process, channel: channel))
    }

    /// Has the program told of events, and logs how it went with those before.
    func tell(_ events: [PaperEvent], log: Logger) {
        state.withLock { state in
            for event in events {
                // The process takes events while the program runs; where it does not, it has been stopped.
                var waits = 0
                do {
                    try state.channel?.send(event) {
                        waits += 1
                        if waits == 10 { throw MessageChannel.Failure.closed }
                    }
                } catch {
                    lose(&state, log)
                }
            }
            while let channel = state.channel, channel.holdsMessage(waiting: 0) { hear(&state, channel, log) }
        }
    }

    /// Waits until the program has been told of all that waits, but not for much longer than it may run.
    func finish(log: Logger) {
        state.withLock { state in
            state.channel?.stopSending()
            let end = ContinuousClock.now + longest + .seconds(2)
            while let channel = state.channel, .now < end {
                guard channel.holdsMessage(waiting: 100) else { continue }
                hear(&state, channel, log, isEndExpected: true)
            }
        }
    }

    /// Lets the process end by itself, as it does soon when this one has ended.
    func leave() {
        state.withLock { state in
            state.process.leave()
            state.channel = nil
        }
    }

    private func hear(
        _ state: inout State,
        _ channel: MessageChannel,
        _ log: Logger,
        isEndExpected: Bool = false
    ) {
        do {
            let reply = try channel.receive(NotifierReply.self, whileWaiting: {}).message
            guard state.told.insert(reply).inserted else { return }
            switch reply {
            case .failed(let failure):
                log.warning("the program of --notify failed", metadata: ["status": "\(failure.words)"])
            case .overflowed:
                log.warning("the program of --notify is too slow, and is not told of everything")
            }
        } catch {
            if isEndExpected { state.channel = nil } else { lose(&state, log) }
        }
    }

    private func lose(_ state: inout State, _ log: Logger) {
        if state.channel == nil { return }
        state.channel = nil
        log.error("the process that runs the program of --notify has gone: it is told of nothing more")
    }
}
