// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing
import WorkspaceFiles

/// Makes the papers of a workspace for the preview, through the ``IncrementalPublisher``, and remembers each as it was made last.
///
/// It stays on the thread that it was made on.
final class RoundBuilder {
    private let publisher: IncrementalPublisher
    private let audience: Audience
    private var papers: [PaperKey: PreviewPaper] = [:]
    /// The names of the round and the council as they could be read last.
    private var names = (title: "", council: "")
    private let workspace: String
    /// The state of the ledger of exempt information when it was read last.
    private var ledger: FileMark?

    init(_ configuration: PreviewConfiguration, program: ProgramFiles) {
        audience = configuration.audience
        workspace = configuration.workspace
        publisher = IncrementalPublisher(
            program: program,
            workspace: configuration.workspace,
            theme: configuration.theme,
            formats: [.html],
            restrictedFolder: configuration.out.restricted,
            purpose: .preview
        )
    }

    /// Forgets all that was made: fonts have changed.
    func forgetAll() { publisher.forgetAll() }

    /// Whether the ledger is not as it was read: something has been published, or released.
    var hasLedgerChanged: Bool { ledgerMark(ofWorkspace: workspace) != ledger }

    /// Makes the papers that have changed.
    ///
    /// - Parameter isStopping: is asked after each paper.
    /// - Returns: the round as it is now, or `nil` if it was stopped.
    func build(_ files: any FileSource, isStopping: () -> Bool = { false }) -> PreviewRound? {
        var round = PreviewRound()
        var built: [PaperKey: [Diagnostic]] = [:]
        do {
            let report = try publisher.run(files) { build in
                // What nobody has asked for is not even kept.
                if audience == .restricted || build.edition != .restricted {
                    built[build.key] = build.diagnostics
                    take(build)
                }
                return !isStopping()
            }
            ledger = report.ledger
            if !report.isComplete { return nil }
            round.directorates = report.directorates
            round.diagnostics = report.diagnostics
            if report.identifiers.isEmpty {
                round.failure = "The round cannot be read as it is now. Papers are shown as they were made last."
            } else {
                names = (report.title, report.council)
                papers = papers.filter { built[$0.key] != nil }
            }
            let announcements = Dictionary(report.announcements.map { ($0.id, $0) }) { first, _ in first }
            for (key, own) in built {
                if !report.identifiers.isEmpty { papers[key]?.announcement = announcements[key.id] }
                let places = papers[key]?.places ?? [:]
                let isGood = own.isEmpty && report.diagnostics.isEmpty
                papers[key]?.problems =
                    isGood ? [] : ProblemPlacement(places).placed(own, others: report.diagnostics)
            }
            let positions = Dictionary(report.identifiers.enumerated().map { ($1, $0) }) { first, _ in first }
            round.papers = papers.values.sorted { first, second in
                let one = positions[first.key.id] ?? .max
                let other = positions[second.key.id] ?? .max
                return one == other ? first.key < second.key : one < other
            }
        } catch {
            round.papers = papers.values.sorted { $0.key < $1.key }
            round.fail("Papers cannot be made: \(error.description).")
        }
        (round.title, round.council) = names
        return round
    }

    /// Draws a page of a paper as it was made last, or returns `nil` if there is none.
    func picture(ofPage number: Int, of key: PaperKey) -> [UInt8]? {
        guard papers[key] != nil else { return nil }
        return try? publisher.picture(ofPage: number, of: key)
    }

    private func take(_ build: PaperBuild) {
        var paper = papers[build.key] ?? PreviewPaper(key: build.key, edition: build.edition, state: .problems)
        let isExposed = build.diagnostics.contains { $0.isExposure && $0.severity == .error }
        switch build.outcome {
        case .made(let files):
            paper.state = .good
            paper.edition = build.edition
            paper.document = files.first { $0.name.hasSuffix(".html") }.flatMap { PaperDocument($0.bytes) }
            if let preview = build.preview {
                paper.title = preview.title
                paper.pages = preview.pages
                paper.places = preview.places
            }
        case .unchanged:
            paper.state = .good
            paper.edition = build.edition
            if let preview = build.preview { paper.places = preview.places }
        case .failed:
            paper.state = isExposed ? .heldBack : .problems
            // What is marked, or may have to be, since the paper was made last is in it still.
            let mayHoldExempt = isExposed || build.edition != .whole || paper.edition != .whole
            if paper.document == nil || audience == .public && mayHoldExempt {
                paper = PreviewPaper(key: build.key, edition: build.edition, state: paper.state)
            }
            // Only the publisher has pages to draw, of papers as they are now; and lines of another text are no places.
            paper.pages = []
            if build.preview?.places != paper.places { paper.places = [:] }
        }
        papers[build.key] = paper
    }
}
