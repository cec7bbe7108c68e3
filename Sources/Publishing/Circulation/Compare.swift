// SPDX-License-Identifier: Apache-2.0

import Composition
import CrashReporting
import Diagnostics
import Intake
import Layouts
import Monitoring
import PDFExport
import PaperTree
import TextShaping
import Typesetting
import WorkspaceFiles

/// Says what has changed in a paper since a draft of it went out, and on which pages.
///
/// - Throws: a ``PublicationError`` where the workspace cannot be read, or the paper or the draft is not there.
package func compare(
    _ request: ComparisonRequest,
    with program: ProgramFiles,
    progress: (String) -> Void = { _ in }
) throws(PublicationError) -> Comparison {
    var press = Press(
        program: program,
        request: PublicationRequest(
            workspace: request.workspace,
            papers: [request.paper],
            theme: request.theme,
            madeAt: request.madeAt,
            restrictedFolder: request.restrictedFolder
        )
    )
    func begin(_ activity: String) {
        CrashReporter.begin(activity)
        progress(activity)
    }
    begin("reading `\(request.workspace)`")
    guard let contents = try press.read() else { return Comparison(diagnostics: press.publication.diagnostics) }
    let found = try press.compare(contents, with: request.version, progress: begin)
    let isSound = !press.publication.diagnostics.holdsErrors
    let set = isSound ? press.typeset(found.map(\.paper), in: contents, progress: begin) : []
    var comparison = Comparison()
    comparison.diagnostics = contents.texts.excerpting(press.publication.diagnostics.inReadingOrder)
    guard !comparison.diagnostics.holdsErrors, let theme = contents.theme else { return comparison }
    var proofs: [TypesetPaper] = []
    for (found, set) in zip(found, set) {
        let nodes = found.amendments.reduce(into: Set()) { $0.formUnion($1.nodes) }
        var compared = found.compared
        compared.changedPages = set.pages(showing: nodes)
        comparison.papers.append(compared)
        let title = contents.layouts.wording.words(
            .proofTitle,
            ["title": set.paper.properties.title, "version": compared.version]
        )
        proofs.append(set.proof(of: nodes, theme: theme, title: title))
    }
    if request.wantsProof {
        try press.export(proofs, progress: begin)
        comparison.proofs = press.publication.files
    }
    return comparison
}

extension Press {
    /// A paper, with what has changed in it.
    struct Found {
        var paper: Paper
        var amendments: [Amendment]
        /// Without its pages.
        var compared: ComparedPaper
    }

    /// Composes the papers that are asked for, each edition held against the same edition of the draft.
    mutating func compare(
        _ contents: Contents,
        with version: String?,
        progress: (String) -> Void
    ) throws(PublicationError) -> [Found] {
        let sources = try sources(in: contents.round)
        guard let file = sources.first?.file else { return [] }
        var drafts = CirculatedDrafts(in: DiskFiles(root: request.workspace), program: program)
        let known = drafts.circulations(of: file)
        if drafts.diagnostics.holdsErrors {
            publication.diagnostics += drafts.diagnostics
            return []
        }
        let circulation = try circulation(version, of: file, among: known)
        let editions = Editions(of: contents.round)
        var found: [Found] = []
        for source in sources {
            guard let index = contents.round.papers.firstIndex(of: source) else { continue }
            progress("comparing `\(source.id)`")
            var amendments: [Edition: (amendments: [Amendment], isNew: Bool)] = [:]
            let papers = try editions.papers { round, isOpen in
                let own = round.papers[index]
                let told = drafts.told(by: own, isOpen: isOpen)
                guard let draft = drafts.draft(circulation, of: own, isOpen: isOpen) else {
                    let paper = Composition.compose(
                        own,
                        in: round,
                        layouts: contents.layouts,
                        told: told,
                        diagnostics: &publication.diagnostics
                    )
                    if let edition = paper?.properties.edition { amendments[edition] = ([], true) }
                    return paper
                }
                let compared = Composition.compare(
                    own,
                    in: round,
                    layouts: contents.layouts,
                    since: draft,
                    told: told,
                    diagnostics: &publication.diagnostics
                )
                if let compared { amendments[compared.paper.properties.edition] = (compared.amendments, false) }
                return compared?.paper
            }
            for paper in papers {
                let (amendments, isNew) = amendments[paper.properties.edition] ?? ([], true)
                let compared = ComparedPaper(
                    id: paper.properties.id,
                    file: file,
                    edition: paper.properties.edition,
                    version: circulation.version,
                    isNew: isNew,
                    lines: amendments.map { .init(key: $0.key, place: $0.place, words: $0.words.plainText) },
                    changedPages: []
                )
                found.append(Found(paper: paper, amendments: amendments, compared: compared))
            }
        }
        publication.diagnostics += drafts.diagnostics
        return found
    }

    private func circulation(
        _ version: String?,
        of paper: String,
        among known: [Circulation]
    ) throws(PublicationError) -> Circulation {
        guard let last = known.last else {
            throw PublicationError(.usage, "`\(paper)` has not been circulated; `cleardays circulate` keeps a draft")
        }
        guard let version else { return last }
        if let circulation = known.first(where: { $0.version.lowercased() == version.lowercased() }) {
            return circulation
        }
        let hint = NearestName.hint(for: version, among: known.map(\.version), from: .program).map { "; \($0)" } ?? ""
        throw PublicationError(.usage, "`\(paper)` has not been circulated as `\(version)`\(hint)")
    }
}
