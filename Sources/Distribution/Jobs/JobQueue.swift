// SPDX-License-Identifier: Apache-2.0

/// One of the queues that jobs wait in. Quorum queues have no priorities in RabbitMQ 3.10: what is due soon and what may wait are queues of their own.
package struct JobQueue: Sendable, Hashable {
    /// Which of the queues comes first.
    package enum Urgency: String, Sendable, Hashable, CaseIterable {
        /// For papers that are to be public soon.
        case due
        /// For whole rounds that may take their time.
        case batch
    }

    var urgency: Urgency
    /// Whether its jobs need the store for what is not for publication.
    var isRestricted: Bool

    init(urgency: Urgency, isRestricted: Bool) {
        self.urgency = urgency
        self.isRestricted = isRestricted
    }

    var name: String { "cleardays.\(urgency.rawValue)\(isRestricted ? ".restricted" : "")" }

    /// The queue of this name.
    init?(named name: String) {
        let found = Self.all.first { $0.name == name }
        guard let found else { return nil }
        self = found
    }

    static let all = Urgency.allCases.flatMap { urgency in
        [false, true].map { JobQueue(urgency: urgency, isRestricted: $0) }
    }

    /// The queue in which a job waits so many seconds before it comes back to this one.
    func retryName(after seconds: Int) -> String { "\(name).retry.\(seconds)s" }

    /// The queue for jobs that nobody will do.
    static let deadName = "cleardays.dead"

    /// The queue that reports on a submission go to.
    static func replyName(of batch: String) -> String { "cleardays.reply.\(batch)" }
}

/// A queue as it is declared: all are quorum queues, which outlive the loss of a node.
struct QueueDeclaration: Sendable, Hashable {
    enum Argument: Sendable, Hashable {
        case text(String)
        case number(Int)
    }

    var name: String
    var arguments: [String: Argument] = ["x-queue-type": .text("quorum")]

    /// Every queue that jobs go through.
    static let all: [QueueDeclaration] =
        JobQueue.all.flatMap { queue in
            [QueueDeclaration(name: queue.name)] + RetrySchedule.waits.map { retry(of: queue, after: $0) }
        } + [QueueDeclaration(name: JobQueue.deadName)]

    /// Messages that have waited go back by themselves. Only "at least once" moves them so that none is lost when a node ends meanwhile, and that needs
    /// a queue that refuses rather than drops.
    private static func retry(of queue: JobQueue, after seconds: Int) -> QueueDeclaration {
        var declaration = QueueDeclaration(name: queue.retryName(after: seconds))
        declaration.arguments["x-message-ttl"] = .number(seconds * 1000)
        declaration.arguments["x-dead-letter-exchange"] = .text("")
        declaration.arguments["x-dead-letter-routing-key"] = .text(queue.name)
        declaration.arguments["x-dead-letter-strategy"] = .text("at-least-once")
        declaration.arguments["x-overflow"] = .text("reject-publish")
        return declaration
    }

    /// The queue of reports on a submission, which is removed when nobody has listened for an hour.
    static func reply(of batch: String) -> QueueDeclaration {
        var declaration = QueueDeclaration(name: JobQueue.replyName(of: batch))
        declaration.arguments["x-expires"] = .number(3_600_000)
        return declaration
    }
}
