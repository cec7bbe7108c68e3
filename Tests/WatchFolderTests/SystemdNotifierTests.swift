// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport
import Testing

@testable import WatchFolder

struct SystemdNotifierTests {
    /// A socket that stands in for systemd's, and what came to it.
    private final class Socket {
        let descriptor: Int32

        init(path: String) {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            var bytes = Array(path.utf8)
            if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
            let length = socklen_t(2 + bytes.count)
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = bind(descriptor, $0, length) }
            }
        }

        deinit { close(descriptor) }

        func next() -> String? {
            var buffer = [UInt8](repeating: 0, count: 256)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    private func notifier(_ path: String, _ more: [String: String] = [:]) -> SystemdNotifier {
        SystemdNotifier { more[$0] ?? ($0 == "NOTIFY_SOCKET" ? path : nil) }
    }

    @Test(arguments: [true, false])
    func `systemd is told by a datagram`(isAbstract: Bool) throws {
        let folder = try TemporaryFolder()
        let path = isAbstract ? "@cleardays-test-\(getpid())" : folder.path + "/notify"
        let socket = Socket(path: path)
        let notifier = notifier(path)
        for state in [
            SystemdNotifier.State.ready, .alive, .status("two papers"), .stopping, .needsTime(.milliseconds(1500)),
        ] { notifier.tell(state) }
        let told = (0..<6).map { _ in socket.next() }
        #expect(
            told == ["READY=1", "WATCHDOG=1", "STATUS=two papers", "STOPPING=1", "EXTEND_TIMEOUT_USEC=1500000", nil]
        )
    }

    @Test func `nothing is told where nobody asks`() throws {
        let folder = try TemporaryFolder()
        let socket = Socket(path: folder.path + "/notify")
        SystemdNotifier { _ in nil }.tell(.ready)
        notifier("").tell(.ready)
        #expect(socket.next() == nil)
    }

    @Test func `where nobody listens yet, what is told later comes`() throws {
        let folder = try TemporaryFolder()
        let notifier = notifier(folder.path + "/notify")
        notifier.tell(.ready)
        let socket = Socket(path: folder.path + "/notify")
        #expect(socket.next() == nil)
        notifier.tell(.alive)
        #expect(socket.next() == "WATCHDOG=1")
    }

    /// The address of a socket holds 108 bytes of path (unix(7)).
    @Test func `a path too long for a socket is not cut short`() throws {
        let folder = try TemporaryFolder()
        let room = 107 - folder.path.utf8.count
        try #require(room > 2)
        let path = folder.path + "/" + String(repeating: "n", count: room - 1)
        let socket = Socket(path: path)
        notifier(path + "n").tell(.ready)
        #expect(socket.next() == nil)
        notifier(path).tell(.ready)
        #expect(socket.next() == "READY=1")
    }

    @Test func `the watchdog is for the process that it names`() {
        let own = notifier("/x", ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": String(getpid())])
        #expect(own.watchdogInterval == .seconds(30))
        let other = notifier("/x", ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"])
        #expect(other.watchdogInterval == nil)
        let none = notifier("/x")
        #expect(none.watchdogInterval == nil)
    }
}
