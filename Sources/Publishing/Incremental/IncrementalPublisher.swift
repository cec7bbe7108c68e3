// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import PaperTree
import Typesetting
package import WorkspaceFiles

/// Makes the papers of a workspace again and again, each only if its content has changed: a layer around the ``Pipeline``.
///
/// Every paper is read and composed on each run, which costs little; it is typeset and exported only if its tree or its theme is not
/// that of its last build. Reuse is keyed by content, so no list of what depends on what can be wrong: a warm run writes the bytes that a
/// cold one would. Shaped words, paragraphs and pages are cached between runs.
package final class IncrementalPublisher {
    private let theme: String?
    private let formats: Set<PublicationRequest.Format>
    private let pipeline: Pipeline
    private var records: [PaperKey: BuildRecord] = [:]
    private var caches: [PaperKey: PaperCache] = [:]
    private var known = KnownPapers()
    private var ledger: LedgerSession
    private var wordBudget = WordBudget()
    private let purpose: Purpose

    /// What papers are made for.
    package enum Purpose: Sendable {
        /// To be written to files and published.
        case publishing
        /// To be looked at by whoever writes them. Pages are kept, so that pictures can be drawn of them, and nothing is recorded in the ledger of
        /// exempt information: nothing is published.
        case preview
    }

    /// The last successful build of a paper.
    private struct BuildRecord {
        var digest: ContentDigest
        var pages: Int
        /// The diagnostics of typesetting it.
        var diagnostics: [Diagnostic]
        /// Where its blocks were written when it was composed last: places move without the content.
        var places: [NodeID: SourceLocation]
        /// The pages, if they are kept for a preview.
        var typeset: TypesetPaper?
        var previewPages: [PaperPreview.Page] = []
    }

    /// What decides the bytes of a paper, and what is reported of it: its tree, how it is presented, and what the council has set of the rules.
    private struct ContentDigest: Equatable {
        private let hash: Int

        init(_ paper: Paper, _ presentation: Presentation, _ rules: RuleSettings) {
            var hasher = Hasher()
            hasher.combine(paper)
            hasher.combine(presentation)
            hasher.combine(rules)
            hash = hasher.finalize()
        }
    }

    /// - Parameters:
    ///   - workspace: the folder on disk, for its fonts and its ledger.
    ///   - formats: what is made of each paper; one of them is PDF.
    ///   - restrictedFolder: where restricted editions are written.
    ///   - purpose: what the papers are made for.
    ///   - progress: is called with each activity as it begins.
    package init(
        program: ProgramFiles,
        workspace: String,
        theme: String? = nil,
        formats: Set<PublicationRequest.Format> = [.pdf],
        madeAt: Int? = nil,
        restrictedFolder: String? = nil,
        purpose: Purpose = .publishing,
        progress: @escaping (Activity) -> Void = { _ in }
    ) {
        self.theme = theme
        self.formats = formats
        self.purpose = purpose
        pipeline = Pipeline(
            program: program,
            workspace: workspace,
            madeAt: madeAt,
            restrictedFolder: restrictedFolder,
            progress: progress
        )
        ledger = LedgerSession(pipeline.exemptGuard, isReadOnly: purpose == .preview)
    }

    /// Drops the record of a paper, so that the next run makes it.
    package func forget(_ key: PaperKey) { records[key] = nil }

    /// Drops all records and caches, so that the next run makes every paper, with fonts that are read again.
    package func forgetAll() {
        records = [:]
        pipeline.fonts.drop()
        dropCaches()
    }

    /// The number of papers with a cache.
    var cacheCount: Int { caches.count }

    /// The number of words and parts of words in the shaper's cache.
    var wordCount: Int { pipeline.fonts.wordCount }

    /// Drops the shaped words, and the paragraphs and pages that are made of them.
    private func dropCaches() {
        caches = [:]
        wordBudget.reset()
        pipeline.fonts.dropShaper()
    }

    /// Makes the papers whose content has changed.
    ///
    /// - Parameters:
    ///   - order: which papers are made, and in which order.
    ///   - done: is called with each paper as soon as it is made, or known not to be; returns whether to go on.
    /// - Throws: a ``PublicationError`` if the program's own files cannot be read, or there is no such theme.
    package func run(
        _ files: any FileSource,
        order: BuildOrder = BuildOrder(),
        done: (PaperBuild) -> Bool
    ) throws(PublicationError) -> BuildReport {
        pipeline.timer = StageTimer()
        defer { pipeline.idle() }
        // Read.
        let contents = try pipeline.read(files)
        ledger.noteRead()
        guard let round = contents.round else {
            let names = ((try? files.names(in: "papers")) ?? []).compactMap { name -> String? in
                guard isPaperFile(name) else { return nil }
                return name.lastIndex(of: ".").map { String(name[..<$0]) }
            }
            let found = contents.settled(contents.diagnostics).kept
            let failed = known.failures(inFiles: names, found)
            _ = failed.allSatisfy(done)
            return BuildReport(diagnostics: found, ledger: ledger.mark)
        }
        let theme = try contents.theme(theme)
        var report = BuildReport(
            title: round.round.title,
            identifiers: round.paperIdentifiers,
            announcements: PaperAnnouncement.all(in: round),
            council: round.council.name,
            directorates: DirectorateState.all(
                in: round,
                diagnostics: contents.settled(contents.diagnostics).kept
            ),
            diagnostics: contents.diagnostics,
            ledger: ledger.mark
        )
        // Papers whose files cannot be read.
        let attribution = ErrorAttribution(contents.diagnostics, council: round.council)
        let readable = Set(round.papers.map(\.file))
        let unreadable = attribution.papers.filter { !readable.contains($0.key) }.sorted { $0.key < $1.key }
        report.isComplete = unreadable.flatMap { known.failures(inFile: $0.key, $0.value) }.allSatisfy(done)
        if !report.isComplete {
            report.diagnostics = contents.settled(report.diagnostics).kept
            return report
        }
        known.record(round.papers)
        // All others.
        var composition = pipeline.composition(of: round, layouts: contents.layouts, files: files)
        for job in order.jobs(of: round.jobs) {
            let (builds, diagnostics) = build(job, of: round, contents, theme, attribution, in: &composition)
            report.diagnostics += diagnostics
            known.record(builds)
            // Each is reported, also if the run stops after the first.
            let goesOn = builds.map(done)
            report.isComplete = !goesOn.contains(false)
            if !report.isComplete { break }
        }
        if report.isComplete {
            let keys = known.prune(toFiles: readable.union(attribution.papers.keys), council: round.council)
            records = records.filter { keys.contains($0.key) }
            caches = caches.filter { keys.contains($0.key) }
        }
        report.diagnostics = contents.settled(report.diagnostics).kept
        report.timer = pipeline.timer
        report.ledger = ledger.mark
        if wordBudget.isExceeded(by: wordCount) { dropCaches() }
        return report
    }

    /// Makes a paper in its editions: all of them, or if there is an error in one, none.
    private func build(
        _ job: PaperJob,
        of round: MonitoringRound,
        _ contents: WorkspaceContents,
        _ theme: Theme?,
        _ attribution: ErrorAttribution,
        in composition: inout PaperComposition
    ) -> (builds: [PaperBuild], diagnostics: [Diagnostic]) {
        let composed = pipeline.compose(job, in: &composition)
        let papers = composed.papers.map(\.paper)
        var found = composed.diagnostics
        // A return is composed with the paper that appends it, whose problems are that paper's.
        if let directorate = job.directorate {
            found.removeAll { problem in
                switch problem.subject {
                case .paper: true
                case .directorateReturn(let other): other != directorate
                default: false
                }
            }
        }
        found += attribution.errors(concerning: job, of: round, in: &composition)
        var builds: [PaperBuild] = []
        if let theme, !found.holdsErrors {
            let presentation = Presentation(
                formats: formats,
                theme: theme,
                wording: contents.layouts.wording,
                isForPreview: purpose == .preview
            )
            for paper in papers {
                let (build, diagnostics) = self.build(paper, presentation)
                builds.append(build)
                found += diagnostics
            }
            if !found.holdsErrors { found += record(builds, of: round) }
        }
        if builds.isEmpty || found.holdsErrors {
            builds = papers.map { PaperBuild(id: $0.properties.id, edition: $0.properties.edition, outcome: .failed) }
            if builds.isEmpty, found.holdsErrors { builds = known.failures(of: [job.id], []) }
            for build in builds { records[build.key] = nil }
        }
        let diagnostics = contents.settled(found).kept
        for index in builds.indices { builds[index].diagnostics = diagnostics }
        if purpose == .preview { describe(&builds, of: papers) }
        return (builds, builds.isEmpty ? [] : found)
    }

    /// Typesets and exports one edition of a paper, unless its content is that of its last build.
    private func build(
        _ paper: Paper,
        _ presentation: Presentation
    ) -> (build: PaperBuild, diagnostics: [Diagnostic]) {
        var build = PaperBuild(id: paper.properties.id, edition: paper.properties.edition, outcome: .failed)
        let digest = ContentDigest(paper, presentation, pipeline.rules)
        let places = paper.places
        if let record = records[build.key], record.digest == digest {
            build.outcome = .unchanged(pages: record.pages)
            let diagnostics = record.diagnostics.moved(from: record.places, to: places)
            records[build.key]?.diagnostics = diagnostics
            records[build.key]?.places = places
            return (build, diagnostics)
        }
        let cache = caches[build.key] ?? PaperCache()
        caches[build.key] = cache
        var (prepared, diagnostics) = pipeline.prepare(paper, presentation, cache: cache)
        guard let prepared, !diagnostics.holdsErrors else { return (build, diagnostics) }
        do {
            let files = try pipeline.export(prepared, cache: cache)
            records[build.key] = BuildRecord(
                digest: digest,
                pages: prepared.pageCount,
                diagnostics: diagnostics,
                places: places,
                typeset: purpose == .preview ? prepared.pages : nil,
                previewPages: purpose == .preview ? prepared.pages?.previewPages ?? [] : []
            )
            build.outcome = .made(files)
        } catch {
            diagnostics.report(.fault(error), at: nil)
        }
        return (build, diagnostics)
    }

    /// Adds what a preview needs of papers that have been composed.
    private func describe(_ builds: inout [PaperBuild], of papers: [Paper]) {
        for index in builds.indices {
            guard let paper = papers.first(where: { $0.properties.edition == builds[index].edition }) else { continue }
            builds[index].preview = PaperPreview(paper, pages: records[builds[index].key]?.previewPages ?? [])
        }
    }

    /// Draws a page of a paper as it was made last.
    ///
    /// - Parameter number: from 1.
    /// - Returns: the PNG file, or `nil` if there is no such page or nothing is kept for a preview.
    /// - Throws: a ``PublicationError`` for a fault of the program or a library.
    package func picture(ofPage number: Int, of key: PaperKey) throws(PublicationError) -> [UInt8]? {
        guard let page = records[key]?.typeset?.pages.first(where: { $0.number == number }) else { return nil }
        return try pipeline.picture(of: page, resolution: PaperPreview.resolution)
    }

    /// Records in the ledger what is exempt in the restricted edition of a paper.
    ///
    /// - Returns: an error if it cannot be recorded: then no edition is to be published.
    private func record(_ builds: [PaperBuild], of round: MonitoringRound) -> [Diagnostic] {
        guard let restricted = builds.first(where: { $0.edition == .restricted }) else { return [] }
        do {
            try ledger.record(round, publishedIn: restricted.id)
            return []
        } catch {
            return [Diagnostic(.unwritableLedger(error), at: nil)]
        }
    }
}

extension [Diagnostic] {
    /// The same diagnostics of typesetting, for a paper of which nothing but the places has changed.
    func moved(from former: [NodeID: SourceLocation], to places: [NodeID: SourceLocation]) -> [Diagnostic] {
        if isEmpty || former == places { return self }
        var moves: [SourceLocation: SourceLocation] = [:]
        for (node, place) in former { moves[place] = places[node] }
        return map { diagnostic in
            var diagnostic = diagnostic
            if let location = diagnostic.location, let place = moves[location] { diagnostic.location = place }
            return diagnostic
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func fault(_ error: PublicationError) -> Self {
        Self(
            .programFault,
            DiagnosticText(own: error.description),
            hint: "this is a fault of the program: tell whoever looks after it"
        )
    }

    fileprivate static func unwritableLedger(_ error: PublicationError) -> Self {
        Self(
            .unwritableWorkspace,
            DiagnosticText(own: error.description),
            hint: "see that the workspace can be written to"
        )
    }
}
