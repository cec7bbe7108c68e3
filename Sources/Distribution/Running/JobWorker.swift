// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Logging
import Parallelism
package import Publishing
package import WatchFolder

/// Takes jobs from the broker and makes papers of them, until it is told to stop.
///
/// A message is acknowledged when what it asked for is durable, or another message is that says why not: a worker that ends at any moment loses
/// nothing. Jobs that were given out are given out again by then, and what was made twice is the same twice.
///
/// - Parameter wake: tells it to stop.
/// - Throws: a ``PublicationError`` if it cannot begin.
package func takeJobs(
    _ configuration: WorkerConfiguration,
    with program: ProgramFiles,
    wake: Wake,
    log: Logger
) throws(PublicationError) {
    try tryProcess(configuration, with: program, log: log) { wake.isStopping }
    guard let board = JobBoard(wake: wake) else {
        throw PublicationError(.fault, "the system has no descriptor left")
    }
    let cache = try SnapshotCache(in: configuration.cacheFolder)
    let fingerprint = ProgramVersion.fingerprint()
    var threads: [JobThread] = []
    for _ in 0..<configuration.jobs {
        let thread = JobThread {
            JobRunner(
                configuration,
                program: program,
                fingerprint: fingerprint,
                cache: cache,
                log: log,
                isStopping: { board.isAbandoned }
            ).run(board)
        }
        if let thread { threads.append(thread) }
    }
    guard !threads.isEmpty else { throw PublicationError(.fault, "the system has no thread left") }
    log.info(
        "takes jobs",
        metadata: [
            "program": "\(fingerprint)", "jobs": "\(threads.count)",
            "queues": "\(configuration.queues.map(\.name).joined(separator: " "))",
        ]
    )
    JobWorker(configuration, board: board, wake: wake, log: log).run()
    board.close(threads: threads.count)
    for thread in threads { thread.join() }
}

/// Starts a process that could make papers, and ends it: a machine that cannot is to take no job from one that can.
private func tryProcess(
    _ configuration: WorkerConfiguration,
    with program: ProgramFiles,
    log: Logger,
    isStopping: @escaping () -> Bool
) throws(PublicationError) {
    do throws(PublishingProcess.Failure) {
        let process = try PublishingProcess(
            PublicationRequest(workspace: program.starter),
            with: program,
            limits: configuration.limits,
            isConfined: configuration.isConfined,
            isStopping: isStopping
        )
        for warning in process.warnings { log.warning("\(warning)") }
    } catch {
        switch error {
        case .stopped, .problems: return
        case .refused(let error): throw error
        case .breach(let words), .ended(let words):
            throw PublicationError(.fault, "the process that is to make papers cannot be started: \(words)")
        }
    }
}

/// The thread that has the broker.
private final class JobWorker {
    private let configuration: WorkerConfiguration
    private let board: JobBoard
    private let wake: Wake
    private let log: Logger
    private var pool: BrokerPool
    private var acknowledgements = HeldAcknowledgements()
    /// Until when papers that are being made may hold up the end, once the worker is to stop.
    private var stopDeadline: ContinuousClock.Instant?
    /// Counts connections, so that a tag of one is not used on another.
    private var connections = 0

    init(_ configuration: WorkerConfiguration, board: JobBoard, wake: Wake, log: Logger) {
        self.configuration = configuration
        self.board = board
        self.wake = wake
        self.log = log
        pool = BrokerPool(configuration.broker)
    }

    func run() {
        while !wake.isStopping {
            switch pool.connect() {
            case .success(let connection):
                connections += 1
                do throws(BrokerError) {
                    try serve(connection)
                } catch {
                    log.warning("the broker is lost: \(error)")
                }
                board.clear()
                // A broker that takes a connection and then refuses is not asked again at once.
                sleep(.seconds(1))
            case .failure(let failure):
                log.warning("no broker: \(failure.error)")
                sleep(failure.wait)
            }
        }
        finishUnderWay()
    }

