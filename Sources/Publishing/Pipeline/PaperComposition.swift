// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import PaperTree

/// The composition stage of one run: composes papers in each of their editions.
struct PaperComposition {
    private let whole: MonitoringRound
    private let publicRound: PublicRound
    private let layouts: LayoutSet
    private var appendices: AppendixComposer
    private var drafts: CirculatedDrafts

    init(of round: MonitoringRound, layouts: LayoutSet, drafts: CirculatedDrafts) {
        whole = round
        publicRound = PublicRound(redacting: round)
        self.layouts = layouts
        appendices = AppendixComposer(layouts: layouts)
        self.drafts = drafts
    }

    /// Composes a paper for the public, and if something in it is exempt, also the restricted edition.
    ///
    /// - Parameter circulation: a circulated draft to compare each edition with.
    /// - Returns: no papers if the layout of the paper is not known, or no paper appends the return.
    mutating func compose(
        _ job: PaperJob,
        comparingWith circulation: Circulation? = nil
    ) -> (papers: [ComposedPaper], diagnostics: [Diagnostic]) {
        var papers = [compose(job, of: .public(publicRound), comparingWith: circulation)]
        if papers[0]?.paper.properties.edition != .whole {
            var restricted = compose(job, of: .restricted(whole), comparingWith: circulation)
            // Whatever is exempt in one edition is exempt in the other: this one never replaces the open one.
            restricted?.paper.properties.edition = .restricted
            papers.append(restricted)
        }
        let made = papers.compactMap(\.self)
        var diagnostics = made.flatMap(\.diagnostics)
        if case .paper(let index, _, _) = job.content, circulation != nil || whole.papers[index].tellsAmendments {
            diagnostics += drafts.diagnostics
        }
        return (made, diagnostics)
    }

    /// Composes one edition of a paper.
    mutating func compose(
        _ job: PaperJob,
        of edition: RoundEdition,
        comparingWith circulation: Circulation? = nil
    ) -> ComposedPaper? {
        switch job.content {
        case .paper(let index, _, _):
            let source = edition.content.papers[index]
            return composePaper(
                at: index,
                of: edition,
                layouts: layouts,
                baseline: drafts.baseline(of: source, for: edition.audience),
                comparingWith: circulation.flatMap { drafts.draft($0, of: source, for: edition.audience) }
            )
        case .directorateReturn(let id): return appendices.appendix(of: id, of: edition)
        }
    }

    /// The papers that append a directorate's return.
    func papers(appending directorate: String) -> [PaperSource] {
        appendices.papers(appending: directorate, in: whole)
    }
}
