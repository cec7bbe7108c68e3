// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import Layouts
package import Monitoring
package import PaperTree

/// Composes the tree of a paper from its source, the model and its layout.
///
/// - Parameters:
///   - index: the position of the paper in the round.
///   - edition: the round as the readers of the paper may know it.
///   - baseline: what the paper's own list of amendments, `{{> amendments }}`, is made against.
///   - draft: a draft to compare the paper with.
/// - Returns: `nil` if there is no layout of the name that the paper gives.
package func composePaper(
    at index: Int,
    of edition: RoundEdition,
    layouts: LayoutSet,
    baseline: AmendmentBaseline = .neverCirculated,
    comparingWith draft: CirculatedDraft? = nil
) -> ComposedPaper? {
    let source = edition.content.papers[index]
    guard let layout = layouts.papers[source.layout] else { return nil }
    var composer = PaperComposer(source: source, layout: layout, edition: edition, layouts: layouts, baseline: baseline)
    let paper = composer.paper()
    let amendments = draft.map { composer.amendments(since: $0) }
    return ComposedPaper(paper: paper, diagnostics: composer.context.diagnostics.all, amendments: amendments)
}

/// Composes the page that shows officers how complete a round is.
package func composeCompleteness(_ completeness: Completeness, of round: MonitoringRound, wording: Wording) -> Paper {
    var composer = CompletenessComposer(completeness, of: round, wording: wording)
    return composer.paper()
}
