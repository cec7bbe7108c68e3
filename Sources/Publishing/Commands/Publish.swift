// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Composition
package import Intake
import Layouts
package import Monitoring
import PaperTree
import Parallelism
import Typesetting
package import WorkspaceFiles

/// Makes the papers of a workspace, all of them or none: with an error anywhere there are no files, so that the last good ones stay.
///
/// - Parameters:
///   - readingCache: what earlier calls have read of the program's own files.
///   - progress: is called with each activity as it begins, on whichever thread it begins.
/// - Throws: a ``PublicationError`` if the workspace cannot be read, the request names something that is not in it, or a library
///   fails.
package func publish(
    _ request: PublicationRequest,
    with program: ProgramFiles,
    readingCache: ReadingCache = ReadingCache(),
    progress: @escaping @Sendable (Activity) -> Void = { _ in }
) throws(PublicationError) -> Publication {
    let pipeline = Pipeline(
        program: program,
        workspace: request.workspace,
        madeAt: request.madeAt,
        restrictedFolder: request.restrictedFolder,
        readingCache: readingCache,
        jobs: Jobs(request.jobs),
        progress: progress
    )
    let files = DiskFiles(root: request.workspace)
    let contents = try pipeline.read(files)
    var publication = try publish(request, contents, from: files, with: pipeline, progress: progress)
    publication.timer = pipeline.timer
    return publication
}

/// Makes the papers of a workspace that has been read.
func publish(
    _ request: PublicationRequest,
    _ contents: WorkspaceContents,
    from files: DiskFiles,
    with pipeline: Pipeline,
    progress: @escaping @Sendable (Activity) -> Void
) throws(PublicationError) -> Publication {
    var publication = Publication()
    publication.diagnostics = contents.diagnostics
    guard let round = contents.round else {
        publication.diagnostics = contents.settled(publication.diagnostics).kept
        return publication
    }
    publication.identifiers = round.paperIdentifiers
    let theme = try contents.theme(request.theme)
    let pool = PipelinePool(of: pipeline, progress: progress)
    let run = try compose(request, round, contents, from: files, with: pipeline, in: pool)
    publication.subjects = run.subjects
    publication.diagnostics += run.diagnostics
    // Typeset and export: only of a model without errors it is known that it can be.
    var made: [PipelinePool.MadePaper] = []
    if let theme, !publication.diagnostics.holdsErrors {
        let presentation = Presentation(
            formats: request.formats,
            theme: theme,
            wording: contents.layouts.wording
        )
        let (attachesData, layouts) = (request.attachesData, contents.layouts)
        made = pool.make(run.papers, with: pipeline) { pipeline, paper, job in
            var (made, diagnostics) = pipeline.prepare(paper, presentation)
            if attachesData {
                made?.attachments = pipeline.exportData(attachedTo: paper, job, of: round, layouts: layouts)
            }
            diagnostics += made.map { round.longAppendices(of: job, $0) } ?? []
            return (made, diagnostics)
        }
    }
    publication.diagnostics += made.flatMap(\.diagnostics)
    publication.diagnostics = contents.settled(publication.diagnostics).kept
    if publication.diagnostics.holdsErrors { return publication }
    for paper in made { publication.files += try paper.files.get() }
    // Of the whole round: an error in any part of it, of whatever paper, has held it up by now.
    if request.formats.contains(.data) { publication.data = pipeline.exportData(round, layouts: contents.layouts) }
    // Before anything is on disk: what cannot be remembered is not published.
    var remembered = publication.restrictedPapers
    // Data leave out what is marked in any return, also in one that no paper of this run prints.
    if request.makesData, round.holdsExemptInformation {
        remembered.formUnion(round.council.directorates.map(\.paperIdentifier))
    }
    try pipeline.exemptGuard.remember(round, publishedIn: remembered)
    return publication
}

/// The papers of a run as they are composed, in each of their editions, and what was found in them.
struct ComposedRun: Sendable {
    var papers: [(paper: Paper, job: PaperJob)] = []
    var diagnostics: [Diagnostic] = []
    /// The papers that were asked for, and the returns in them.
    var subjects: Set<SourceFile.Subject>
}

