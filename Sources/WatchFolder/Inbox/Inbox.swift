// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import Glibc
import Logging
import Publishing
import WorkspaceFiles

/// The folder that returns are dropped into.
///
/// What has settled is claimed by a rename into `processing/`, checked as if it stood in the workspace already, and moved into
/// it, the old return to `superseded/` and the drop to `done/`; or, where it has errors, to `failed/` with a report beside it.
/// Each drop is a job of its own, and is checked in a process of its own. A job that was broken off is in `processing/`, and is begun
/// again; one that was broken off twice goes to `failed/`, since it may be what broke it off.
final class Inbox {
    /// How often it is looked at: nobody waits for a drop with a stopwatch.
    static let interval = Duration.seconds(1)

    /// Stands between the time and the name of a drop in the name of its job.
    private static let separator: Character = "_"

    /// A job that was begun so often and not ended is not begun again.
    private static let mostAttempts = 2

    private enum Place: String, CaseIterable {
        case processing, done, failed, superseded
    }

    private let folder: String
    private let workspace: String
    private let trial: DropTrial
    private let quiet: Duration
    /// How long a workbook of which the end is missing may stay as it is before it is taken for damaged.
    private let longestPause: Duration
    private let metrics: ServiceMetrics
    private let log: Logger
    private var waiting: [String: Waiting] = [:]
    private(set) var nextLook = ContinuousClock.now
    /// How many drops are still to be checked.
    private(set) var queueLength = 0
    /// Whether nothing in it can be done now.
    private(set) var isIdle = false
    /// How many drops have been refused since the program began.
    private var refusals = 0
    /// Jobs that could not be finished, and are tried again.
    private var retries: [String: Retry] = [:]

    /// How many drops have not been taken since the program began.
    var untaken: Int { refusals + retries.count }

    /// The drops in `failed/`, the latest first; of many, the first hundred.
    var failedDrops: [WatchStatus.FailedDrop] {
        let ending = ".report.txt"
        return ((try? names(in: path(.failed))) ?? []).filter { $0.hasSuffix(ending) }.sorted(by: >).prefix(100)
            .map { report in
                let job = report.dropLast(ending.count)
                var status = stat()
                let isThere = lstat("\(path(.failed))/\(report)", &status) == 0
                return WatchStatus.FailedDrop(
                    number: String(job.prefix { $0 != Self.separator }),
                    failed: WallTime(secondsSince1970: isThere ? status.st_mtim.tv_sec : 0)
                )
            }
    }

    private static let shortestDelay = Duration.seconds(5)
    private static let longestDelay = Duration.seconds(300)

    /// When a job is tried again, and why it has to be.
    private struct Retry {
        var moment: ContinuousClock.Instant
        var delay: Duration
        var error: PublicationError
    }

    /// A drop that has not been claimed.
    private struct Waiting {
        var tree: [String: TreeEntry]
        var since: ContinuousClock.Instant
        /// Whether it could not be claimed: that is tried again, and logged once.
        var isRefused = false
    }

    init(folder: String, configuration: WatchConfiguration, trial: DropTrial, metrics: ServiceMetrics, log: Logger) {
        self.folder = folder
        workspace = configuration.workspace
        // A folder is copied file by file, with pauses.
        longestPause = configuration.endsAfterOneRound ? configuration.maximumWait : .seconds(60)
        quiet = configuration.endsAfterOneRound ? configuration.settle : max(configuration.settle, .seconds(3))
        self.trial = trial
        self.metrics = metrics
        self.log = log
    }

    /// Makes its folders.
    func open() throws(PublicationError) {
        for place in Place.allCases { try AtomicFile.makeFolder(path(place)) }
        AtomicFile.removeLeftovers(in: path(.processing))
        let jobs = ((try? names(in: path(.processing))) ?? []).map { attempts(at: $0).path }
        for path in JobAttempts.files(in: path(.processing)) where !jobs.contains(path) { unlink(path) }
    }

    /// Looks at what has been dropped, and does one job: the papers are not to wait for all of them.
    ///
    /// - Parameters:
    ///   - entries: the workspace as it has settled.
    ///   - hasRound: whether its council and its round can be read: without them nothing can be checked, and drops wait.
    ///   - faulty: the papers that end their workers as it is, by their identifiers.
    /// - Returns: whether a return has come into the workspace.
    func look(
        at now: ContinuousClock.Instant,
        entries: [String: TreeEntry],
        hasRound: Bool,
        faulty: Set<String>
    ) -> Bool {
        nextLook = now + Self.interval
        guard hasRound else {
            isIdle = true
            return false
        }
        claimSettled(at: now)
        let jobs = (try? names(in: path(.processing))) ?? []
        retries = retries.filter { jobs.contains($0.key) }
        let due = jobs.filter { job in retries[job].map { now >= $0.moment } ?? true }
        queueLength = jobs.count + waiting.count
        isIdle = due.isEmpty && waiting.values.allSatisfy(\.isRefused)
        guard let job = due.first else { return false }
        if due.count > 1 { nextLook = now }
        do throws(PublicationError) {
            let outcome = try work(on: job, in: entries, skipping: faulty)
            retries[job] = nil
            return outcome == .taken
        } catch {
            // It stays in processing, and is tried again, at longer and longer intervals: the disk may be full.
            let delay = min(retries[job].map { $0.delay * 2 } ?? Self.shortestDelay, Self.longestDelay)
            if retries[job]?.error != error { log.error("\(error.description)", metadata: ["job": "\(job)"]) }
            retries[job] = Retry(moment: .now + delay, delay: delay, error: error)
            return false
        }
    }

