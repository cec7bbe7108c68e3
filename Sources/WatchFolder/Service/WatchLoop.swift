// SPDX-License-Identifier: Apache-2.0

import CrashReporting
import Logging
import Publishing
import WorkspaceFiles

/// The watch folder at work: looks, waits until things settle, has workers make papers and check drops, rests. It reads no
/// file itself but the ends of archives (``PartialArchive``).
final class WatchLoop {
    /// How it ended.
    enum End: Hashable, Sendable {
        case stopped
        /// After its one round.
        case oneRound(WatchResult)
        case failed(PublicationError)
    }

    private let configuration: WatchConfiguration
    private let wake: Wake
    private let log: Logger
    private let watcher: WorkspaceWatcher
    private let worker: RenderWorker
    private let synchronizer: OutputSynchronizer
    private let heartbeat: Heartbeat
    private let inbox: Inbox?
    private let notifier: Notifier?
    private let metrics: ServiceMetrics
    private var settling: Settling
    private var isRunDue = false
    /// Whether files have to settle anew before papers are made.
    private var hasToSettle = false
    /// When files are read again, after every worker has ended that read them.
    private var nextRead = ContinuousClock.now
    private var retry: ContinuousClock.Instant?
    private let start = ContinuousClock.now
    private var hasToldWaiting = false
    /// When the papers in the output folder are counted again.
    private var nextCount = ContinuousClock.now

    init(
        configuration: WatchConfiguration,
        program: ProgramFiles,
        notifier: Notifier?,
        supervisor: SupervisorLink?,
        wake: Wake,
        log: Logger
    ) {
        self.configuration = configuration
        self.notifier = notifier
        self.wake = wake
        self.log = log
        watcher = WorkspaceWatcher(configuration: configuration, log: log)
        let metrics = ServiceMetrics(path: configuration.metricsFile, council: configuration.council)
        self.metrics = metrics
        let heartbeat = Heartbeat(
            healthFile: configuration.healthFile,
            metrics: metrics,
            supervisor: supervisor,
            log: log
        )
        self.heartbeat = heartbeat
        let turns = Turns(of: supervisor) {
            heartbeat.send()
            return !wake.isStopping
        }
        worker = RenderWorker(configuration: configuration, program: program, turns: turns, log: log) {
            heartbeat.send()
        }
        synchronizer = OutputSynchronizer(
            configuration: configuration,
            worker: worker,
            notifier: notifier,
            metrics: metrics,
            log: log
        )
        let trial = DropTrial(
            configuration: configuration,
            program: program,
            turns: turns,
            heartbeat: { heartbeat.send() },
            isStopping: { wake.isStopping }
        )
        inbox = configuration.inbox.map {
            Inbox(folder: $0, configuration: configuration, trial: trial, metrics: metrics, log: log)
        }
        settling = Settling(
            quiet: configuration.settle,
            absence: configuration.absence,
            maximumWait: configuration.maximumWait
        )
    }

    /// Runs until it is stopped.
    func run() -> End {
        CrashReporter.begin(Activity.watching(configuration.workspace).description)
        do throws(PublicationError) {
            try synchronizer.hold()
            try inbox?.open()
            log.info(
                "watching",
                metadata: [
                    "workspace": "\(configuration.workspace)", "out": "\(configuration.out.open)",
                    "by": "\(watcher.means)",
                ]
            )
            let end = try work()
            endNotifier(waits: end != .stopped)
            heartbeat.notifier.tell(.stopping)
            log.info("stopped")
            return end
        } catch {
            endNotifier(waits: configuration.endsAfterOneRound)
            heartbeat.notifier.tell(.stopping)
            return .failed(error)
        }
    }

    /// Lets the program of `--notify` be told of what waits: without this process, unless it was to end after one round.
    private func endNotifier(waits: Bool) {
        if waits { notifier?.finish(log: log) }
        notifier?.leave()
    }

