// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Logging
import PaperTree
import Publishing
import WorkspaceFiles

/// Keeps the papers in the output folder as the workspace has them.
final class OutputSynchronizer {
    private let folders: OutputFolders
    private let open: OutputFolder
    private let restricted: OutputFolder
    private let workspace: String
    /// What follows the stems in the names of a paper's files.
    private let endings: [String]
    private let worker: RenderWorker
    private let log: Logger
    private let notifier: Notifier?
    private let metrics: ServiceMetrics
    private var news = PaperNews()
    /// The papers whose files are others since papers were last told of, or had a report of problems beside them.
    private var changed: Set<PaperKey> = []
    private var papers: [PaperKey: WatchStatus.Paper] = [:]
    private(set) var status: WatchStatus?
    /// Why something could not be written, until it can.
    private(set) var writingFailure: PublicationError?
    /// The failure last logged, so that it is not logged again every few seconds.
    private var toldFailure: PublicationError?
    private var failedDrops: [WatchStatus.FailedDrop] = []
    /// When the status was last written.
    private var lastWrite: ContinuousClock.Instant?
    /// The files without the mark of exempt editions that were last logged.
    private var toldUnmarked: [Diagnostic] = []
    /// The state of the ledger when papers were made last.
    private var ledger: FileMark?
    /// The papers at which a worker has ended, by their identifiers: they are made after all others until they are made well.
    private var suspects: Set<String> = []
    /// The papers that ended their workers when papers were made last, by their identifiers.
    private(set) var faulty: Set<String> = []

    init(
        configuration: WatchConfiguration,
        worker: RenderWorker,
        notifier: Notifier? = nil,
        metrics: ServiceMetrics,
        log: Logger
    ) {
        folders = configuration.out
        open = OutputFolder(configuration.out.open)
        restricted = OutputFolder(configuration.out.restricted)
        workspace = configuration.workspace
        endings = configuration.formats.compactMap(WatchedFormat.init).map(\.ending).sorted(by: >)
        self.worker = worker
        self.notifier = notifier
        self.metrics = metrics
        self.log = log
    }

    /// Whether every paper that there should be is current.
    var isCurrent: Bool {
        writingFailure == nil && status?.failure == nil && hasRound
            && papers.values.allSatisfy { $0.state == .current || $0.state == .withdrawn }
    }

    /// Whether the council and the round could be read when papers were made last.
    private(set) var hasRound = false

    /// Makes the output folder ours.
    func hold() throws(PublicationError) {
        try open.hold()
        // The other folder is made when there is something to go into it.
        if restricted.isThere {
            try folders.verify()
            try restricted.hold()
        }
    }

    /// Whether the ledger of what is exempt is another than when papers were made last: somebody has released something.
    func ledgerHasChanged() -> Bool { ledgerMark(ofWorkspace: workspace) != ledger }

    /// Whether a paper that was written is not there any more, because somebody removed it or the folder; it is made the next time.
    func missesPapers() -> Bool {
        let missing = papers.filter { key, paper in
            paper.state == .current && endings.contains { folder(for: key).size(of: key.stem + $0) == nil }
        }
        for key in missing.keys { worker.forget(key) }
        return !missing.isEmpty
    }

    /// Makes the papers that say something else than before, and tells how they are.
    ///
    /// A worker that ends at a paper costs that paper: the others are made by the next worker.
    ///
    /// - Parameter pause: is called between papers; returns whether to stop.
    /// - Returns: whether the papers have been looked at; not where files have to settle anew first.
    /// - Throws: a ``PublicationError`` of a fault that no officer can mend.
    func update(pause: () -> Bool) throws(PublicationError) -> Bool {
        let start = ContinuousClock.now
        writingFailure = nil
        do {
            try hold()
        } catch {
            note(error)
            return true
        }
        if status == nil { renameFormerCirculated() }
        var run = Run()
        while try !make(&run, pause: pause) {}
        guard run.isReady else { return false }
        finish(run, start: start)
        return true
    }