    /// Takes jobs and answers for them, until the connection ends or the worker is to stop.
    private func serve(_ connection: BrokerConnection) throws(BrokerError) {
        for queue in configuration.queues { try connection.consume(queue.name, prefetch: configuration.prefetch) }
        log.info("connected to a broker")
        acknowledgements = HeldAcknowledgements()
        var unconfirmed = UnconfirmedMessages<Sequel>()
        while true {
            while let event = try connection.next() {
                switch event {
                case .delivery(let delivery): try take(delivery, connection, &unconfirmed)
                case .confirmed(let number, let upTo):
                    for sequel in unconfirmed.take(number, upTo: upTo) {
                        try follow(sequel, connection, &unconfirmed)
                    }
                case .refused:
                    throw BrokerError(operation: "publishing", reason: "the broker does not take a message now")
                }
            }
            for (taken, failure) in board.takeDone() {
                try answer(taken, failure, connection, &unconfirmed)
            }
            let held = wake.isStopping ? [] : board.waitingQueues
            for tag in acknowledgements.take(holding: held) { try connection.acknowledge(tag) }
            if wake.isStopping {
                // What waits goes to other workers when the connection ends; what is being made is finished.
                if stopDeadline == nil { board.clear() }
                let last = beginStop()
                if board.isIdle && unconfirmed.count == 0 && acknowledgements.isEmpty || .now > last {
                    connection.close()
                    return
                }
            }
            let isStopping = stopDeadline != nil
            connection.wait(milliseconds: isStopping ? 100 : 1000, or: isStopping ? [] : [wake.descriptor])
            _ = wake.takeRestart()
        }
    }

    /// Takes a job that was given out, or gives it up at once.
    private func take(
        _ delivery: BrokerConnection.Delivery,
        _ connection: BrokerConnection,
        _ unconfirmed: inout UnconfirmedMessages<Sequel>
    ) throws(BrokerError) {
        let queue = JobQueue(named: delivery.queue)
        let receipt = Receipt(tag: delivery.tag, queue: queue)
        let job: RenderJob
        do throws(JobFailure) {
            job = try RenderJob.read(delivery.body)
        } catch {
            try giveUp(error, nil, delivery.body, receipt, connection, &unconfirmed)
            return
        }
        if delivery.formerDeliveries >= RetrySchedule.mostDeliveries {
            let failure = JobFailure(
                .delivery,
                "the job was given out \(delivery.formerDeliveries) times, and whoever had it ended or lost the broker"
            )
            try giveUp(failure, job, delivery.body, receipt, connection, &unconfirmed)
        } else if let queue, !wake.isStopping {
            board.add(TakenJob(job: job, queue: queue, tag: delivery.tag, connection: connections))
        }
    }

    /// Says what became of a job, and acknowledges it when that is safe.
    private func answer(
        _ taken: TakenJob,
        _ failure: JobFailure?,
        _ connection: BrokerConnection,
        _ unconfirmed: inout UnconfirmedMessages<Sequel>
    ) throws(BrokerError) {
        // The broker has given the job out again: whoever has it now finds what was made, or makes it.
        if taken.connection != connections { return }
        let job = taken.job
        let receipt = Receipt(tag: taken.tag, queue: taken.queue)
        guard let failure else {
            guard let reply = job.reply else { return acknowledgements.add(receipt) }
            // Nobody may listen any more: then the message is dropped, and confirmed.
            let number = try connection.publish(
                StableJSON.write(JobReport(job, failure: nil)),
                to: reply,
                isMandatory: false
            )
            unconfirmed.add(number, .acknowledge(receipt))
            return
        }
        // A job that is ended since the worker stops has not failed.
        if wake.isStopping { return }
        guard failure.reason.isPassing, let wait = RetrySchedule.wait(afterFailures: job.failures + 1) else {
            return try giveUp(failure, job, [], receipt, connection, &unconfirmed)
        }
        log.warning(
            "a job failed and is tried again in \(wait) s: \(failure.words)",
            metadata: Self.metadata(of: job, failure)
        )
        var next = job
        next.failures += 1
        let number = try connection.publish(
            StableJSON.write(next),
            to: taken.queue.retryName(after: wait),
            isMandatory: true
        )
        unconfirmed.add(number, .acknowledge(receipt))
    }

