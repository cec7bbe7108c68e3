// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import PaperTree
import Typesetting
import WorkspaceFiles

/// Compares the editions of a paper with those of a circulated draft: what has changed, and on which pages.
///
/// - Throws: a ``PublicationError`` if the workspace cannot be read, or there is no such paper or draft.
package func compare(
    _ request: ComparisonRequest,
    with program: ProgramFiles,
    progress: @escaping (Activity) -> Void = { _ in }
) throws(PublicationError) -> Comparison {
    let pipeline = Pipeline(
        program: program,
        workspace: request.workspace,
        madeAt: request.madeAt,
        restrictedFolder: request.restrictedFolder,
        progress: progress
    )
    // Read.
    let files = DiskFiles(root: request.workspace)
    let contents = try pipeline.read(files)
    guard let round = contents.round else {
        return Comparison(diagnostics: contents.settled(contents.diagnostics).kept)
    }
    let theme = try contents.theme(request.theme)
    let jobs = try round.jobs(ofPapers: [request.paper])
    guard let file = jobs.first?.file else {
        return Comparison(diagnostics: contents.settled(contents.diagnostics).kept)
    }
    var drafts = CirculatedDrafts(in: files, program: program)
    let circulations = drafts.circulations(of: file)
    var diagnostics = contents.diagnostics + drafts.diagnostics
    func finished(_ comparison: Comparison = Comparison()) -> Comparison {
        var comparison = comparison
        comparison.diagnostics = contents.settled(diagnostics).kept
        return comparison
    }
    if drafts.diagnostics.holdsErrors { return finished() }
    let circulation = try circulations.circulation(as: request.version, of: file)
    // Compose, each edition compared with the same edition of the draft.
    var composition = PaperComposition(of: round, layouts: contents.layouts, drafts: drafts)
    var composed: [ComposedPaper] = []
    for job in jobs {
        let own = pipeline.compose(job, in: &composition, comparingWith: circulation)
        composed += own.papers
        diagnostics += own.diagnostics
    }
    guard let theme, !diagnostics.holdsErrors else { return finished() }
    // Typeset.
    var typesetPapers: [(composed: ComposedPaper, pages: TypesetPaper)] = []
    for paper in composed {
        let typeset = pipeline.typeset(paper.paper, theme: theme)
        diagnostics += typeset.diagnostics
        if let pages = typeset.pages { typesetPapers.append((paper, pages)) }
    }
    if diagnostics.holdsErrors { return finished() }
    // Compare the pages, and export proofs of them.
    var comparison = Comparison()
    for (paper, pages) in typesetPapers {
        let nodes = paper.changedNodes
        comparison.papers.append(
            ComparedPaper(paper, file: file, version: circulation.version, changedPages: pages.pages(showing: nodes))
        )
        if !request.wantsProof { continue }
        let names = ["title": pages.paper.properties.title, "version": circulation.version]
        let title = contents.layouts.wording.words(.proofTitle, names)
        comparison.proofs.append(try pipeline.exportPDF(pages.proof(of: nodes, theme: theme, title: title)))
    }
    return finished(comparison)
}

extension ComposedPaper {
    /// The nodes that have changed since the draft.
    fileprivate var changedNodes: Set<NodeID> { (amendments ?? []).reduce(into: []) { $0.formUnion($1.nodes) } }
}

extension ComparedPaper {
    fileprivate init(_ composed: ComposedPaper, file: String, version: String, changedPages: [Int]) {
        self.init(
            id: composed.paper.properties.id,
            file: file,
            edition: composed.paper.properties.edition,
            version: version,
            isNew: composed.amendments == nil,
            lines: (composed.amendments ?? []).map { .init(key: $0.key, place: $0.place, words: $0.words.plainText) },
            changedPages: changedPages
        )
    }
}

extension [Circulation] {
    /// The circulation of a version, or the last one if no version is named.
    ///
    /// - Throws: a ``PublicationError`` if there is none.
    fileprivate func circulation(as version: String?, of paper: String) throws(PublicationError) -> Circulation {
        guard let last else {
            throw PublicationError(.usage, "`\(paper)` has not been circulated; `cleardays circulate` keeps a draft")
        }
        guard let version else { return last }
        if let circulation = first(where: { $0.version.lowercased() == version.lowercased() }) { return circulation }
        let hint = NearestName.hint(for: version, among: map(\.version), from: .program).map { "; \($0)" } ?? ""
        throw PublicationError(.usage, "`\(paper)` has not been circulated as `\(version)`\(hint)")
    }
}