    /// One look through all papers, which may take several workers.
    private struct Run {
        /// The papers that have been made or looked at, and those at which a worker ended.
        var seen: Set<PaperKey> = []
        /// The papers that a worker ended at, by their identifiers.
        var faulty: Set<String> = []
        /// What was said of each paper.
        var diagnostics: [Diagnostic] = []
        var report: BuildReport?
        /// Why no paper can be made: a clause.
        var failure: String?
        /// Whether a worker ended at no paper, such as while it read the workspace.
        var hasFailed = false
        /// Whether everything had settled.
        var isReady = true
        /// The paper that was received last, of which there may be more editions.
        var last: String?
        /// How often a worker has ended.
        var faults = 0

        /// The papers that the next worker need not make.
        var done: Set<String> { faulty.union(seen.map(\.id).filter { $0 != last }) }
    }

    /// Has a worker make what is still to be made.
    ///
    /// - Returns: whether there is nothing more to be made.
    private func make(_ run: inout Run, pause: () -> Bool) throws(PublicationError) -> Bool {
        do {
            let order = BuildOrder(skipped: run.done, last: suspects)
            let report = try worker.build(order) { paper in
                run.seen.insert(paper.key)
                run.last = paper.id
                run.diagnostics += paper.diagnostics
                keep(paper)
                return !pause()
            }
            run.report = report
            if let report { metrics.add(report.timer) }
            run.isReady = report != nil
            return true
        } catch let fault as WorkerFault {
            return attribute(fault, in: &run) || pause()
        } catch let error as PublicationError {
            // What was there at the beginning may come back: a theme that somebody is renaming, the program while it is replaced.
            guard status != nil, error.kind != .fault else { throw error }
            log.error("the papers cannot be made", metadata: ["reason": "\(error)"])
            run.failure = "\(error)"
            return true
        } catch {
            throw PublicationError(.fault, "internal error: \(error)")
        }
    }

    /// Finds the paper that has ended a worker: at once where it took too much, else the second time.
    ///
    /// - Returns: whether nothing more can be made.
    private func attribute(_ fault: WorkerFault, in run: inout Run) -> Bool {
        log.error(
            "a worker ended while \(fault.activity)",
            metadata: ["reason": "\(fault.reason)", "words": "\(fault.lastWords ?? "")"]
        )
        run.faults += 1
        metrics.add(1, to: .workerFaults)
        // A worker that ends at one thing after another would be replaced for ever.
        let isHopeless = run.faults > 2 * papers.count + 20
        guard let paper = fault.activity.paper, !isHopeless else {
            if run.hasFailed || fault.isBreach || isHopeless { run.failure = "\(fault.reason) while \(fault.activity)" }
            run.hasFailed = true
            return run.failure != nil
        }
        let isFirst = suspects.insert(paper).inserted
        if isFirst, !fault.isBreach { return false }
        run.faulty.insert(paper)
        let problem = Diagnostic(.fault(fault), at: nil)
        run.diagnostics.append(problem)
        let known = papers.keys.filter { $0.id == paper }.sorted()
        let editions = known.isEmpty ? [Edition.whole] : known.compactMap { papers[$0]?.edition }
        for edition in editions {
            let build = PaperBuild(id: paper, edition: edition, outcome: .failed, diagnostics: [problem])
            run.seen.insert(build.key)
            keep(build)
        }
        return false
    }