/// Composes the papers that are asked for.
///
/// - Throws: a ``PublicationError`` if the request names something that is not in the round.
func compose(
    _ request: PublicationRequest,
    _ round: MonitoringRound,
    _ contents: WorkspaceContents,
    from files: any FileSource,
    with pipeline: Pipeline,
    in pool: PipelinePool
) throws(PublicationError) -> ComposedRun {
    var size = RunSize()
    let jobs = try request.jobs(in: round)
    var run = ComposedRun(subjects: round.subjects(of: jobs))
    // Data are of the whole round: what is wrong in a paper that is not asked for holds them up too.
    let all = request.makesData ? jobs + round.jobs.filter { !jobs.contains($0) } : jobs
    let composedJobs = pool.compose(all, of: round, layouts: contents.layouts, files: files, with: pipeline)
    for (index, composed) in composedJobs.enumerated() {
        guard let composed else { break }
        let job = all[index]
        run.diagnostics += composed.diagnostics
        if composed.papers.isEmpty, request.appendices.contains(job.directorate ?? ""),
            !contents.diagnostics.holdsErrors, !run.diagnostics.holdsErrors
        {
            throw PublicationError(.usage, "no paper appends the return of `\(job.directorate ?? "")`")
        }
        if index < jobs.count { run.papers += composed.papers.map { ($0.paper, job) } }
        if let problem = size.problem(adding: composed.papers.map(\.paper), at: job.sourceFile) {
            run.diagnostics.append(problem)
            break
        }
    }
    return run
}

/// Finds every problem of a workspace by its rules and by the characters that its papers need, and reviews what its texts and tables say;
/// writes nothing.
///
/// Only a check reviews: a run that makes papers does not say each time what somebody has seen and left.
///
/// - Parameters:
///   - setsPages: whether papers without an error are also typeset, for the few problems that only pages show, such as a table whose columns
///     are too narrow. It takes most of the time.
///   - today: the day on which the workspace is checked; without it the rules that need one are not run, so that the same workspace has the same
///     findings on any day.
///   - readingCache: what earlier calls have read of the program's own files.
/// - Throws: a ``PublicationError`` as ``publish(_:with:readingCache:progress:)`` does.
package func check(
    _ workspace: String,
    setsPages: Bool = false,
    on today: CalendarDate? = nil,
    with program: ProgramFiles,
    readingCache: ReadingCache = ReadingCache()
) throws(PublicationError) -> WorkspaceCheck {
    let pipeline = Pipeline(program: program, workspace: workspace, readingCache: readingCache)
    let files = DiskFiles(root: workspace)
    let contents = try pipeline.read(files, reviewing: .everything(on: today))
    let found = try problems(of: contents, from: files, with: pipeline, taking: setsPages ? .pages : .characters)
    // A run that ends early, or a paper that is not set, leaves rules untried.
    let settled = contents.settled(found) { rule in
        contents.round != nil && (!rule.isFoundOnPages || setsPages && !found.holdsErrors)
            && (!rule.dependsOnDay || today != nil)
    }
    return WorkspaceCheck(contents, settled, pipeline: pipeline)
}

/// How far papers are taken to find what is wrong in them.
private enum Extent {
    /// To the characters that they need.
    case characters
    /// To their pages.
    case pages
    /// To the last byte of their files.
    case files(Set<PublicationRequest.Format>)

    /// The formats that papers are prepared for, or `nil` if they are not typeset.
    var formats: Set<PublicationRequest.Format>? {
        switch self {
        case .characters: nil
        case .pages: [.pdf]
        case .files(let formats): formats
        }
    }
}

/// Takes the files of a workspace through every stage, to find every problem and whether the program survives it; keeps nothing.
///
/// - Parameters:
///   - workspace: the folder on disk, for its fonts and its ledger.
///   - papers: those that are not made, by their identifiers.
///   - formats: what is made of the others.
///   - progress: is called with each activity as it begins.
/// - Throws: a ``PublicationError`` as ``publish(_:with:readingCache:progress:)`` does.
package func rehearse(
    _ files: any FileSource,
    ofWorkspace workspace: String,
    skipping papers: Set<String> = [],
    formats: Set<PublicationRequest.Format> = [.pdf],
    with program: ProgramFiles,
    progress: @escaping (Activity) -> Void
) throws(PublicationError) -> [Diagnostic] {
    let pipeline = Pipeline(program: program, workspace: workspace, progress: progress)
    let contents = try pipeline.read(files)
    let found = try problems(of: contents, from: files, with: pipeline, skipping: papers, taking: .files(formats))
    return contents.settled(found).kept
}

