// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A connection to a server on this machine, over which a test sends what it likes.
final class Connection {
    private let socket: Int32

    /// - Parameter receiveBuffer: the bytes that the system takes in before somebody reads them; as many as it likes for zero.
    init(port: Int, receiveBuffer: Int32 = 0) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var size = receiveBuffer
        if size > 0 { setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size)) }
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(socket) }

    func send(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Reads until the text holds something, the server closes, or nothing comes for five seconds.
    func read(until mark: String? = nil) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count <= 0 { break }
            bytes += buffer[..<count]
            if let mark, String(decoding: bytes, as: UTF8.self).contains(mark) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The answer to a request with these fields besides Host and Connection.
    static func answer(
        _ port: Int,
        _ target: String,
        method: String = "GET",
        host: String? = nil,
        _ fields: String...
    ) throws -> String {
        let connection = try Connection(port: port)
        let lines =
            ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"] + fields
        connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        return connection.read()
    }
}

extension String {
    /// The status of an HTTP answer; zero for none.
    var status: Int { Int(split(separator: " ", maxSplits: 2).dropFirst().first ?? "") ?? 0 }
    /// What follows the head of an HTTP answer.
    var content: String { firstRange(of: "\r\n\r\n").map { String(self[$0.upperBound...]) } ?? "" }
}