    /// Puts a job where nobody takes it, with the reason, and tells whoever submitted it.
    private func giveUp(
        _ failure: JobFailure,
        _ job: RenderJob?,
        _ body: [UInt8],
        _ receipt: Receipt,
        _ connection: BrokerConnection,
        _ unconfirmed: inout UnconfirmedMessages<Sequel>
    ) throws(BrokerError) {
        log.error("a job is given up: \(failure.words)", metadata: Self.metadata(of: job, failure))
        let dead = DeadJob(
            failure: failure,
            worker: "\(hostName)/\(getpid())",
            time: time(nil),
            job: job,
            messageDigest: job == nil ? ObjectName.digest(of: body) : nil
        )
        let burial = Sequel.bury(StableJSON.write(dead), receipt)
        guard let job, let reply = job.reply else { return try follow(burial, connection, &unconfirmed) }
        let report = StableJSON.write(JobReport(job, failure: failure))
        unconfirmed.add(try connection.publish(report, to: reply, isMandatory: false), burial)
    }

    /// What follows when the broker has a message safely.
    private enum Sequel {
        /// The job of this message is done with.
        case acknowledge(Receipt)
        /// The job of this message is put where nobody takes it, with the reason.
        case bury([UInt8], Receipt)
    }

    private func follow(
        _ sequel: Sequel,
        _ connection: BrokerConnection,
        _ unconfirmed: inout UnconfirmedMessages<Sequel>
    ) throws(BrokerError) {
        switch sequel {
        case .acknowledge(let receipt): acknowledgements.add(receipt)
        case .bury(let message, let receipt):
            let number = try connection.publish(message, to: JobQueue.deadName, isMandatory: true)
            unconfirmed.add(number, .acknowledge(receipt))
        }
    }

    /// Waits for papers that are being made without a broker: what they make is kept.
    private func finishUnderWay() {
        let last = beginStop()
        while !board.isIdle, .now < last {
            _ = board.takeDone()
            usleep(50_000)
        }
        board.abandon()
    }

    /// Begins the time that the end may take, once.
    private func beginStop() -> ContinuousClock.Instant {
        let last = stopDeadline ?? .now + configuration.longestStop
        stopDeadline = last
        return last
    }

    /// Sleeps, but not longer than until the worker is to stop.
    private func sleep(_ duration: Duration) {
        let last = ContinuousClock.now + duration
        while !wake.isStopping, .now < last { usleep(50_000) }
    }

    private static func metadata(of job: RenderJob?, _ failure: JobFailure) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["reason": "\(failure.reason.rawValue)"]
        if let job {
            metadata["council"] = "\(job.council)"
            metadata["paper"] = "\(job.key.stem)"
        }
        return metadata
    }
}

/// The message that a job came in, by which it is acknowledged.
struct Receipt: Sendable, Hashable {
    var tag: UInt64
    /// `nil` for a queue that is none of ours.
    var queue: JobQueue?
}

/// Acknowledgements that wait until a worker has nothing else to do of their queue.
///
/// The broker delivers a new message for each one that is acknowledged. Several acknowledged together are replaced by several consecutive messages of
/// the queue, most of them papers of one workspace, so the worker opens its snapshot once. Acknowledged one by one, the papers of a workspace would be
/// spread over all workers, and each would open the snapshot. The results of held messages are already durable.
struct HeldAcknowledgements {
    /// No longer than this; the broker waits for half an hour at most.
    static let longest = Duration.seconds(30)

    private var held: [(receipt: Receipt, since: ContinuousClock.Instant)] = []

    mutating func add(_ receipt: Receipt, at now: ContinuousClock.Instant = .now) { held.append((receipt, now)) }

    /// The tags of those that are not held any more.
    ///
    /// - Parameter queues: those of which other jobs wait.
    mutating func take(holding queues: Set<JobQueue>, at now: ContinuousClock.Instant = .now) -> [UInt64] {
        let isHeld = { (entry: (receipt: Receipt, since: ContinuousClock.Instant)) in
            entry.receipt.queue.map(queues.contains) == true && now - entry.since <= Self.longest
        }
        let tags = held.filter { !isHeld($0) }.map(\.receipt.tag)
        held = held.filter(isHeld)
        return tags
    }

    var isEmpty: Bool { held.isEmpty }
}