/// Every problem of the files of a workspace that is not waived, as ``check(_:setsPages:on:with:readingCache:)`` finds them without pages.
func problems(of files: any FileSource, with pipeline: Pipeline) throws(PublicationError) -> [Diagnostic] {
    let contents = try pipeline.read(files, reviewing: .everything(on: nil))
    let found = try problems(of: contents, from: files, with: pipeline, taking: .characters)
    return contents.settled(found) { !$0.isFoundOnPages && !$0.dependsOnDay }.kept
}

/// Every problem of a workspace that has been read, as the stages report them.
///
/// - Parameter extent: how far papers without an error are taken: what the pages of another would be is not known.
private func problems(
    of contents: WorkspaceContents,
    from files: any FileSource,
    with pipeline: Pipeline,
    skipping papers: Set<String> = [],
    taking extent: Extent
) throws(PublicationError) -> [Diagnostic] {
    var diagnostics = contents.diagnostics
    guard let round = contents.round else { return diagnostics }
    let theme = try contents.theme(nil)
    var composition = pipeline.composition(of: round, layouts: contents.layouts, files: files)
    let attribution = ErrorAttribution(contents.diagnostics, council: round.council)
    var size = RunSize()
    var coverage: CharacterCoverage?
    for job in round.jobs where job.file != nil && !papers.contains(job.id) {
        let composed = pipeline.compose(job, in: &composition)
        diagnostics += composed.diagnostics
        if let problem = size.problem(adding: composed.papers.map(\.paper), at: job.sourceFile) {
            diagnostics.append(problem)
            break
        }
        guard let theme, !composed.diagnostics.holdsErrors,
            attribution.errors(concerning: job, of: round, in: &composition).isEmpty
        else { continue }
        for paper in composed.papers {
            guard let formats = extent.formats else {
                diagnostics += pipeline.uncoveredCharacters(of: paper.paper, theme: theme, coverage: &coverage)
                continue
            }
            let made = pipeline.prepare(
                paper.paper,
                Presentation(formats: formats, theme: theme, wording: contents.layouts.wording)
            )
            diagnostics += made.diagnostics
            diagnostics += made.paper.map { round.longAppendices(of: job, $0) } ?? []
            if case .files = extent, let prepared = made.paper { _ = try pipeline.export(prepared) }
        }
    }
    return diagnostics
}

extension PublicationRequest {
    /// The papers that are asked for; of a request that names none, all of them and every return.
    ///
    /// - Throws: a ``PublicationError`` if there is no paper or directorate of a name.
    fileprivate func jobs(in round: MonitoringRound) throws(PublicationError) -> [PaperJob] {
        let all = round.jobs
        let papers = try round.jobs(ofPapers: self.papers)
        let directorates = round.council.directorates
        let appendices = try known(appendices, among: directorates.map(\.id), what: "directorate")
        if self.papers.isEmpty, appendices.isEmpty { return all }
        var seen: Set<String> = []
        let returns = appendices.filter { seen.insert($0).inserted }.compactMap { round.council.directorate($0) }
        return papers + returns.map(PaperJob.init(returnOf:))
    }
}

extension MonitoringRound {
    /// The papers of some names: their identifiers, or the names of their files, each of which may hold several.
    ///
    /// - Throws: a ``PublicationError`` if there is no paper of a name.
    func jobs(ofPapers names: [String]) throws(PublicationError) -> [PaperJob] {
        let names = try known(
            names,
            among: papers.flatMap { $0.id == $0.file ? [$0.id] : [$0.id, $0.file] },
            what: "paper"
        )
        return jobs.filter { job in job.file.map { names.contains($0) || names.contains(job.id) } ?? false }
    }
}

/// The names as they are known, in whatever letters they are given; the beginning that one name alone has stands for that name.
func known(_ wanted: [String], among known: [String], what: String) throws(PublicationError) -> [String] {
    var names: [String] = []
    for name in wanted {
        if let known = known.first(where: { $0.lowercased() == name.lowercased() }) {
            names.append(known)
            continue
        }
        let begun = Set(known.filter { !name.isEmpty && $0.lowercased().hasPrefix(name.lowercased()) }).sorted()
        if begun.count == 1 {
            names.append(begun[0])
            continue
        }
        if begun.count > 1 {
            let all = "`\(begun.joined(separator: "`, `"))`"
            throw PublicationError(.usage, "more than one \(what) begins with `\(name)`: \(all)")
        }
        let hint = NearestName.hint(for: name, among: known, from: .program).map { "; \($0)" } ?? ""
        throw PublicationError(.usage, "there is no \(what) `\(name)`\(hint)")
    }
    return names
}