    private func claimSettled(at now: ContinuousClock.Instant) {
        let own = Set(Place.allCases.map(\.rawValue))
        let dropped = ((try? names(in: folder)) ?? []).filter { !own.contains($0) }
        waiting = waiting.filter { dropped.contains($0.key) }
        var ready: [(name: String, placed: Double)] = []
        for name in dropped {
            let tree = tree(of: name)
            guard let before = waiting[name], before.tree == tree else {
                waiting[name] = Waiting(tree: tree, since: now)
                continue
            }
            let isEmptyFolder = tree.count == 1 && DiskFiles(root: folder).isFolder(name)
            let wait = now - before.since
            if wait >= quiet, !isEmptyFolder, !isBeingSaved(name, tree, unchangedFor: wait) {
                let marks = tree.values.compactMap { if case .file(let mark) = $0 { mark } else { nil } }
                ready.append((name, marks.map(\.placed).max() ?? 0))
            }
        }
        // Of two drops for one place the newer is to stay.
        for drop in ready.sorted(by: { ($0.placed, $0.name) < ($1.placed, $1.name) }) { claim(drop.name) }
    }

    /// Whether a file of a drop is in the middle of a save, as far as can be seen.
    private func isBeingSaved(_ name: String, _ tree: [String: TreeEntry], unchangedFor wait: Duration) -> Bool {
        tree.contains { path, entry in
            if case .folder = entry { return false }
            let file = path.isEmpty ? "\(folder)/\(name)" : "\(folder)/\(name)/\(path)"
            return WriteLease.isRefused(for: file) || wait < longestPause && PartialArchive.isThere(at: file)
        }
    }

    /// All that is known of a drop without reading it.
    private func tree(of name: String) -> [String: TreeEntry] {
        var status = stat()
        guard lstat("\(folder)/\(name)", &status) == 0 else { return [:] }
        var tree = status.st_mode & S_IFMT == S_IFDIR ? (try? DiskFiles(root: "\(folder)/\(name)").tree()) ?? [:] : [:]
        tree[""] = .file(FileMark(status))
        return tree
    }

    private func claim(_ name: String) {
        let job = newJob(for: name)
        if rename("\(folder)/\(name)", "\(path(.processing))/\(job)") == 0 {
            waiting[name] = nil
            return
        }
        let reason = String(cString: strerror(errno))
        if waiting[name]?.isRefused == true { return }
        waiting[name]?.isRefused = true
        log.error("a drop cannot be claimed: \(reason)", metadata: ["drop": "\(name)"])
        // A name that is not UTF-8 was read with signs in place of what is none.
        let isText = exists("\(folder)/\(name)")
        let refusal = Diagnostic(
            isText ? .immovableDrop(reason) : .nameWithoutText,
            at: SourceLocation(in: SourceFile(name, subject: .drop))
        )
        let reports = (try? names(in: path(.failed))) ?? []
        if !reports.contains(where: { $0.hasSuffix("\(Self.separator)\(name).report.txt") }) {
            try? report([refusal], on: name, job: job)
        }
        noteRefusal()
    }

    private func noteRefusal() {
        refusals += 1
        metrics.add(1, to: .drops, ["outcome": "refused"])
    }

    /// A name for a job by which it comes after those before it.
    private func newJob(for name: String) -> String {
        let stamp = WallTime.now.nameStamp
        let jobs = Place.allCases.flatMap { (try? names(in: path($0))) ?? [] }
        let numbers = jobs.filter { $0.hasPrefix(stamp + "-") }.compactMap {
            Int($0.dropFirst(stamp.count + 1).prefix { $0 != Self.separator })
        }
        let number = String((numbers.max() ?? 0) + 1)
        let padded = String(repeating: "0", count: max(0, 3 - number.count)) + number
        return "\(stamp)-\(padded)\(Self.separator)\(name)"
    }