    private func finish(_ run: Run, start: ContinuousClock.Instant) {
        if let report = run.report, report.isComplete {
            for key in papers.keys where !run.seen.contains(key) {
                papers[key]?.state = .withdrawn
                folder(for: key).remove(ProblemsText.name(for: key.stem))
            }
            suspects.formIntersection(run.faulty)
            renameFormerFiles(of: report.identifiers)
        }
        if let report = run.report {
            for key in papers.keys { papers[key]?.announcement = report.announcements.first { $0.id == key.id } }
        }
        hasRound = run.report?.council.isEmpty == false
        faulty = run.faulty
        var status = WatchStatus(updated: .now, duration: .now - start)
        status.title = run.report?.title ?? self.status?.title ?? ""
        status.council = run.report?.council ?? self.status?.council ?? ""
        status.papers = papers.sorted { $0.key < $1.key }.map(\.value)
        status.directorates = run.report?.directorates ?? self.status?.directorates ?? []
        status.diagnostics = ((run.report?.diagnostics ?? []) + run.diagnostics).inReadingOrder
        status.failedDrops = failedDrops
        if let failure = run.failure { status.failure = "The papers cannot be made: \(failure)." }
        ledger = run.report?.ledger ?? ledgerMark(ofWorkspace: workspace)
        self.status = status
        write(status)
        measure()
        notify()
        if writingFailure == nil, toldFailure != nil {
            toldFailure = nil
            log.info("the output folder can be written to again")
        }
        let count = DiagnosticCount(status.diagnostics)
        log.info(
            "the papers have been looked at",
            metadata: [
                "papers": "\(run.seen.count)", "errors": "\(count.errors)", "warnings": "\(count.warnings)",
                "milliseconds": "\(Int(status.duration.inMilliseconds))",
            ]
        )
    }

    /// Tells that the workspace cannot be read at all.
    func tell(failure: String) {
        guard (try? hold()) != nil else { return }
        var status = self.status ?? WatchStatus(updated: .now, duration: .zero)
        if status.failure == failure { return }
        status.failure = failure
        status.updated = .now
        status.alive = status.updated
        self.status = status
        write(status)
    }

    /// Says in the page which drops were not taken.
    func tell(failedDrops: [WatchStatus.FailedDrop]) {
        if failedDrops == self.failedDrops { return }
        self.failedDrops = failedDrops
        guard var status else { return }
        status.failedDrops = failedDrops
        status.alive = .now
        self.status = status
        write(status)
    }

    /// When the page says next that the service is at work, or `nil` as long as there is no page.
    var nextSign: ContinuousClock.Instant? { lastWrite.map { $0 + StatusPage.signInterval } }

    /// Writes the page anew if it was written long ago, so that whoever reads it sees that the service is at work.
    func giveSign(at now: ContinuousClock.Instant) {
        guard let next = nextSign, now >= next, var status, (try? hold()) != nil else { return }
        status.alive = .now
        self.status = status
        write(status)
    }

    /// Has the program of `--notify` told of what has become of the papers.
    private func notify() {
        defer { changed = [] }
        guard let notifier, let status, let today = WallTime.now.date else { return }
        notifier.tell(news.outcomes(of: status.papers, changed: changed, on: today), log: log)
        notifyOfDue()
    }

    /// Has the program of `--notify` told of papers whose last day of publication has come near or has passed.
    func notifyOfDue() {
        guard let notifier, let status, let today = WallTime.now.date else { return }
        notifier.tell(news.dueEvents(of: status.papers, on: today), log: log)
    }

    /// Measures how the papers are, by the clock of today.
    func measure() {
        guard metrics.isRead, let status, let today = WallTime.now.date else { return }
        let states = Dictionary(grouping: status.papers, by: \.state).mapValues(\.count)
        metrics.replace(
            .papers,
            WatchStatus.Paper.State.allCases.map { (["state": $0.rawValue], states[$0] ?? 0) }
        )
        metrics.replace(
            .paperWritten,
            status.papers.compactMap { paper in
                paper.written.map { (["paper": paper.id, "edition": paper.edition.rawValue], $0.secondsSince1970) }
            }
        )
        metrics.replace(
            .paperFailing,
            status.papers.filter { $0.state != .withdrawn }.map { paper in
                (["paper": paper.id, "edition": paper.edition.rawValue], paper.state == .current ? 0 : 1)
            }
        )
        let due = status.papers.filter { $0.state != .withdrawn }.compactMap { paper in
            PaperEvent(.due, of: paper, on: today).daysLeft.map { (paper.id, $0) }
        }
        metrics.replace(.publicationDays, Dictionary(due) { $1 }.map { (["paper": $0.key], $0.value) })
    }

