// SPDX-License-Identifier: Apache-2.0

import Logging
import PaperTree
import Publishing
import WorkspaceFiles

/// The one worker that makes the papers of a workspace: started when there is something to do, and ended when there has been nothing for
/// some minutes.
///
/// The worker holds the workspace as the supervisor has asked it to read it. A new worker reads all of it again.
final class RenderWorker {
    private let configuration: WatchConfiguration
    private let program: ProgramFiles
    private let turns: Turns
    private let log: Logger
    private let heartbeat: () -> Void
    private var conversation: WorkerConversation?
    /// What it has read, as it was then.
    private(set) var entries: [String: TreeEntry] = [:]
    /// What a new worker could not read as it was: until it is read anew nothing is made.
    private var missing: [String: TreeEntry] = [:]
    private var forgotten: Set<PaperKey> = []
    private var forgetsAll = false
    private var lastUse = ContinuousClock.now
    private var hasWarned = false
    /// The folders that the worker may read, as they were when it was started.
    private var folders: [Inode?] = []

    /// - Parameters:
    ///   - turns: without one nothing is made.
    ///   - heartbeat: is called several times a second while the worker is waited for.
    init(
        configuration: WatchConfiguration,
        program: ProgramFiles,
        turns: Turns,
        log: Logger,
        heartbeat: @escaping () -> Void
    ) {
        self.configuration = configuration
        self.program = program
        self.turns = turns
        self.log = log
        self.heartbeat = heartbeat
    }

    /// Has a paper made the next time, though nothing has changed.
    func forget(_ key: PaperKey) { forgotten.insert(key) }

    /// Has every paper made the next time, with fonts that are read again.
    func forgetAll() { forgetsAll = true }

    /// Reads what has settled.
    ///
    /// - Returns: what became of each item.
    func read(_ items: [SettledItem]) throws -> [String: WorkspaceStore.Outcome] {
        stopIfFoldersChanged()
        var removed: Set<String> = []
        if conversation == nil {
            // A new worker has never seen them.
            for item in items where item.entry == nil && entries.removeValue(forKey: item.path) != nil {
                removed.insert(item.path)
            }
        }
        try readEverything()
        var outcomes = try read(items, with: try worker())
        for path in removed { outcomes[path] = .changed }
        return outcomes
    }

    /// Ends a worker that may no longer read what it should: a rule of the kernel is of a folder, and not of its name.
    private func stopIfFoldersChanged() {
        if conversation != nil, folders != configuration.foldersOfWorkers { stop() }
    }

    /// Makes the papers that have changed, each in a turn of its own.
    ///
    /// - Parameters:
    ///   - order: which papers are made, and which last.
    ///   - done: is called with each paper; returns whether to go on.
    /// - Returns: the report, or `nil` if files have changed that a new worker was to read: they have to settle anew first; or if the service is to
    ///   stop.
    /// - Throws: a ``WorkerFault``, or a ``PublicationError`` of a fault that no officer can mend.
    func build(_ order: BuildOrder, done: (PaperBuild) -> Bool) throws -> BuildReport? {
        try readEverything()
        if !missing.isEmpty { return nil }
        guard turns.take() else { return nil }
        defer { turns.giveBack() }
        let worker = try worker()
        let request = BuildRequest(forgotten: forgotten.sorted(), forgetsAll: forgetsAll, order: order)
        try send(.build(request), to: worker)
        forgotten = []
        forgetsAll = false
        while true {
            let (reply, bytes) = try answer(of: worker)
            switch reply {
            case .built(let paper):
                guard paper.id.isPlainFileName else { throw garbled(worker) }
                let build = paper.build(with: bytes)
                var goesOn = done(build)
                // What has not changed takes no time that others would wait for.
                if goesOn, build.outcome.isNew {
                    turns.giveBack()
                    goesOn = turns.take()
                }
                try send(.proceed(goesOn), to: worker)
            case .finished(let report): return report
            default: throw garbled(worker)
            }
        }
    }

    /// Ends a worker that has had nothing to do for so long that its memory is worth more than its caches.
    func endIfIdle(at now: ContinuousClock.Instant) {
        guard conversation != nil, now >= lastUse + configuration.workerIdle else { return }
        log.debug("the worker has had nothing to do, and ends")
        stop()
        ProcessMemory.release()
    }

    /// When it is to be ended if there is nothing to do, or `nil` if there is no worker.
    var idleEnd: ContinuousClock.Instant? { conversation == nil ? nil : lastUse + configuration.workerIdle }

    /// Ends the worker.
    func stop() { conversation = nil }

    /// Has a new worker read what the one before had read.
    private func readEverything() throws {
        stopIfFoldersChanged()
        if conversation == nil { missing = entries }
        if missing.isEmpty { return }
        let items = missing.map { SettledItem(path: $0.key, entry: $0.value) }
        _ = try read(items.inReadingOrder, with: try worker())
    }

    private func read(
        _ items: [SettledItem],
        with worker: WorkerConversation
    ) throws -> [String: WorkspaceStore.Outcome] {
        if items.isEmpty { return [:] }
        try send(.read(items), to: worker)
        guard case (.read(let outcomes), _) = try answer(of: worker), outcomes.count == items.count else {
            throw garbled(worker)
        }
        for (item, outcome) in zip(items, outcomes) where outcome != .moved {
            entries[item.path] = item.entry
            missing[item.path] = nil
        }
        return Dictionary(zip(items.map(\.path), outcomes)) { $1 }
    }

    /// The worker, which is started if there is none.
    private func worker() throws -> WorkerConversation {
        lastUse = .now
        if let conversation { return conversation }
        folders = configuration.foldersOfWorkers
        prepareLedger(ofWorkspace: configuration.workspace)
        let (worker, warnings) = try WorkerConversation.start(
            configuration.workerCommand,
            settings: configuration.workerSettings(.rendering, program: program),
            for: .watching(configuration.workspace),
            limits: configuration.workerLimits,
            heartbeat: { [heartbeat] () throws(WorkerFault) in heartbeat() }
        )
        if !hasWarned { for warning in warnings { log.warning("\(warning)") } }
        hasWarned = true
        log.debug("started a worker", metadata: ["process": "\(worker.number)"])
        conversation = worker
        return worker
    }

    /// Asks for something; the worker is gone if it cannot be asked.
    private func send(_ request: WorkerRequest, to worker: WorkerConversation) throws {
        do {
            try worker.send(request)
        } catch {
            stop()
            throw error
        }
    }

    /// An answer; the worker is gone if there is none.
    private func answer(of worker: WorkerConversation) throws -> (WorkerReply, [UInt8]) {
        defer { lastUse = .now }
        let answer: (WorkerReply, [UInt8])
        do {
            answer = try worker.reply()
        } catch {
            stop()
            throw error
        }
        if case .failed(let error) = answer.0 { throw error }
        return answer
    }

    private func garbled(_ worker: WorkerConversation) -> WorkerFault {
        stop()
        return worker.garbled()
    }
}

extension [SettledItem] {
    /// Removals first, then folders, then files: a folder may have taken the name of a file that was removed.
    var inReadingOrder: [SettledItem] {
        sorted { first, second in
            (first.entry != nil ? 1 : 0, first.path) < (second.entry != nil ? 1 : 0, second.path)
        }
    }
}

extension PaperBuild.Outcome {
    /// Whether somebody has worked at the paper, with or without success.
    fileprivate var isNew: Bool {
        switch self {
        case .made, .failed: true
        case .unchanged: false
        }
    }
}
