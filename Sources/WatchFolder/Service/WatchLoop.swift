// SPDX-License-Identifier: Apache-2.0

import Logging
import Publishing
import WorkspaceFiles

/// The watch folder at work: looks, waits until things settle, makes papers, rests. It stays on one thread, as its fonts must.
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
    private let notifier = SystemdNotifier()
    private let watcher: WorkspaceWatcher
    private let synchronizer: OutputSynchronizer
    private let health: HealthFile?
    private let inbox: Inbox?
    private var settling: Settling
    private var store: WorkspaceStore
    private var isRunDue = false
    private var retry: ContinuousClock.Instant?
    private let start = ContinuousClock.now
    private var hasToldWaiting = false
    private var nextHeartbeat = ContinuousClock.now
    private var nextAlive = ContinuousClock.now
    /// When the papers in the output folder are counted again.
    private var nextCount = ContinuousClock.now

    init(configuration: WatchConfiguration, program: ProgramFiles, wake: Wake, log: Logger) {
        self.configuration = configuration
        self.wake = wake
        self.log = log
        watcher = WorkspaceWatcher(configuration: configuration, log: log)
        synchronizer = OutputSynchronizer(configuration: configuration, program: program, log: log)
        health = configuration.healthFile.map(HealthFile.init)
        inbox = configuration.inbox.map {
            Inbox(folder: $0, configuration: configuration, program: program, log: log)
        }
        settling = Settling(quiet: configuration.settle, maximumWait: configuration.maximumWait)
        store = WorkspaceStore(workspace: configuration.workspace)
    }

    /// Runs until it is stopped.
    func run() -> End {
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
            notifier.tell(.stopping)
            log.info("stopped")
            return end
        } catch {
            notifier.tell(.stopping)
            return .failed(error)
        }
    }

    private func work() throws(PublicationError) -> End {
        var isReady = false
        while !wake.isStopping {
            if wake.takeRestart() { restart() }
            let now = ContinuousClock.now
            if watcher.isLookDue(at: now) { look(at: now) }
            takeSettled(at: now)
            countPapers(at: now)
            if let time = retry, now >= time { isRunDue = true }
            if isRunDue { try update() }
            lookIntoInbox(at: now)
            sendHeartbeats()
            if !isReady, isRoundOver {
                notifier.tell(.ready)
                isReady = true
            }
            if configuration.endsAfterOneRound, isRoundOver {
                nextHeartbeat = .now
                sendHeartbeats()
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
        return settling.isQuiet && !isRunDue && inbox?.isIdle ?? true
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

    /// Reads what has settled.
    private func takeSettled(at now: ContinuousClock.Instant) {
        guard watcher.failure == nil else { return }
        // Removals first, then folders, then files: a folder may have taken the name of a file that was removed.
        let settled = settling.settled(at: now).sorted { first, second in
            (first.value != nil ? 1 : 0, first.key) < (second.value != nil ? 1 : 0, second.key)
        }
        var changed = 0
        for (path, entry) in settled {
            switch store.take(path, entry) {
            case .moved:
                settling.unsettle(path, at: now)
                watcher.requestScan()
            case .same:
                settling.take(path, entry)
            case .changed:
                settling.take(path, entry)
                changed += 1
                if WorkspaceStore.isFont(path) { synchronizer.forgetAll() }
            }
        }
        guard changed > 0 else { return }
        log.debug("files have changed", metadata: ["count": "\(changed)"])
        isRunDue = true
    }

    /// Sees that what was made is still there: nobody else tells when the output folder is removed.
    private func countPapers(at now: ContinuousClock.Instant) {
        guard now >= nextCount else { return }
        nextCount = now + configuration.retryInterval
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
        if inbox.look(at: now, files: store.files) {
            watcher.requestScan()
            watcher.look(at: .now)
            settling.observe(watcher.tree, at: .now)
        }
    }

    private func update() throws(PublicationError) {
        // While something is still being read for the first time there is nothing whole to make papers of.
        isRunDue = false
        retry = nil
        try synchronizer.update(from: store.files) {
            sendHeartbeats()
            return wake.isStopping
        }
        if let status = synchronizer.status { notifier.tell(.status(status.summary)) }
        if synchronizer.writingFailure != nil { retry = .now + configuration.retryInterval }
    }

    /// Makes everything anew, with the program's own layouts and all fonts as they are now: what SIGHUP asks for.
    private func restart() {
        log.info("everything is made anew, as asked")
        notifier.tell(.reloading)
        synchronizer.forgetAll()
        watcher.requestScan()
        isRunDue = watcher.failure == nil && synchronizer.status != nil
        notifier.tell(.ready)
    }

    /// Tells those who look after services that this one lives.
    private func sendHeartbeats() {
        let now = ContinuousClock.now
        if let interval = notifier.watchdogInterval, now >= nextAlive {
            notifier.tell(.alive)
            nextAlive = now + interval / 3
        }
        if let health, now >= nextHeartbeat {
            nextHeartbeat = now + HealthFile.interval
            let failure = synchronizer.writingFailure?.description ?? watcher.failure?.description
            do {
                try health.write(isWell: failure == nil, reason: failure)
            } catch {
                log.warning("\(error.description)")
            }
        }
    }

    private func nextMoment(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        var moments = [watcher.nextLook(after: now), max(nextCount, now + .milliseconds(20))]
        if let settled = settling.nextLook(after: now) { moments.append(settled) }
        if let retry { moments.append(retry) }
        if let inbox { moments.append(max(inbox.nextLook, now + .milliseconds(20))) }
        if notifier.watchdogInterval != nil { moments.append(nextAlive) }
        if health != nil { moments.append(nextHeartbeat) }
        return moments.min() ?? now
    }
}
