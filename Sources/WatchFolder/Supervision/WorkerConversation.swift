// SPDX-License-Identifier: Apache-2.0

import Glibc
import Publishing

/// One worker's process, and what its supervisor and it say to each other. The process ends with it.
final class WorkerConversation {
    private let process: ChildProcess
    private let channel: MessageChannel
    private let limits: WorkerLimits
    private let heartbeat: () throws(WorkerFault) -> Void
    /// What the worker is doing.
    private var activity: Activity
    /// When it began that, by its own processor time and by the clock.
    private var start: (processorTime: Duration, moment: ContinuousClock.Instant)

    /// The number of the process.
    var number: pid_t { process.number }

    /// Starts a worker.
    ///
    /// - Parameters:
    ///   - command: the path of the executable and its arguments.
    ///   - activity: what it is started for.
    ///   - heartbeat: is called several times a second while the worker is waited for; what it throws ends the worker.
    /// - Returns: the worker, and what of its confinement the system does not have.
    /// - Throws: a ``WorkerFault`` if the system starts none, or it ends at once; a ``PublicationError`` if it cannot be confined.
    static func start(
        _ command: [String],
        settings: WorkerSettings,
        for activity: Activity,
        limits: WorkerLimits,
        heartbeat: @escaping () throws(WorkerFault) -> Void
    ) throws -> (worker: WorkerConversation, warnings: [String]) {
        let process: ChildProcess
        let channel: MessageChannel
        do throws(PublicationError) {
            (process, channel) = try ChildProcess.start(command)
        } catch {
            throw WorkerFault(cause: .unavailable(error.description), activity: activity)
        }
        let worker = WorkerConversation(process, channel, limits: limits, activity: activity, heartbeat: heartbeat)
        try worker.send(.open(settings))
        switch try worker.reply().0 {
        case .opened(let warnings): return (worker, warnings)
        case .failed(let error): throw error
        default: throw worker.garbled()
        }
    }

    private init(
        _ process: ChildProcess,
        _ channel: MessageChannel,
        limits: WorkerLimits,
        activity: Activity,
        heartbeat: @escaping () throws(WorkerFault) -> Void
    ) {
        self.process = process
        self.channel = channel
        self.limits = limits
        self.activity = activity
        self.heartbeat = heartbeat
        start = (.zero, .now)
        channel.stopBlocking()
    }

    /// Asks for something.
    func send(_ request: WorkerRequest) throws(WorkerFault) {
        if case .proceed = request {
            // It has waited for us meanwhile.
            start.moment = .now
        } else {
            // What it does next has all of its time.
            begin(activity)
        }
        do {
            try channel.send(request, whileWaiting: look)
        } catch {
            throw error as? WorkerFault ?? fault()
        }
    }

    /// Waits for an answer, within the limits.
    ///
    /// - Parameter mostBytes: how many bytes may follow it.
    func reply(mostBytes: Int = MessageChannel.mostBytes) throws(WorkerFault) -> (WorkerReply, [UInt8]) {
        while true {
            let reply: (WorkerReply, [UInt8])
            do {
                reply = try channel.receive(WorkerReply.self, mostBytes: mostBytes, whileWaiting: look)
            } catch {
                throw error as? WorkerFault ?? fault()
            }
            guard case .began(let activity) = reply.0 else { return reply }
            try look()
            // A paper has its time for all of its stages together.
            if activity.paper == nil || activity.paper != self.activity.paper { begin(activity) }
            self.activity = activity
        }
    }

    /// The fault of a worker that gave an answer which was not asked for. Its process has ended then.
    func garbled() -> WorkerFault {
        process.kill()
        return WorkerFault(cause: .garbled, activity: activity)
    }

    private func look() throws(WorkerFault) {
        do throws(WorkerFault) {
            try heartbeat()
        } catch {
            process.kill()
            throw error
        }
        try checkUsage()
    }

    private func begin(_ activity: Activity) {
        self.activity = activity
        start = (process.usage?.processorTime ?? .zero, .now)
    }

    private func checkUsage() throws(WorkerFault) {
        let usage = process.usage
        let cause: WorkerFault.Cause
        if let usage, usage.memory > limits.memory {
            cause = .memory(limit: limits.memory)
        } else if let usage, usage.processorTime - start.processorTime > limits.time {
            cause = .time(limit: limits.time)
        } else if .now - start.moment > limits.wallTime {
            cause = .waiting(limit: limits.wallTime)
        } else {
            return
        }
        process.kill()
        throw WorkerFault(cause: cause, activity: activity)
    }

    /// The fault of a worker that does not answer, or not as it should. Its process has ended then.
    private func fault() -> WorkerFault {
        // One that has closed its end is about to end by itself: a crash is not to be taken for a kill of ours.
        let end = process.wait(atMost: .seconds(2)) ?? process.kill()
        return WorkerFault(cause: .ended(end), activity: activity, lastWords: process.lastWords)
    }
}
