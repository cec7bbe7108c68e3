// SPDX-License-Identifier: Apache-2.0

import CrashReporting
import Logging
import Publishing
import WatchFolder
import WorkspaceFiles

/// The preview at work: looks at the workspace, waits until what is saved has settled, has papers made, draws pages, rests. It writes nothing.
final class PreviewLoop {
    private let configuration: WatchConfiguration
    private let wake: Wake
    private let model: PreviewModel
    private let pictures: PictureQueue
    private let log: Logger
    private let watcher: WorkspaceWatcher
    private let builder: RoundBuilder
    private var store: WorkspaceStore
    private var settling: Settling
    private var hasBuilt = false
    private var isBuildDue = false
    /// When to see whether something has been published or released, which is no change in a file of the round.
    private var nextLedgerLook = ContinuousClock.now

    private static let ledgerInterval = Duration.seconds(2)

    init(
        _ configuration: PreviewConfiguration,
        program: ProgramFiles,
        wake: Wake,
        model: PreviewModel,
        pictures: PictureQueue,
        log: Logger
    ) {
        let watching = configuration.watching
        self.configuration = watching
        self.wake = wake
        self.model = model
        self.pictures = pictures
        self.log = log
        watcher = WorkspaceWatcher(configuration: watching, log: log)
        builder = RoundBuilder(configuration, program: program)
        store = WorkspaceStore(workspace: configuration.workspace)
        settling = Settling(quiet: watching.settle, absence: watching.absence, maximumWait: watching.maximumWait)
    }

    /// Runs until it is stopped.
    func run() {
        CrashReporter.begin(Activity.watching(configuration.workspace).description)
        while !wake.isStopping {
            // Its only request here is to wake up.
            _ = wake.takeRestart()
            let now = ContinuousClock.now
            if watcher.isLookDue(at: now) { look(at: now) }
            takeSettled(at: now)
            lookAtLedger(at: now)
            if isBuildDue { build() }
            pictures.serve(from: builder) { wake.isStopping }
            watcher.rest(until: nextMoment(after: .now), wake: wake)
        }
        pictures.end()
        model.end()
    }

    private func look(at now: ContinuousClock.Instant) {
        let former = watcher.failure
        watcher.look(at: now)
        guard let failure = watcher.failure else {
            if former != nil { isBuildDue = true }
            return settling.observe(watcher.tree, at: now)
        }
        if failure == former { return }
        log.error("the workspace cannot be read", metadata: ["reason": "\(failure.reason)"])
        var round = model.round
        round.fail(
            "The folder of the workspace cannot be read: it may have been moved, removed or put in place of another (\(failure.reason)). "
                + "Papers are shown as they were made last. Once the folder is there, end the preview and start it again."
        )
        model.publish(round)
    }

    private func takeSettled(at now: ContinuousClock.Instant) {
        guard watcher.failure == nil else { return }
        for path in filesBeingWritten(at: now) { settling.unsettle(path, at: now) }
        let settled = settling.settled(at: now)
        // The tree of a workspace holds hundreds of files, of which one font makes all papers anew.
        for (path, entry) in settled.sorted(by: { $0.key < $1.key }) {
            let outcome = store.take(path, entry)
            if outcome == .moved {
                settling.unsettle(path, at: now)
                watcher.requestScan()
                continue
            }
            settling.take(path, entry)
            guard outcome == .changed else { continue }
            if WorkspaceStore.isFont(path) { builder.forgetAll() }
            isBuildDue = true
        }
        // An empty workspace has its papers made too, so that it says what is missing.
        if !hasBuilt, settling.isQuiet { isBuildDue = true }
    }

    /// The settled files that are in the middle of a save, as far as can be seen: a save may pause for longer than files settle.
    private func filesBeingWritten(at now: ContinuousClock.Instant) -> [String] {
        settling.settled(at: now).compactMap { path, entry in
            guard case .file? = entry, !settling.isOverdue(path, at: now) else { return nil }
            let file = "\(configuration.workspace)/\(path)"
            return WriteLease.isRefused(for: file) || PartialArchive.isThere(at: file) ? path : nil
        }
    }

    private func lookAtLedger(at now: ContinuousClock.Instant) {
        guard now >= nextLedgerLook else { return }
        nextLedgerLook = now + Self.ledgerInterval
        if hasBuilt, watcher.failure == nil, builder.hasLedgerChanged { isBuildDue = true }
    }

    private func build() {
        isBuildDue = false
        guard let round = builder.build(store.files, isStopping: { wake.isStopping }) else { return }
        hasBuilt = true
        model.publish(round)
        let good = round.papers.count { $0.state == .good }
        log.info("papers made", metadata: ["good": "\(good)", "of": "\(round.papers.count)"])
    }

    private func nextMoment(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        [watcher.nextLook(after: now), settling.nextLook(after: now), nextLedgerLook].compactMap(\.self).min() ?? now
    }
}
