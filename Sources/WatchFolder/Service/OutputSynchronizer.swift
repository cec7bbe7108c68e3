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
    private let publisher: IncrementalPublisher
    private let log: Logger
    private var papers: [PaperKey: WatchStatus.Paper] = [:]
    private(set) var status: WatchStatus?
    /// Why something could not be written, until it can.
    private(set) var writingFailure: PublicationError?
    /// The failure last logged, so that it is not logged again every few seconds.
    private var toldFailure: PublicationError?
    /// The files without the mark of exempt editions that were last logged.
    private var toldUnmarked: [Diagnostic] = []

    init(configuration: WatchConfiguration, program: ProgramFiles, log: Logger) {
        folders = configuration.out
        open = OutputFolder(configuration.out.open)
        restricted = OutputFolder(configuration.out.restricted)
        workspace = configuration.workspace
        publisher = IncrementalPublisher(
            program: program,
            workspace: configuration.workspace,
            theme: configuration.theme,
            madeAt: configuration.madeAt,
            restrictedFolder: configuration.out.restricted
        )
        self.log = log
    }

    /// Whether every paper that there should be is current.
    var isCurrent: Bool {
        writingFailure == nil && papers.values.allSatisfy { $0.state == .current || $0.state == .withdrawn }
    }

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
    func ledgerHasChanged() -> Bool { publisher.ledgerHasChanged }

    /// Has every paper made anew the next time.
    func forgetAll() { publisher.forgetAll() }

    /// Whether a paper that was written is not there any more, because somebody removed it or the folder; it is made the next time.
    func missesPapers() -> Bool {
        let missing = papers.filter { $0.value.state == .current && folder(for: $0.key).size(of: $0.value.file) == nil }
        for key in missing.keys { publisher.forget(key) }
        return !missing.isEmpty
    }

    /// Makes the papers that say something else than before, and tells how they are.
    ///
    /// - Parameter pause: is called between papers; returns whether to stop.
    /// - Throws: a ``PublicationError`` of a fault that no officer can mend.
    func update(from files: any FileSource, pause: () -> Bool) throws(PublicationError) {
        let start = ContinuousClock.now
        writingFailure = nil
        do {
            try hold()
        } catch {
            note(error)
            return
        }
        if status == nil { renameFormerCirculated() }
        var seen: Set<PaperKey> = []
        let report = try publisher.run(files) { paper in
            seen.insert(paper.key)
            keep(paper)
            return !pause()
        }
        if report.isComplete {
            for key in papers.keys where !seen.contains(key) {
                papers[key]?.state = .withdrawn
                folder(for: key).remove(ProblemsText.name(for: key.stem))
            }
            renameFormerFiles(of: report.identifiers)
        }
        var status = WatchStatus(updated: .now, duration: .now - start)
        status.title = report.title
        status.council = report.council
        status.papers = papers.sorted { $0.key < $1.key }.map(\.value)
        status.directorates = report.directorates
        status.diagnostics = report.diagnostics
        self.status = status
        write(status)
        if writingFailure == nil, toldFailure != nil {
            toldFailure = nil
            log.info("the output folder can be written to again")
        }
        let count = DiagnosticCount(report.diagnostics)
        log.info(
            "the papers have been looked at",
            metadata: [
                "papers": "\(seen.count)", "errors": "\(count.errors)", "warnings": "\(count.warnings)",
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
        self.status = status
        write(status)
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
            warnings: count.warnings
        )
        do {
            switch paper.outcome {
            case .made(let file):
                if paper.edition == .restricted { try folders.verify() }
                try out.hold()
                try out.write(file.bytes, to: file.name)
                now.pages = file.pages
                now.written = out.written(file.name)
                log.info(
                    "made a paper",
                    metadata: [
                        "file": "\(file.name)", "edition": "\(file.edition.rawValue)", "pages": "\(file.pages)",
                        "bytes": "\(file.bytes.count)",
                    ]
                )
            case .unchanged(let pages):
                now.pages = pages
            case .failed:
                now.state = .problems
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
            if now.state == .current { out.remove(ProblemsText.name(for: paper.stem)) }
        } catch {
            publisher.forget(paper.key)
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
        do {
            try open.write(Array(status.json.utf8), to: WatchStatus.jsonName)
            try open.write(Array(StatusPage(status: status).html.utf8), to: WatchStatus.pageName)
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
