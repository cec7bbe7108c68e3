// SPDX-License-Identifier: Apache-2.0

import CrashReporting
import Diagnostics
import FoundationEssentials
import Glibc
import Intake
import Logging
import Monitoring
import Publishing
import WorkspaceFiles

/// The folder that returns are dropped into.
///
/// What has settled is claimed by a rename into `processing/`, checked as if it stood in the workspace already, and moved into
/// it, the old return to `superseded/` and the drop to `done/`; or, where it has errors, to `failed/` with a report beside it.
/// Each drop is a job of its own. A job that was broken off is in `processing/`, and is begun again.
final class Inbox {
    /// How often it is looked at: nobody waits for a drop with a stopwatch.
    static let interval = Duration.seconds(1)

    /// Stands between the time and the name of a drop in the name of its job.
    private static let separator: Character = "_"

    private enum Place: String, CaseIterable {
        case processing, done, failed, superseded
    }

    private let folder: String
    private let workspace: String
    private let program: ProgramFiles
    private let quiet: Duration
    private let log: Logger
    private var waiting: [String: Waiting] = [:]
    private(set) var nextLook = ContinuousClock.now
    /// Whether nothing in it can be done now.
    private(set) var isIdle = false
    /// How many drops have been refused since the program began.
    private var refusals = 0
    /// Jobs that could not be finished, and are tried again.
    private var unfinished: Set<String> = []

    /// How many drops have not been taken since the program began.
    var untaken: Int { refusals + unfinished.count }

    /// A drop that has not been claimed.
    private struct Waiting {
        var tree: [String: TreeEntry]
        var since: ContinuousClock.Instant
        /// Whether it could not be claimed: that is tried again, and logged once.
        var isRefused = false
    }

    init(folder: String, configuration: WatchConfiguration, program: ProgramFiles, log: Logger) {
        self.folder = folder
        workspace = configuration.workspace
        // A folder is copied file by file, with pauses.
        quiet = configuration.endsAfterOneRound ? configuration.settle : max(configuration.settle, .seconds(3))
        self.program = program
        self.log = log
    }

    /// Makes its folders.
    func open() throws(PublicationError) {
        for place in Place.allCases { try AtomicFile.makeFolder(path(place)) }
    }

    /// Looks at what has been dropped, and does what has settled and what was broken off.
    ///
    /// - Parameter files: the workspace as it was read last.
    /// - Returns: whether a return has come into the workspace.
    func look(at now: ContinuousClock.Instant, files: FileSnapshot) -> Bool {
        nextLook = now + Self.interval
        guard let round = round(of: files) else {
            isIdle = true
            return false
        }
        claimSettled(at: now)
        defer { isIdle = waiting.values.allSatisfy(\.isRefused) }
        var files = files
        var hasChanged = false
        for job in (try? names(in: path(.processing))) ?? [] {
            do throws(PublicationError) {
                if try work(on: job, round: round, files: &files) { hasChanged = true }
                unfinished.remove(job)
            } catch {
                // It stays in processing, and is tried again.
                unfinished.insert(job)
                log.error("\(error.description)", metadata: ["job": "\(job)"])
            }
        }
        return hasChanged
    }

