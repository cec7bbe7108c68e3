// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Tells systemd how the service is, by the protocol of sd_notify(3): datagrams to the socket that `NOTIFY_SOCKET` names.
///
/// Does nothing if the program was not started by systemd.
struct SystemdNotifier {
    /// A message of the protocol (sd_notify).
    enum State: Hashable {
        case ready
        case reloading
        case stopping
        case alive
        /// The start, the end or the reload takes so long from now on, whatever the unit's limit.
        case needsTime(Duration)
        /// A line that `systemctl status` shows.
        case status(String)
    }

    private let socketPath: String?
    /// The interval of the watchdog, or `nil` if there is none.
    let watchdogInterval: Duration?

    init(environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }) {
        socketPath = environment("NOTIFY_SOCKET").flatMap { $0.isEmpty ? nil : $0 }
        let isForUs = environment("WATCHDOG_PID").map { $0 == String(getpid()) } ?? true
        watchdogInterval = isForUs ? environment("WATCHDOG_USEC").flatMap(Int.init).map { .microseconds($0) } : nil
    }

    func tell(_ state: State) {
        switch state {
        case .ready: send("READY=1")
        case .reloading: send("RELOADING=1\nMONOTONIC_USEC=\(Self.monotonicMicroseconds)")
        case .stopping: send("STOPPING=1")
        case .alive: send("WATCHDOG=1")
        case .needsTime(let duration): send("EXTEND_TIMEOUT_USEC=\(Int(duration.inMilliseconds * 1000))")
        case .status(let words): send("STATUS=\(words)")
        }
    }

    private static var monotonicMicroseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }

    private func send(_ message: String) {
        guard let socketPath else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(socketPath.utf8)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        // An abstract socket: its name begins with a zero byte (unix(7)).
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        guard
            let socket = Descriptor(
                Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            )
        else { return }
        let length = socklen_t(MemoryLayout.offset(of: \sockaddr_un.sun_path).map { $0 + path.count } ?? 0)
        var text = message
        text.withUTF8 { bytes in
            withUnsafePointer(to: &address) { address in
                address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    _ = sendto(socket.number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL), address, length)
                }
            }
        }
    }
}