    private func report(_ diagnostics: [Diagnostic], on name: String, job: String) throws(PublicationError) {
        let text = DropReport(name: name, diagnostics: diagnostics).text
        // The file system has room for 255 bytes.
        let file = job.utf8.count < 200 ? job : "\(job.prefix(60))…"
        try AtomicFile.write(Array(text.utf8), to: "\(file).report.txt", in: path(.failed))
    }

    /// What doing a job came to.
    private enum Outcome {
        /// A directorate has another return.
        case taken
        case refused
        /// It was broken off, or the workspace changes: it is begun again.
        case again
    }

    /// Does a job from its beginning, however far it had come.
    private func work(
        on job: String,
        in entries: [String: TreeEntry],
        skipping papers: Set<String>
    ) throws(PublicationError) -> Outcome {
        let name = String(job.drop { $0 != Self.separator }.dropFirst())
        let attempts = attempts(at: job)
        let before = attempts.count
        guard before < Self.mostAttempts else {
            return try refuse([Diagnostic(.brokenOff(name), at: nil)], job: job, name: name)
        }
        try attempts.record(before + 1)
        let result: DropTrial.Result
        do {
            result = try trial.result(
                of: name,
                job: job,
                in: path(.processing),
                against: entries,
                skipping: papers
            )
        } catch let fault as WorkerFault {
            return try give(fault, job: job, name: name, attempts: before)
        } catch {
            // There was no answer: nothing is known of the drop.
            try attempts.record(before)
            throw error as? PublicationError ?? PublicationError(.fault, "internal error: \(error)")
        }
        switch result {
        case .waits:
            attempts.remove()
            return .again
        case .refused(let diagnostics): return try refuse(diagnostics, job: job, name: name)
        case .accepted(let drop):
            // What remains is to write what was checked.
            attempts.remove()
            try ReturnPlace(workspace: workspace, directorate: drop.directorate).put(
                drop,
                superseded: "\(path(.superseded))/\(job)",
                job: job
            )
            try move(job, to: .done)
            metrics.add(1, to: .drops, ["outcome": "taken"])
            log.info(
                "took a drop",
                metadata: ["drop": "\(name)", "directorate": "\(drop.directorate)", "files": "\(drop.files.count)"]
            )
            return .taken
        }
    }

    /// Decides what becomes of a drop whose check has ended its worker: the second time it is refused, or at once if it takes too much.
    private func give(
        _ fault: WorkerFault,
        job: String,
        name: String,
        attempts before: Int
    ) throws(PublicationError) -> Outcome {
        switch fault.cause {
        case .stopped:
            try attempts(at: job).record(before)
            return .again
        case .unavailable(let reason):
            try attempts(at: job).record(before)
            throw PublicationError(.inputOutput, reason)
        case .time, .memory, .waiting, .ended, .garbled:
            log.error(
                "a worker ended while \(fault.activity)",
                metadata: ["drop": "\(name)", "reason": "\(fault.reason)", "words": "\(fault.lastWords ?? "")"]
            )
            guard fault.isBreach || before + 1 >= Self.mostAttempts else { return .again }
            return try refuse([Diagnostic(.fault(fault), at: nil)], job: job, name: name)
        }
    }

    private func refuse(_ diagnostics: [Diagnostic], job: String, name: String) throws(PublicationError) -> Outcome {
        try report(diagnostics, on: name, job: job)
        try move(job, to: .failed)
        attempts(at: job).remove()
        noteRefusal()
        log.warning("a drop was not taken", metadata: ["drop": "\(name)", "errors": "\(diagnostics.count)"])
        return .refused
    }

    private func attempts(at job: String) -> JobAttempts {
        JobAttempts(folder: path(.processing), job: String(job.prefix { $0 != Self.separator }))
    }

    private func move(_ job: String, to place: Place) throws(PublicationError) {
        guard rename("\(path(.processing))/\(job)", "\(path(place))/\(job)") == 0 else {
            throw PublicationError(
                .inputOutput,
                "\(job) cannot be moved to \(path(place)): \(String(cString: strerror(errno)))"
            )
        }
    }

    private func names(in folder: String) throws(FileError) -> [String] { try DiskFiles(root: folder).names(in: "") }

    private func path(_ place: Place) -> String { "\(folder)/\(place.rawValue)" }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

extension Diagnostic.Message {
    fileprivate static func immovableDrop(_ reason: String) -> Self {
        Self(.unreadableFile, "it cannot be moved: \(reason)", hint: "see whether the inbox may be written to")
    }

    fileprivate static var nameWithoutText: Self {
        Self(.invalidDropName, "its name is no text in UTF-8", hint: "rename it with plain letters")
    }

    fileprivate static func brokenOff(_ name: String) -> Self {
        Self(
            .programFault,
            "internal error: the program stopped twice while checking `\(name)`",
            hint: "drop it again; if it comes back once more, tell whoever looks after the program"
        )
    }
}
