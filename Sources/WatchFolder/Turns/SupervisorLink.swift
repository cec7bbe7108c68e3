// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The supervisor of several councils, as the process of one of them has it: a socket that is its standard input.
package final class SupervisorLink: Sendable {
    /// The interval of the heartbeats to the supervisor.
    static let signInterval = Duration.seconds(10)

    private let socket: Descriptor
    private let supervisorHasGone: @Sendable () -> Void

    /// The supervisor at the standard input; `nil` if that is no socket.
    ///
    /// When the supervisor has ended, the process ends as by SIGTERM, at the next heartbeat at the latest. The kernel's signal for that
    /// (PR_SET_PDEATHSIG) is of a thread, and a thread of Swift's pool does not live as long as the process.
    package convenience init?() {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        self.init(STDIN_FILENO) { kill(getpid(), SIGTERM) }
    }

    /// - Parameters:
    ///   - number: of the socket, which is closed with the value.
    ///   - supervisorHasGone: is called, maybe again and again, when the other end is closed.
    init?(_ number: Int32, supervisorHasGone: @escaping @Sendable () -> Void) {
        guard let socket = Descriptor(number) else { return nil }
        self.socket = socket
        self.supervisorHasGone = supervisorHasGone
    }

    func tell(_ message: CouncilMessage) {
        var byte = message.rawValue
        // One that has a full socket hangs, and is missed by whoever looks after it; nobody here waits for it.
        let sent = send(socket.number, &byte, 1, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        if sent < 0, errno == EPIPE || errno == ECONNRESET { supervisorHasGone() }
    }

    /// Waits until the supervisor grants a turn.
    ///
    /// - Parameter goesOn: is called a few times a second; what it returns is whether to wait on. Who does not must not ask again: a turn may be on its way.
    /// - Returns: whether there is a turn.
    func takeTurn(whileWaiting goesOn: () -> Bool) -> Bool {
        tell(.ask)
        while goesOn() {
            var waited = [pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)]
            guard poll(&waited, 1, 250) > 0 else { continue }
            var byte: UInt8 = 0
            let count = read(socket.number, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else {
                supervisorHasGone()
                return false
            }
            if byte == SupervisorMessage.grant.rawValue { return true }
        }
        tell(.giveBack)
        return false
    }
}