    private func work() throws(PublicationError) -> End {
        var isReady = false
        while !wake.isStopping {
            if wake.takeRestart() { restart() }
            let now = ContinuousClock.now
            if watcher.isLookDue(at: now) { look(at: now) }
            try takeSettled(at: now)
            countPapers(at: now)
            if let time = retry, now >= time { isRunDue = true }
            if isRunDue { try update() }
            lookIntoInbox(at: now)
            noteFailures()
            measure()
            synchronizer.giveSign(at: now)
            heartbeat.send()
            worker.endIfIdle(at: .now)
            if !isReady, isRoundOver {
                heartbeat.tellReady()
                isReady = true
            }
            if configuration.endsAfterOneRound, isRoundOver {
                heartbeat.writeHealth()
                heartbeat.writeMetrics()
                if let failure = synchronizer.writingFailure { throw failure }
                if let failure = watcher.failure { throw PublicationError(.inputOutput, "\(failure)") }
                return .oneRound(WatchResult(isCurrent: synchronizer.isCurrent, untakenDrops: inbox?.untaken ?? 0))
            }
            tellWaiting(at: now)
            watcher.rest(until: nextMoment(after: .now), wake: wake)
        }
        return .stopped
    }

    /// Whether all that was there to be read has been read, and every paper has had its turn.
    private var isRoundOver: Bool {
        if watcher.failure != nil { return true }
        return settling.isQuiet && !isRunDue && !hasToSettle && inbox?.isIdle ?? true
            && (synchronizer.status != nil || synchronizer.writingFailure != nil)
    }

    private func look(at now: ContinuousClock.Instant) {
        let failure = watcher.failure
        watcher.look(at: now)
        if let new = watcher.failure {
            // What was read stays, and so do the papers: a share that is away comes back.
            if new != failure {
                log.error("the workspace cannot be read", metadata: ["reason": "\(new)"])
                synchronizer.tell(failure: "The workspace \(configuration.workspace) cannot be read: \(new.reason).")
            }
            return
        }
        if failure != nil {
            log.info("the workspace can be read again")
            isRunDue = true
        }
        settling.observe(watcher.tree, at: now)
        if synchronizer.missesPapers() { isRunDue = true }
    }

    /// Says, once, that nothing is made because a file keeps changing.
    private func tellWaiting(at now: ContinuousClock.Instant) {
        guard !hasToldWaiting, synchronizer.status == nil, now - start >= .seconds(30), !settling.isQuiet else {
            return
        }
        hasToldWaiting = true
        log.warning(
            "the papers wait for files that keep changing",
            metadata: ["files": "\(settling.unsettled.prefix(5).joined(separator: ", "))"]
        )
    }

    /// Has the worker read what has settled.
    private func takeSettled(at now: ContinuousClock.Instant) throws(PublicationError) {
        guard watcher.failure == nil, now >= nextRead else { return }
        for path in filesBeingWritten(at: now) { settling.unsettle(path, at: now) }
        let settled = settling.settled(at: now)
        if settled.isEmpty { return }
        var changed = 0
        for (path, outcome) in try read(settled.map { SettledItem(path: $0.key, entry: $0.value) }) {
            let entry = settled[path] ?? nil
            switch outcome {
            case .moved:
                settling.unsettle(path, at: now)
                watcher.requestScan()
            case .same:
                settling.take(path, entry)
            case .changed:
                settling.take(path, entry)
                changed += 1
            }
        }
        guard changed > 0 else { return }
        log.debug("files have changed", metadata: ["count": "\(changed)"])
        isRunDue = true
    }

    /// The settled files that are in the middle of a save, as far as can be seen: a save may pause for longer than files settle.
    private func filesBeingWritten(at now: ContinuousClock.Instant) -> [String] {
        settling.settled(at: now).compactMap { path, entry in
            guard case .file? = entry, !settling.isOverdue(path, at: now) else { return nil }
            let file = "\(configuration.workspace)/\(path)"
            return WriteLease.isRefused(for: file) || PartialArchive.isThere(at: file) ? path : nil
        }
    }

