// SPDX-License-Identifier: Apache-2.0

import Glibc
import Publishing

/// Puts jobs on queues, and takes the reports on them. It connects to another broker when one is lost, and sends again what was not confirmed.
struct JobSender {
    /// For how long no broker may answer, or take what it is sent.
    private static let patience = Duration.seconds(120)
    /// How many jobs are sent before their confirmations are waited for.
    private static let window = 500

    private var pool: BrokerPool
    private var connection: BrokerConnection?
    /// The submission whose reports are taken, or `nil` for none.
    private let reply: String?

    /// - Throws: a ``PublicationError`` if no broker answers.
    init(_ access: BrokerAccess, reply: String?) throws(PublicationError) {
        pool = BrokerPool(access)
        self.reply = reply
        _ = try connected()
    }

    /// Sends jobs; the broker has all of them safely when this returns.
    ///
    /// - Throws: a ``PublicationError`` if no broker takes them.
    mutating func send(_ jobs: [RenderJob], to queue: JobQueue) throws(PublicationError) {
        var rest = jobs[...]
        var last = ContinuousClock.now + Self.patience
        while !rest.isEmpty {
            let window = rest.prefix(Self.window)
            let connection = try connected()
            do throws(BrokerError) {
                try Self.send(window, to: queue, by: connection)
                rest = rest.dropFirst(window.count)
                last = .now + Self.patience
            } catch {
                // Some may be on the queue: then their papers are made twice, and are the same.
                try lose(error, until: last)
            }
        }
    }

    private static func send(
        _ jobs: ArraySlice<RenderJob>,
        to queue: JobQueue,
        by connection: BrokerConnection
    ) throws(BrokerError) {
        var unconfirmed = UnconfirmedMessages<Void>()
        for job in jobs {
            unconfirmed.add(try connection.publish(StableJSON.write(job), to: queue.name, isMandatory: true), ())
        }
        let last = ContinuousClock.now + .seconds(60)
        while unconfirmed.count > 0 {
            switch try connection.next() {
            case .confirmed(let number, let upTo): _ = unconfirmed.take(number, upTo: upTo)
            case .refused, .delivery:
                throw BrokerError(
                    operation: "publishing to \(queue.name)",
                    reason: "the broker does not take a job now"
                )
            case nil where .now > last:
                throw BrokerError(operation: "publishing to \(queue.name)", reason: "the broker confirms nothing")
            case nil: connection.wait(milliseconds: 1000)
            }
        }
    }

    /// Waits for reports, a second at most.
    ///
    /// - Throws: a ``PublicationError`` if no broker answers any more.
    mutating func reports() throws(PublicationError) -> [JobReport] {
        guard let reply else { return [] }
        let connection = try connected()
        var reports: [JobReport] = []
        do throws(BrokerError) {
            if !isListening {
                try connection.consume(JobQueue.replyName(of: reply), prefetch: 200)
                isListening = true
            }
            connection.wait(milliseconds: 1000)
            while let event = try connection.next() {
                guard case .delivery(let delivery) = event else { continue }
                if let report: JobReport = StableJSON.read(delivery.body) { reports.append(report) }
                try connection.acknowledge(delivery.tag)
            }
            failing = nil
        } catch {
            let last = failing ?? .now + Self.patience
            failing = last
            try lose(error, until: last)
        }
        return reports
    }

    /// Until when reports may fail to come, once they do.
    private var failing: ContinuousClock.Instant?

    /// Gives up a connection, and waits before there is another.
    ///
    /// - Throws: a ``PublicationError`` with the reason if it would be so again, or has been so for too long.
    private mutating func lose(_ error: BrokerError, until last: ContinuousClock.Instant) throws(PublicationError) {
        connection = nil
        if error.isLasting || .now > last { throw Self.failure(error) }
        usleep(500_000)
    }

    /// Whether reports are given out on this connection.
    private var isListening = false

    private mutating func connected() throws(PublicationError) -> BrokerConnection {
        if let connection { return connection }
        isListening = false
        let last = ContinuousClock.now + Self.patience
        while true {
            switch pool.connect() {
            case .success(let connection):
                do throws(BrokerError) {
                    if let reply { try connection.declare(.reply(of: reply)) }
                    self.connection = connection
                    return connection
                } catch {
                    if .now > last { throw Self.failure(error) }
                    usleep(500_000)
                }
            case .failure(let failure):
                if .now > last || failure.error.isLasting { throw Self.failure(failure.error) }
                usleep(UInt32(min(failure.wait, .seconds(5)) / .microseconds(1)))
            }
        }
    }

    private static func failure(_ error: BrokerError) -> PublicationError {
        PublicationError(.inputOutput, "no broker can be used: \(error)")
    }
}
