// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import Publishing

/// The process of a council while it runs: what it says, and what it logs.
final class CouncilProcess {
    /// What it was started as.
    let service: CouncilService
    /// When it was started.
    let start = ContinuousClock.now
    /// When it last said that it lives.
    private(set) var lastSign = ContinuousClock.now
    /// Whether it does what it should, as it says.
    private(set) var isWell = false
    /// Whether it has been killed. It may run on for a while: a call of a share that does not answer cannot be interrupted.
    private(set) var isKilled = false
    /// When it is killed, if it has been told to end.
    private(set) var end: ContinuousClock.Instant?
    private let process: ChildProcess
    private let socket: Descriptor
    private let lines: CouncilLines
    private static let mostReads = 16
    private var isSocketOpen = true
    private var isLogOpen = true

    /// Starts the process of a council.
    ///
    /// - Parameters:
    ///   - command: the path of the program and what precedes the arguments of the council.
    ///   - log: takes what the process writes to its standard error that is no log line.
    /// - Throws: a ``PublicationError`` if the system starts none.
    init(_ service: CouncilService, command: [String], log: Logger) throws(PublicationError) {
        let (process, number) = try ChildProcess.launch(command + ["--council", service.name] + service.arguments)
        guard let socket = Descriptor(number) else { throw PublicationError(.inputOutput, "no socket") }
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
        self.service = service
        self.process = process
        self.socket = socket
        lines = CouncilLines(of: service.name, log: log)
    }

    var number: pid_t { process.number }

    /// What is waited for: what it says, and what it logs.
    var descriptors: [Int32] { (isSocketOpen ? [socket.number] : []) + (isLogOpen ? [process.errorNumber] : []) }

    /// Reads what it has said.
    func messages() -> [CouncilMessage] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(socket.number, &bytes, bytes.count)
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { isSocketOpen = false }
        let messages = bytes.prefix(max(0, count)).compactMap(CouncilMessage.init(rawValue:))
        for message in messages {
            lastSign = .now
            switch message {
            case .well: isWell = true
            case .failing: isWell = false
            case .ask, .giveBack, .ready: break
            }
        }
        return messages
    }

    /// Passes on what it has logged; of one that logs without a pause, a part.
    func relayLines() {
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        for _ in 0..<Self.mostReads where isLogOpen {
            let count = read(process.errorNumber, &bytes, bytes.count)
            if count > 0 {
                lines.add(bytes[..<count])
            } else if count == 0 {
                isLogOpen = false
            } else if errno != EINTR {
                return
            }
        }
    }

    func grantTurn() {
        var byte = SupervisorMessage.grant.rawValue
        _ = send(socket.number, &byte, 1, Int32(MSG_NOSIGNAL))
    }

    /// Tells it to end, once; it is killed when it takes longer than it may.
    func stop(atMost duration: Duration) {
        if end != nil { return }
        end = .now + duration
        Glibc.kill(number, SIGTERM)
    }

    /// Ends it at once, as one that hangs.
    func kill() {
        isKilled = true
        Glibc.kill(number, SIGKILL)
    }

    /// How it has ended, or `nil` while it runs. Its last lines are passed on then.
    func ending() -> ChildProcess.End? {
        guard let end = process.endIfEnded() else { return nil }
        relayLines()
        lines.finish()
        return end
    }
}
