// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Layouts
import Monitoring
package import PaperTree

/// A paper as a tree, with what was reported while it was composed.
package struct ComposedPaper: Sendable {
    /// The tree, with every figure filled in and every reference worded.
    package var paper: Paper
    /// Unknown names, references without a target, and the like.
    package var diagnostics: [Diagnostic]
    /// What has changed in the paper since the draft that it was compared with, in reading order; `nil` if there was none.
    package var amendments: [Amendment]?
}

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
