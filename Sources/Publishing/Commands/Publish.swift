// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Composition
import Intake
import Layouts
import Monitoring
import PaperTree
import Review
package import WorkspaceFiles

/// Makes the papers of a workspace, all of them or none: with an error anywhere there are no files, so that the last good ones stay.
///
/// - Parameter progress: is called with each activity as it begins.
/// - Throws: a ``PublicationError`` if the workspace cannot be read, the request names something that is not in it, or a library
///   fails.
package func publish(
    _ request: PublicationRequest,
    with program: ProgramFiles,
    progress: @escaping (Activity) -> Void = { _ in }
) throws(PublicationError) -> Publication {
    let pipeline = Pipeline(
        program: program,
        workspace: request.workspace,
        madeAt: request.madeAt,
        restrictedFolder: request.restrictedFolder,
        progress: progress
    )
    let files = DiskFiles(root: request.workspace)
    let contents = try pipeline.read(files)
    var publication = try publish(request, contents, from: files, with: pipeline)
    publication.timer = pipeline.timer
    return publication
}

/// Makes the papers of a workspace that has been read.
func publish(
    _ request: PublicationRequest,
    _ contents: WorkspaceContents,
    from files: DiskFiles,
    with pipeline: Pipeline
) throws(PublicationError) -> Publication {
    var publication = Publication()
    publication.diagnostics = contents.diagnostics
    guard let round = contents.round else { return publication }
    publication.identifiers = round.paperIdentifiers
    let theme = try contents.theme(request.theme)
    // Compose.
    var composition = pipeline.composition(of: round, layouts: contents.layouts, files: files)
    var size = RunSize()
    var papers: [Paper] = []
    let jobs = try request.jobs(in: round)
    // Data are of the whole round: what is wrong in a paper that is not asked for holds them up too.
    let composedJobs = request.formats.contains(.data) ? jobs + round.jobs.filter { !jobs.contains($0) } : jobs
    for (index, job) in composedJobs.enumerated() {
        let composed = pipeline.compose(job, in: &composition)
        publication.diagnostics += composed.diagnostics
        if composed.papers.isEmpty, request.appendices.contains(job.directorate ?? ""),
            !publication.diagnostics.holdsErrors
        {
            throw PublicationError(.usage, "no paper appends the return of `\(job.directorate ?? "")`")
        }
        if index < jobs.count { papers += composed.papers.map(\.paper) }
        if let problem = size.problem(adding: composed.papers.map(\.paper), at: job.sourceFile) {
            publication.diagnostics.append(problem)
            break
        }
    }
    // Typeset: only of a model without errors it is known that it can be.
    var prepared: [PreparedPaper] = []
    if let theme, !publication.diagnostics.holdsErrors {
        let presentation = Presentation(
            formats: request.formats,
            theme: theme,
            wording: contents.layouts.wording
        )
        for paper in papers {
            let made = pipeline.prepare(paper, presentation)
            publication.diagnostics += made.diagnostics
            prepared += [made.paper].compactMap(\.self)
        }
    }
    publication.diagnostics = contents.texts.excerpting(publication.diagnostics.inReadingOrder)
    if publication.diagnostics.holdsErrors { return publication }
    // Export.
    for paper in prepared { publication.files += try pipeline.export(paper) }
    // Of the whole round: an error in any part of it, of whatever paper, has held it up by now.
    if request.formats.contains(.data) { publication.data = pipeline.exportData(round, layouts: contents.layouts) }
    // Before anything is on disk: what cannot be remembered is not published.
    var remembered = publication.restrictedPapers
    // Data leave out what is marked in any return, also in one that no paper of this run prints.
    if !publication.data.isEmpty, round.holdsExemptInformation {
        remembered.formUnion(round.council.directorates.map(\.paperIdentifier))
    }
    try pipeline.exemptGuard.remember(round, publishedIn: remembered)
    return publication
}

/// Takes a workspace as far as its pages to find every problem, and reviews what its texts and tables say; writes nothing.
///
/// Only a check reviews: a run that makes papers does not say each time what somebody has seen and left.
///
/// A paper with an error is not typeset: what its pages would be is not known.
///
/// - Throws: a ``PublicationError`` as ``publish(_:with:progress:)`` does.
package func check(_ workspace: String, with program: ProgramFiles) throws(PublicationError) -> [Diagnostic] {
    try problems(in: DiskFiles(root: workspace), with: Pipeline(program: program, workspace: workspace), reviews: true)
}

/// Takes the files of a workspace through every stage, to find every problem and whether the program survives it; keeps nothing.
///
/// - Parameters:
///   - workspace: the folder on disk, for its fonts and its ledger.
///   - papers: those that are not made, by their identifiers.
///   - formats: what is made of the others.
///   - progress: is called with each activity as it begins.
/// - Throws: a ``PublicationError`` as ``publish(_:with:progress:)`` does.
package func rehearse(
    _ files: any FileSource,
    ofWorkspace workspace: String,
    skipping papers: Set<String> = [],
    formats: Set<PublicationRequest.Format> = [.pdf],
    with program: ProgramFiles,
    progress: @escaping (Activity) -> Void
) throws(PublicationError) -> [Diagnostic] {
    let pipeline = Pipeline(program: program, workspace: workspace, progress: progress)
    return try problems(in: files, with: pipeline, skipping: papers, formats: formats, exportsPapers: true)
}

/// Every problem of a workspace's files; a paper without one is typeset.
///
/// - Parameters:
///   - formats: those that a paper without a problem is prepared for.
///   - exportsPapers: whether the papers are made, to the last byte.
///   - reviews: whether the texts are held against the tables.
private func problems(
    in files: any FileSource,
    with pipeline: Pipeline,
    skipping papers: Set<String> = [],
    formats: Set<PublicationRequest.Format> = [.pdf],
    exportsPapers: Bool = false,
    reviews: Bool = false
) throws(PublicationError) -> [Diagnostic] {
    let contents = try pipeline.read(files)
    var diagnostics = contents.diagnostics
    guard let round = contents.round else { return diagnostics }
    let theme = try contents.theme(nil)
    var composition = pipeline.composition(of: round, layouts: contents.layouts, files: files)
    let attribution = ErrorAttribution(contents.diagnostics, council: round.council)
    var size = RunSize()
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
            let made = pipeline.prepare(
                paper.paper,
                Presentation(formats: formats, theme: theme, wording: contents.layouts.wording)
            )
            diagnostics += made.diagnostics
            if exportsPapers, let prepared = made.paper { _ = try pipeline.export(prepared) }
        }
    }
    if reviews {
        var finder = contents.texts.wordFinder
        diagnostics += review(round) { start, length, words in finder.location(of: words, from: start, length: length) }
    }
    return contents.texts.excerpting(diagnostics.inReadingOrder)
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
        let names = try known(names, among: papers.flatMap { [$0.id, $0.file] }, what: "paper")
        return jobs.filter { job in job.file.map { names.contains($0) || names.contains(job.id) } ?? false }
    }
}

/// The names as they are known, in whatever letters they are given.
func known(_ wanted: [String], among known: [String], what: String) throws(PublicationError) -> [String] {
    var names: [String] = []
    for name in wanted {
        if let known = known.first(where: { $0.lowercased() == name.lowercased() }) {
            names.append(known)
            continue
        }
        let hint = NearestName.hint(for: name, among: known, from: .program).map { "; \($0)" } ?? ""
        throw PublicationError(.usage, "there is no \(what) `\(name)`\(hint)")
    }
    return names
}