    private func folder(for key: PaperKey) -> OutputFolder { key.audience == .restricted ? restricted : open }

    private func keep(_ paper: PaperBuild) {
        let count = DiagnosticCount(paper.diagnostics)
        let before = papers[paper.key]
        let out = folder(for: paper.key)
        var now = WatchStatus.Paper(
            id: paper.id,
            edition: paper.edition,
            state: .current,
            pages: before?.pages,
            written: out.written(paper.file),
            errors: count.errors,
            warnings: count.warnings,
            endings: endings,
            announcement: before?.announcement
        )
        do {
            switch paper.outcome {
            case .made(let files):
                if paper.edition == .restricted { try folders.verify() }
                try out.hold()
                for file in files where try out.write(file.bytes, to: file.name) { changed.insert(paper.key) }
                now.pages = files.first?.pages
                now.written = out.written(paper.file)
                metrics.add(1, to: .papersMade)
                for file in files {
                    log.info(
                        "made a paper",
                        metadata: [
                            "file": "\(file.name)", "edition": "\(file.edition.rawValue)", "pages": "\(file.pages)",
                            "bytes": "\(file.bytes.count)",
                        ]
                    )
                }
            case .unchanged(let pages):
                now.pages = pages
            case .failed:
                now.state = .problems
                metrics.add(1, to: .papersFailed)
                let standing = now.written.map { (paper.file, now.pages, $0) }
                let text = ProblemsText(paper: paper.id, standing: standing, diagnostics: paper.diagnostics).text
                try out.hold()
                try out.write(Array(text.utf8), to: ProblemsText.name(for: paper.stem))
                log.warning(
                    "a paper has problems",
                    metadata: [
                        "paper": "\(paper.id)", "edition": "\(paper.edition.rawValue)", "errors": "\(count.errors)",
                        "places": "\(paper.diagnostics.errorPlaces)",
                    ]
                )
            }
            if now.state == .current {
                if before == nil, out.size(of: ProblemsText.name(for: paper.stem)) != nil { changed.insert(paper.key) }
                out.remove(ProblemsText.name(for: paper.stem))
                // What was made when another format was asked for says what the paper said then.
                for format in WatchedFormat.allCases where !endings.contains(format.ending) {
                    out.remove(paper.stem + format.ending)
                }
            }
            now.endings = endings.filter { out.size(of: paper.stem + $0) != nil }
        } catch {
            worker.forget(paper.key)
            now.state = .unwritten
            note(error)
        }
        papers[paper.key] = now
    }

    /// Gives files that are not for publication, made by a version before, the names that they have now.
    private func renameFormerFiles(of papers: [String]) {
        for name in RestrictedNames.renameFormerFiles(of: papers, in: restricted.path) {
            log.info("renamed a file that is not for publication", metadata: ["file": "\(name)"])
        }
        let unmarked = RestrictedNames.unmarkedFiles(in: restricted.path)
        if unmarked != toldUnmarked {
            for file in unmarked { log.warning("\(file.message)") }
        }
        toldUnmarked = unmarked
    }

    private func renameFormerCirculated() {
        for name in RestrictedNames.renameFormerFiles(circulatedIn: workspace) {
            log.info("renamed a file that is not for publication", metadata: ["file": "\(name)"])
        }
    }

    private func write(_ status: WatchStatus) {
        lastWrite = .now
        do {
            try open.write(Array(status.json.utf8), to: WatchStatus.jsonName)
            try open.write(StatusPage(status: status).bytes, to: WatchStatus.pageName)
        } catch {
            note(error)
        }
    }

    private func note(_ error: PublicationError) {
        if writingFailure == nil, toldFailure != error { log.error("\(error.description)") }
        writingFailure = error
        toldFailure = error
    }
}

extension [Diagnostic] {
    /// Where the first errors are, for a log: places and no words.
    fileprivate var errorPlaces: String {
        let places = filter { $0.severity == .error }.compactMap { $0.location?.place }
        return places.prefix(5).joined(separator: ", ") + (places.count > 5 ? ", …" : "")
    }
}
