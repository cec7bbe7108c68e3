// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization
import Testing

@testable import WatchFolder

/// Turns, as the process of a council asks for them.
struct TurnsTests {
    /// The two ends of a socket: that of the supervisor, and that of a council.
    private static func sockets(
        supervisorHasGone: @escaping @Sendable () -> Void = {}
    ) throws -> (supervisor: Int32, council: SupervisorLink) {
        var numbers: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &numbers) == 0)
        return (numbers[0], try #require(SupervisorLink(numbers[1], supervisorHasGone: supervisorHasGone)))
    }

    private static func said(to number: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = recv(number, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    @Test func `a council alone may always make papers`() {
        let turns = Turns(of: nil) { false }
        #expect(turns.take())
        turns.giveBack()
        #expect(turns.take())
    }

    @Test func `a turn is asked for, kept until it is given back, and given back once`() throws {
        let (number, link) = try Self.sockets()
        defer { close(number) }
        let turns = Turns(of: link) { true }
        var grant = SupervisorMessage.grant.rawValue
        #expect(write(number, &grant, 1) == 1)
        #expect(turns.take())
        #expect(turns.take())
        #expect(Self.said(to: number) == "a")
        turns.giveBack()
        turns.giveBack()
        #expect(Self.said(to: number) == "b")
    }

    @Test func `who is to stop waits no longer, and neither does who has lost the supervisor`() throws {
        let losses = Mutex(0)
        let (number, link) = try Self.sockets { losses.withLock { $0 += 1 } }
        let stopping = Turns(of: link) { false }
        #expect(!stopping.take())
        #expect(Self.said(to: number) == "ab")
        #expect(losses.withLock { $0 } == 0)
        close(number)
        #expect(!Turns(of: link) { true }.take())
        #expect(losses.withLock { $0 } > 0)
        link.tell(.well)
        #expect(losses.withLock { $0 } > 1)
    }
}
