// SPDX-License-Identifier: Apache-2.0

import CRabbitMQ
import Glibc

/// A connection to one node of the broker, with one channel, on which publishing is confirmed.
///
/// It stays on one thread, and nothing of it waits for long: whoever owns it waits for ``descriptor`` and takes events as they come.
final class BrokerConnection {
    /// How often each end says that it is there, in seconds. librabbitmq does so while events are taken, which is every second at least.
    static let heartbeat: Int32 = 20
    private static let channel: amqp_channel_t = 1

    /// A message that was given out.
    struct Delivery: Sendable {
        /// By which it is acknowledged, on this connection alone.
        var tag: UInt64
        /// The queue that it is from.
        var queue: String
        var body: [UInt8]
        /// How often it was given out before, and came back without an answer.
        var formerDeliveries: Int
    }

    enum Event: Sendable {
        case delivery(Delivery)
        /// The broker has a message that was published, safely; with `upTo`, all before it too.
        case confirmed(UInt64, upTo: Bool)
        /// The broker does not take it.
        case refused(UInt64, upTo: Bool)
    }

    private let state: OpaquePointer
    private var published: UInt64 = 0

    /// Connects, logs in, and opens the channel.
    ///
    /// - Throws: a ``BrokerError`` with the reason, after half a minute at most.
    init(to address: BrokerAddress, with access: BrokerAccess) throws(BrokerError) {
        guard let state = amqp_new_connection() else {
            throw BrokerError(operation: "\(address)", reason: "there is no memory for a connection")
        }
        self.state = state
        let socket: OpaquePointer?
        if address.isEncrypted {
            socket = amqp_ssl_socket_new(state)
            if let socket {
                amqp_ssl_socket_set_verify_peer(socket, 1)
                amqp_ssl_socket_set_verify_hostname(socket, 1)
                try Self.check(
                    amqp_ssl_socket_set_cacert(socket, access.authorities),
                    "the certificates in \(access.authorities)"
                )
                try Self.check(amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST), "\(address)")
            }
        } else {
            socket = amqp_tcp_socket_new(state)
        }
        guard let socket else {
            throw BrokerError(operation: "\(address)", reason: "there is no memory for a socket")
        }
        var wait = timeval(tv_sec: 10, tv_usec: 0)
        try Self.check(amqp_set_handshake_timeout(state, &wait), "\(address)")
        try Self.check(amqp_socket_open_noblock(socket, address.host, Int32(address.port), &wait), "\(address)")
        try Self.check(
            cleardays_amqp_login(state, address.virtualHost, Self.heartbeat, address.user, access.password),
            "\(address) as \(address.user)"
        )
        var longest = timeval(tv_sec: 30, tv_usec: 0)
        try Self.check(amqp_set_rpc_timeout(state, &longest), "\(address)")
        amqp_channel_open(state, Self.channel)
        try check("opening a channel")
        amqp_confirm_select(state, Self.channel)
        try check("asking for confirmations")
    }

    deinit { amqp_destroy_connection(state) }

    /// Says goodbye, so that what was not acknowledged is given out again at once.
    func close() { _ = amqp_connection_close(state, 200) }

    /// To be waited for with `poll`, when ``next()`` has nothing more.
    var descriptor: Int32 { amqp_get_sockfd(state) }

    /// Makes a queue, or sees that it is as it should be.
    func declare(_ queue: QueueDeclaration) throws(BrokerError) {
        let arguments = FieldTable(queue.arguments)
        queue.name.withBytes { name in
            _ = amqp_queue_declare(state, Self.channel, name, 0, 1, 0, 0, arguments.table)
        }
        _ = consume arguments
        try check("declaring the queue \(queue.name)")
    }

    /// Has messages of a queue given out, so many that are not acknowledged at once.
    func consume(_ queue: String, prefetch: Int) throws(BrokerError) {
        amqp_basic_qos(state, Self.channel, 0, UInt16(clamping: prefetch), 0)
        try check("limiting what is given out")
        queue.withBytes { name in
            // By the name of the queue, so that a delivery says where it is from.
            _ = amqp_basic_consume(state, Self.channel, name, name, 0, 0, 0, amqp_empty_table)
        }
        try check("taking from the queue \(queue)")
    }

    /// Publishes a message that outlives a restart of the broker.
    ///
    /// - Parameter isMandatory: whether it is a fault if the queue is not there; a message is dropped otherwise.
    /// - Returns: its number, by which it is confirmed.
    func publish(_ body: [UInt8], to queue: String, isMandatory: Bool) throws(BrokerError) -> UInt64 {
        var properties = amqp_basic_properties_t()
        properties._flags = UInt32(AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG)
        properties.delivery_mode = 2
        let status = "application/json".withBytes { type in
            properties.content_type = type
            return queue.withBytes { queue in
                body.withUnsafeBytes { body in
                    amqp_basic_publish(
                        state,
                        Self.channel,
                        amqp_empty_bytes,
                        queue,
                        isMandatory ? 1 : 0,
                        0,
                        &properties,
                        amqp_bytes_t(len: body.count, bytes: UnsafeMutableRawPointer(mutating: body.baseAddress))
                    )
                }
            }
        }
        try Self.check(status, "publishing to \(queue)")
        published += 1
        return published
    }

    /// Tells the broker that a message is done with.
    func acknowledge(_ tag: UInt64) throws(BrokerError) {
        try Self.check(amqp_basic_ack(state, Self.channel, tag, 0), "acknowledging")
    }

    /// The next event that is there, or `nil`. Heartbeats are sent meanwhile.
    func next() throws(BrokerError) -> Event? {
        while true {
            amqp_maybe_release_buffers(state)
            var frame = amqp_frame_t()
            var none = timeval(tv_sec: 0, tv_usec: 0)
            let status = amqp_simple_wait_frame_noblock(state, &frame, &none)
            if status == AMQP_STATUS_TIMEOUT.rawValue { return nil }
            try Self.check(status, "waiting for the broker")
            guard frame.frame_type == UInt8(AMQP_FRAME_METHOD) else { continue }
            if let event = try event(of: frame.payload.method) { return event }
        }
    }

    private func event(of method: amqp_method_t) throws(BrokerError) -> Event? {
        switch method.id {
        case cleardays_amqp_deliver:
            let deliver = method.decoded.assumingMemoryBound(to: amqp_basic_deliver_t.self).pointee
            return .delivery(try delivery(deliver))
        case cleardays_amqp_ack:
            let ack = method.decoded.assumingMemoryBound(to: amqp_basic_ack_t.self).pointee
            return .confirmed(ack.delivery_tag, upTo: ack.multiple != 0)
        case cleardays_amqp_nack:
            let nack = method.decoded.assumingMemoryBound(to: amqp_basic_nack_t.self).pointee
            return .refused(nack.delivery_tag, upTo: nack.multiple != 0)
        case cleardays_amqp_return:
            let returned = method.decoded.assumingMemoryBound(to: amqp_basic_return_t.self).pointee
            throw BrokerError(
                operation: "publishing to \(returned.routing_key.text)",
                reason: "the message came back: \(returned.reply_text.text)"
            )
        case cleardays_amqp_cancel:
            let cancel = method.decoded.assumingMemoryBound(to: amqp_basic_cancel_t.self).pointee
            throw BrokerError(operation: "taking from \(cancel.consumer_tag.text)", reason: "the queue has gone")
        case cleardays_amqp_channel_close:
            let close = method.decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee
            throw BrokerError(operation: "the channel was closed", reason: close.reply_text.text)
        case cleardays_amqp_connection_close:
            let close = method.decoded.assumingMemoryBound(to: amqp_connection_close_t.self).pointee
            throw BrokerError(operation: "the connection was closed", reason: close.reply_text.text)
        default: return nil
        }
    }

    private func delivery(_ deliver: amqp_basic_deliver_t) throws(BrokerError) -> Delivery {
        // Its memory may be used again for what is read next.
        let queue = deliver.consumer_tag.text
        var message = amqp_message_t()
        try Self.check(amqp_read_message(state, Self.channel, &message, 0), "reading a message")
        defer { amqp_destroy_message(&message) }
        let hasHeaders = message.properties._flags & UInt32(AMQP_BASIC_HEADERS_FLAG) != 0
        return Delivery(
            tag: deliver.delivery_tag,
            queue: queue,
            body: message.body.array,
            formerDeliveries: hasHeaders ? message.properties.headers.number("x-delivery-count") ?? 0 : 0
        )
    }

    /// Waits until there may be an event, or one of some descriptors can be read.
    func wait(milliseconds: Int32, or others: [Int32] = []) {
        if amqp_frames_enqueued(state) != 0 || amqp_data_in_buffer(state) != 0 { return }
        var waited = ([descriptor] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&waited, nfds_t(waited.count), milliseconds)
    }

    private func check(_ operation: String) throws(BrokerError) {
        try Self.check(amqp_get_rpc_reply(state), operation)
        amqp_maybe_release_buffers(state)
    }

    private static func check(_ status: Int32, _ operation: String) throws(BrokerError) {
        if status == AMQP_STATUS_OK.rawValue { return }
        let isStranger = [AMQP_STATUS_SSL_PEER_VERIFY_FAILED, AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED]
            .contains { $0.rawValue == status }
        throw BrokerError(operation: operation, reason: words(of: status), isLasting: isStranger)
    }

    private static func check(_ reply: amqp_rpc_reply_t, _ operation: String) throws(BrokerError) {
        switch reply.reply_type {
        case AMQP_RESPONSE_NORMAL: return
        case AMQP_RESPONSE_LIBRARY_EXCEPTION:
            throw BrokerError(operation: operation, reason: words(of: reply.library_error))
        case AMQP_RESPONSE_SERVER_EXCEPTION:
            let words = words(of: reply.reply)
            throw BrokerError(operation: operation, reason: words, isLasting: words.hasPrefix("ACCESS_REFUSED"))
        default: throw BrokerError(operation: operation, reason: "the broker gave no answer")
        }
    }

    private static func words(of status: Int32) -> String { String(cString: amqp_error_string2(status)) }

    /// The broker's own words, with which it closes a channel or a connection.
    private static func words(of method: amqp_method_t) -> String {
        guard let decoded = method.decoded else { return "the broker refused" }
        switch method.id {
        case cleardays_amqp_channel_close:
            return decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee.reply_text.text
        case cleardays_amqp_connection_close:
            return decoded.assumingMemoryBound(to: amqp_connection_close_t.self).pointee.reply_text.text
        default: return "the broker refused"
        }
    }
}

extension String {
    /// Calls a function with the text as AMQP has it.
    fileprivate func withBytes<Value>(_ body: (amqp_bytes_t) -> Value) -> Value {
        var text = self
        return text.withUTF8 { text in
            body(amqp_bytes_t(len: text.count, bytes: UnsafeMutableRawPointer(mutating: text.baseAddress)))
        }
    }
}