    /// Has the worker read some items; a worker that ends at it is replaced once.
    private func read(_ items: [SettledItem]) throws(PublicationError) -> [String: WorkspaceStore.Outcome] {
        for attempt in 0..<2 {
            do {
                return try worker.read(items.inReadingOrder)
            } catch let fault as WorkerFault {
                log.error("a worker ended while \(fault.activity)", metadata: ["reason": "\(fault.reason)"])
                if attempt == 0 { continue }
                if configuration.endsAfterOneRound { throw PublicationError(.fault, "internal error: \(fault.reason)") }
                synchronizer.tell(failure: "The workspace \(configuration.workspace) cannot be read: \(fault.reason).")
                nextRead = .now + configuration.rescanInterval
            } catch let error as PublicationError {
                throw error
            } catch {
                throw PublicationError(.fault, "internal error: \(error)")
            }
        }
        return [:]
    }

    /// Sees that what was made is still there: nobody else tells when the output folder is removed.
    private func countPapers(at now: ContinuousClock.Instant) {
        guard now >= nextCount else { return }
        nextCount = now + configuration.retryInterval
        synchronizer.notifyOfDue()
        synchronizer.measure()
        guard watcher.failure == nil, synchronizer.status != nil else { return }
        if synchronizer.ledgerHasChanged() {
            log.info("the ledger of what is exempt has changed")
            isRunDue = true
        }
        guard synchronizer.missesPapers() else { return }
        log.warning("papers are missing from the output folder, and are made again")
        isRunDue = true
    }

    /// Takes what has been dropped, once all of the workspace is known against which it is checked.
    private func lookIntoInbox(at now: ContinuousClock.Instant) {
        guard let inbox, now >= inbox.nextLook, settling.isQuiet, !isRunDue, synchronizer.status != nil else { return }
        defer { synchronizer.tell(failedDrops: inbox.failedDrops) }
        if inbox.look(at: now, entries: worker.entries, hasRound: synchronizer.hasRound, faulty: synchronizer.faulty) {
            watcher.requestScan()
            watcher.look(at: .now)
            settling.observe(watcher.tree, at: .now)
        }
    }

    private func update() throws(PublicationError) {
        // While something is still being read for the first time there is nothing whole to make papers of.
        isRunDue = false
        retry = nil
        guard try synchronizer.update(pause: { wake.isStopping }) else {
            watcher.requestScan()
            retry = .now + configuration.settle
            hasToSettle = true
            return
        }
        if let status = synchronizer.status { heartbeat.notifier.tell(.status(status.summary)) }
        hasToSettle = false
        if synchronizer.status?.failure != nil { retry = .now + configuration.rescanInterval }
        if synchronizer.writingFailure != nil { retry = .now + configuration.retryInterval }
    }

    /// Makes everything anew, with the program's own layouts and all fonts as they are now: what SIGHUP asks for.
    private func restart() {
        log.info("everything is made anew, as asked")
        heartbeat.notifier.tell(.reloading)
        worker.forgetAll()
        watcher.requestScan()
        isRunDue = watcher.failure == nil && synchronizer.status != nil
        heartbeat.notifier.tell(.ready)
    }

    /// Measures what waits.
    private func measure() {
        guard metrics.isRead else { return }
        metrics.set(.filesWaiting, settling.changeCount)
        metrics.set(.dropsWaiting, inbox?.queueLength ?? 0)
    }

    private func noteFailures() {
        heartbeat.failure =
            synchronizer.writingFailure?.description ?? watcher.failure?.description ?? synchronizer.status?.failure
    }

    private func nextMoment(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        var moments = [watcher.nextLook(after: now), max(nextCount, now + .milliseconds(20))]
        if let settled = settling.nextLook(after: now) { moments.append(max(settled, nextRead)) }
        if let retry { moments.append(retry) }
        if let inbox { moments.append(max(inbox.nextLook, now + .milliseconds(20))) }
        if let beat = heartbeat.next { moments.append(beat) }
        if let sign = synchronizer.nextSign { moments.append(max(sign, now + .milliseconds(20))) }
        if let end = worker.idleEnd { moments.append(end) }
        return moments.min() ?? now
    }
}
