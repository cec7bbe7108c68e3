// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// Messages between a supervisor and a worker over a stream socket: each a JSON text, with bytes behind it that may be none.
///
/// The lengths of both go before them, 8 bytes each, lower bytes first. Both ends are one version of one program. A supervisor ignores
/// `SIGPIPE`, so that writing to a worker that has gone fails and does no more.
final class MessageChannel {
    /// Why there is no message.
    enum Failure: Error, Hashable {
        /// The other end has gone.
        case closed
        /// What came is no message.
        case garbled
    }

    /// The longest JSON text, and the most bytes behind one.
    private static let largestText = 256 << 20
    static let mostBytes = 1 << 30

    private let socket: Descriptor

    init(_ socket: consuming Descriptor) { self.socket = socket }

    /// Has this end wait for nothing by itself: it is the supervisor's.
    func stopBlocking() { _ = fcntl(socket.number, F_SETFL, fcntl(socket.number, F_GETFL) | O_NONBLOCK) }

    /// Sends a message.
    ///
    /// - Parameter wait: is called several times a second while the other end takes nothing, if this end does not block.
    func send(
        _ message: some Encodable,
        bytes: [UInt8] = [],
        whileWaiting wait: () throws -> Void
    ) throws {
        guard let text = try? JSONEncoder().encode(message) else { throw Failure.garbled }
        var frame: [UInt8] = []
        frame.reserveCapacity(16 + text.count)
        for count in [text.count, bytes.count] { withUnsafeBytes(of: UInt64(count).littleEndian) { frame += $0 } }
        frame += text
        try send(frame, wait)
        if !bytes.isEmpty { try send(bytes, wait) }
    }

    /// Sends a message from an end that blocks.
    func send(_ message: some Encodable, bytes: [UInt8] = []) throws(Failure) {
        do {
            try send(message, bytes: bytes, whileWaiting: {})
        } catch {
            throw error as? Failure ?? .closed
        }
    }

    /// Waits for a message.
    ///
    /// - Parameters:
    ///   - mostBytes: how many bytes may follow the text.
    ///   - wait: is called several times a second while nothing comes, if this end does not block.
    func receive<Message: Decodable>(
        _ type: Message.Type,
        mostBytes: Int = mostBytes,
        whileWaiting wait: () throws -> Void
    ) throws -> (message: Message, bytes: [UInt8]) {
        let head = try receive(16, wait)
        let counts = head.withUnsafeBytes { head in
            [0, 8].map { UInt64(littleEndian: head.loadUnaligned(fromByteOffset: $0, as: UInt64.self)) }
        }
        guard counts[0] <= Self.largestText, counts[1] <= mostBytes else { throw Failure.garbled }
        let text = try receive(Int(counts[0]), wait)
        let bytes = try receive(Int(counts[1]), wait)
        guard let message = try? JSONDecoder().decode(type, from: Data(text)) else { throw Failure.garbled }
        return (message, bytes)
    }

    /// Waits for a message at an end that blocks.
    func receive<Message: Decodable>(_ type: Message.Type) throws(Failure) -> (message: Message, bytes: [UInt8]) {
        do {
            return try receive(type, whileWaiting: {})
        } catch {
            throw error as? Failure ?? .closed
        }
    }

    private func send(_ bytes: [UInt8], _ wait: () throws -> Void) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(socket.number, $0.baseAddress, $0.count) }
            if count > 0 {
                sent += count
            } else if count < 0, errno == EAGAIN {
                if !isReady(POLLOUT) { try wait() }
            } else if count == 0 || errno != EINTR {
                throw Failure.closed
            }
        }
    }

    /// Takes bytes as they come: room for what was only announced is not made.
    private func receive(_ count: Int, _ wait: () throws -> Void) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(count, 1 << 20))
        while bytes.count < count {
            let got = read(socket.number, &buffer, min(buffer.count, count - bytes.count))
            if got > 0 {
                bytes += buffer[..<got]
            } else if got < 0, errno == EAGAIN {
                if !isReady(POLLIN) { try wait() }
            } else if got == 0 || errno != EINTR {
                throw Failure.closed
            }
        }
        return bytes
    }

    /// Whether something can be received, or the other end has gone.
    ///
    /// - Parameter milliseconds: for how long to wait for that, or `nil` for as long as it takes.
    func holdsMessage(waiting milliseconds: Int32?) -> Bool {
        var waited = [pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)]
        return poll(&waited, 1, milliseconds ?? -1) > 0
    }

    /// Lets the other end find that nothing more comes; it may still be heard.
    func stopSending() { _ = shutdown(socket.number, Int32(SHUT_WR)) }

    private func isReady(_ events: Int32) -> Bool {
        var waited = [pollfd(fd: socket.number, events: Int16(events), revents: 0)]
        return poll(&waited, 1, 100) > 0
    }
}
