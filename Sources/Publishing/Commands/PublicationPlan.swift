// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Intake
import Composition
import Layouts
import Monitoring
import PaperTree
import Parallelism
import Typesetting
package import WorkspaceFiles

/// What a run over a workspace would make: every paper in each of its editions, so that each can be made by itself, anywhere.
package struct PublicationPlan: Sendable {
    /// The editions, in the order of the round; none where there are errors, since a run makes all or nothing.
    package var papers: [PaperKey] = []
    /// Every problem, in reading order.
    package var diagnostics: [Diagnostic] = []
    /// The papers of the plan, and the returns in them.
    package var subjects: Set<SourceFile.Subject> = []
    /// The name of the council in full, or `nil` if the workspace has none that can be read.
    package var council: String?
    /// Whether anything in the round is marked as exempt.
    package var holdsExemptInformation = false
    /// What of the problems is told.
    package var selection: DiagnosticSelection { DiagnosticSelection(diagnostics, about: subjects) }
}

/// Finds what a run over a workspace would make, and every problem that shows before pages are set. Nothing is typeset.
///
/// What is marked as exempt is remembered in the ledger of the workspace, as ``publish(_:with:readingCache:progress:)`` does: whoever has the
/// plan may publish all of it.
///
/// - Parameters:
///   - request: its workspace is the folder on disk, for its fonts and its ledger.
///   - files: those of the workspace, as the papers will be made of them.
///   - readingCache: what earlier calls have read of the program's own files.
/// - Throws: a ``PublicationError`` as ``publish(_:with:readingCache:progress:)`` does.
package func plan(
    _ request: PublicationRequest,
    from files: any FileSource,
    with program: ProgramFiles,
    readingCache: ReadingCache = ReadingCache()
) throws(PublicationError) -> PublicationPlan {
    let pipeline = Pipeline(
        program: program,
        workspace: request.workspace,
        restrictedFolder: request.restrictedFolder,
        readingCache: readingCache,
        jobs: Jobs(request.jobs)
    )
    let contents = try pipeline.read(files)
    var plan = PublicationPlan()
    plan.diagnostics = contents.diagnostics
    guard let round = contents.round else {
        plan.diagnostics = contents.settled(plan.diagnostics).kept
        return plan
    }
    plan.council = round.council.name
    plan.holdsExemptInformation = round.holdsExemptInformation
    let theme = try contents.theme(request.theme)
    let run = try compose(
        request,
        round,
        contents,
        from: files,
        with: pipeline,
        in: PipelinePool(of: pipeline) { _ in }
    )
    plan.diagnostics += run.diagnostics
    plan.subjects = run.subjects
    if let theme, !plan.diagnostics.holdsErrors {
        var coverage: CharacterCoverage?
        plan.diagnostics += run.papers.flatMap {
            pipeline.uncoveredCharacters(of: $0.paper, theme: theme, coverage: &coverage)
        }
    }
    plan.diagnostics = contents.settled(plan.diagnostics).kept
    if plan.diagnostics.holdsErrors { return plan }
    plan.papers = run.papers.map { PaperKey(id: $0.job.id, audience: $0.paper.properties.edition.audience) }
    let restricted = plan.papers.filter { $0.audience == .restricted }
    try pipeline.exemptGuard.remember(round, publishedIn: Set(restricted.map(\.id)))
    return plan
}

/// Makes papers of one workspace that stays as it is, each by itself: what has been read, and the fonts, serve all of them.
///
/// A paper is made as a run over the whole workspace makes it, to the byte. The ledger of what is exempt is compared with, and is not written:
/// ``plan(_:from:with:readingCache:)`` has done so. It stays on one thread.
package final class PaperPublisher {
    private let pipeline: Pipeline
    private let contents: WorkspaceContents
    private let presentation: Presentation?
    private var composition: PaperComposition?

    /// Reads the workspace.
    ///
    /// - Parameters:
    ///   - request: its workspace, its theme, its formats and its time; papers are named one by one.
    ///   - progress: is called with each activity as it begins.
    /// - Throws: a ``PublicationError`` if the workspace cannot be read, or has no such theme.
    package init(
        _ request: PublicationRequest,
        with program: ProgramFiles,
        progress: @escaping (Activity) -> Void = { _ in }
    ) throws(PublicationError) {
        pipeline = Pipeline(
            program: program,
            workspace: request.workspace,
            madeAt: request.madeAt,
            jobs: Jobs(request.jobs),
            progress: progress
        )
        let files = DiskFiles(root: request.workspace)
        contents = try pipeline.read(files)
        let layouts = contents.layouts
        presentation = try contents.theme(request.theme).map {
            Presentation(formats: request.formats, theme: $0, wording: layouts.wording)
        }
        composition = contents.round.map { pipeline.composition(of: $0, layouts: layouts, files: files) }
    }

    /// Makes a paper in one of its editions.
    ///
    /// - Returns: its files, none where the workspace has errors, and every problem.
    /// - Throws: a ``PublicationError`` if there is no such paper or edition, or a library fails.
    package func publish(_ key: PaperKey) throws(PublicationError) -> Publication {
        var publication = Publication()
        publication.diagnostics = contents.diagnostics
        var prepared: PreparedPaper?
        if let round = contents.round, var composition {
            guard let job = round.jobs.first(where: { $0.id == key.id }) else { throw Self.missing(key) }
            let composed = pipeline.compose(job, in: &composition)
            self.composition = composition
            publication.subjects = round.subjects(of: [job])
            publication.diagnostics += composed.diagnostics
            if let presentation, !publication.diagnostics.holdsErrors {
                let paper = composed.papers.first { $0.paper.properties.edition.audience == key.audience }?.paper
                guard let paper else { throw Self.missing(key) }
                let made = pipeline.prepare(paper, presentation)
                publication.diagnostics += made.diagnostics
                publication.diagnostics += made.paper.map { round.longAppendices(of: job, $0) } ?? []
                prepared = made.paper
            }
        }
        publication.diagnostics = contents.settled(publication.diagnostics).kept
        if !publication.diagnostics.holdsErrors, let prepared { publication.files = try pipeline.export(prepared) }
        return publication
    }

    private static func missing(_ key: PaperKey) -> PublicationError {
        PublicationError(.usage, "the workspace has no paper `\(key.stem)`")
    }
}