    /// What is known of the round: without the council's directorates nothing can be checked, and drops wait.
    private func round(of files: FileSnapshot) -> WorkspaceContents? {
        let contents = try? readWorkspace(
            from: files,
            programLayouts: program.layouts,
            isUnquoted: unquotedFiles(ofWorkspace: workspace)
        )
        return contents?.round == nil ? nil : contents
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
            if now - before.since >= quiet, !isEmptyFolder, !isBeingWritten(name, tree) {
                let marks = tree.values.compactMap { if case .file(let mark) = $0 { mark } else { nil } }
                ready.append((name, marks.map(\.placed).max() ?? 0))
            }
        }
        // Of two drops for one place the newer is to stay.
        for drop in ready.sorted(by: { ($0.placed, $0.name) < ($1.placed, $1.name) }) { claim(drop.name) }
    }

    /// Whether somebody has a file of a drop open to write to it, as far as the system tells.
    private func isBeingWritten(_ name: String, _ tree: [String: TreeEntry]) -> Bool {
        tree.contains { path, entry in
            if case .folder = entry { return false }
            return WriteLease.isRefused(for: path.isEmpty ? "\(folder)/\(name)" : "\(folder)/\(name)/\(path)")
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
        refusals += 1
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

    /// Does a job from its beginning, however far it had come.
    ///
    /// - Returns: whether a return has come into the workspace.
    private func work(
        on job: String,
        round: WorkspaceContents,
        files: inout FileSnapshot
    ) throws(PublicationError) -> Bool {
        let name = String(job.drop { $0 != Self.separator }.dropFirst())
        CrashReporter.begin("taking in `\(name)`")
        defer { CrashReporter.begin("watching `\(workspace)`") }
        let directorates = round.round?.council.directorates.map(\.id) ?? []
        var drop: Drop?
        var refused: [Diagnostic] = []
        do throws(Drop.Refusal) {
            let read = try Drop(name: name, path: "\(path(.processing))/\(job)", directorates: directorates)
            refused = errors(of: read, before: round, files: files).map { $0.told(of: read, called: name) }
            drop = read
        } catch {
            refused = error.diagnostics
        }
        guard let drop, refused.isEmpty else {
            try report(refused, on: name, job: job)
            try move(job, to: .failed)
            refusals += 1
            log.warning("a drop was not taken", metadata: ["drop": "\(name)", "errors": "\(refused.count)"])
            return false
        }
        try ReturnPlace(workspace: workspace, directorate: drop.directorate).put(
            drop,
            superseded: "\(path(.superseded))/\(job)",
            job: job
        )
        try move(job, to: .done)
        lay(drop, over: &files)
        log.info(
            "took a drop",
            metadata: ["drop": "\(name)", "directorate": "\(drop.directorate)", "files": "\(drop.files.count)"]
        )
        return true
    }

    /// Puts a drop into what is known of the workspace.
    private func lay(_ drop: Drop, over files: inout FileSnapshot) {
        let folder = "returns/\(drop.directorate)"
        if drop.isWhole { files.remove(folder) }
        for (name, bytes) in drop.files { files["\(folder)/\(name)"] = .bytes(bytes) }
    }

    /// The errors that the return would have with the drop in it. Those that it has already, in other files, hold nothing up:
    /// else two mistakes could not be mended one after the other.
    private func errors(of drop: Drop, before: WorkspaceContents, files: FileSnapshot) -> [Diagnostic] {
        let prefix = "returns/\(drop.directorate)/"
        var files = files
        lay(drop, over: &files)
        var after = try? readWorkspace(
            from: files,
            programLayouts: program.layouts,
            isUnquoted: unquotedFiles(ofWorkspace: workspace)
        )
        let unmarked =
            before.round.flatMap { former in
                after?.reportUnmarked(since: former, workspace: workspace)
            } ?? []
        let found = after?.diagnostics ?? []
        let known = Set(before.diagnostics.map(\.withoutExcerpt)).subtracting(unmarked.map(\.withoutExcerpt))
        return found.filter { error in
            guard error.severity == .error, let file = error.location?.file, file.hasPrefix(prefix) else {
                return false
            }
            return drop.files[String(file.dropFirst(prefix.count))] != nil || !known.contains(error.withoutExcerpt)
        }
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

extension Diagnostic {
    /// The same, of a file as it was dropped rather than of where it would have gone.
    fileprivate func told(of drop: Drop, called name: String) -> Diagnostic {
        let prefix = "returns/\(drop.directorate)/"
        guard let location, location.file.hasPrefix(prefix) else { return self }
        let file = String(location.file.dropFirst(prefix.count))
        guard drop.files[file] != nil else { return self }
        let dropped = SourceFile(drop.isOneFile ? name : "\(name)/\(file)", subject: .drop)
        var diagnostic = self
        diagnostic.location = SourceLocation(in: dropped, location.position, field: location.field)
        return diagnostic
    }

    fileprivate var withoutExcerpt: Diagnostic {
        var diagnostic = self
        diagnostic.excerpt = nil
        return diagnostic
    }
}

extension Diagnostic.Message {
    fileprivate static func immovableDrop(_ reason: String) -> Self {
        Self(.unreadableFile, "it cannot be moved: \(reason)", hint: "see whether the inbox may be written to")
    }

    fileprivate static var nameWithoutText: Self {
        Self(.invalidDropName, "its name is no text in UTF-8", hint: "rename it with plain letters")
    }
}
