// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Logging
import Publishing
import ResourceLimits
import WorkspaceFiles

/// Checks one drop in a fresh process, so that one that ends it, hangs it or fills the memory costs a report and nothing else.
struct DropTrial {
    let configuration: WatchConfiguration
    let program: ProgramFiles
    /// Every paper is made in a trial: it takes a turn, as a paper does.
    let turns: Turns
    /// Is called several times a second.
    let heartbeat: () -> Void
    /// Whether the service is to stop, which ends a trial.
    let isStopping: () -> Bool

    /// What a trial came to.
    enum Result {
        /// The workspace changes, or has no round that can be read: the drop waits.
        case waits
        case refused([Diagnostic])
        case accepted(Drop)
    }

    /// Checks a drop.
    ///
    /// - Parameters:
    ///   - name: as it was dropped.
    ///   - job: its name in the folder.
    ///   - folder: where it is now.
    ///   - entries: the workspace as it has settled.
    ///   - papers: those that are not made, since they end their workers without it too.
    /// - Throws: a ``WorkerFault`` if the process ended, a ``PublicationError`` if it could not be confined.
    func result(
        of name: String,
        job: String,
        in folder: String,
        against entries: [String: TreeEntry],
        skipping papers: Set<String>
    ) throws -> Result {
        let (worker, _) = try WorkerConversation.start(
            configuration.workerCommand,
            settings: configuration.workerSettings(.checking(in: folder), program: program),
            for: .checking(name),
            limits: configuration.workerLimits,
            heartbeat: { [heartbeat, isStopping] () throws(WorkerFault) in
                heartbeat()
                if isStopping() { throw WorkerFault(cause: .stopped, activity: .checking(name)) }
            }
        )
        try worker.send(.read(entries.map { SettledItem(path: $0.key, entry: $0.value) }.inReadingOrder))
        guard case (.read(let outcomes), _) = try worker.reply(mostBytes: 0) else { throw worker.garbled() }
        if outcomes.contains(.moved) { return .waits }
        guard turns.take() else { throw WorkerFault(cause: .stopped, activity: .checking(name)) }
        defer { turns.giveBack() }
        try worker.send(.check(DropRequest(name: name, path: "\(folder)/\(job)", skippedPapers: papers)))
        switch try worker.reply(mostBytes: Limits.largestDrop) {
        case (.checked(.unready), _): return .waits
        case (.checked(.refused(let diagnostics)), _): return .refused(diagnostics)
        case (.checked(.accepted(let checked)), let bytes):
            guard let drop = checked.drop(with: bytes, called: name) else { throw worker.garbled() }
            return .accepted(drop)
        default: throw worker.garbled()
        }
    }
}
