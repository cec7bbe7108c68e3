// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Layouts
package import Monitoring
package import PaperTree

/// Makes the tree of a paper from its source, the model and its layout.
///
/// - Parameters:
///   - told: what it says of the amendments to it.
///   - diagnostics: gains every name that is not known, every reference that leads nowhere, and the like.
/// - Returns: nothing where the paper's layout is not known.
package func compose(
    _ source: PaperSource,
    in round: MonitoringRound,
    layouts: LayoutSet,
    told: AmendmentsTold = .neverCirculated,
    diagnostics: inout [Diagnostic]
) -> Paper? {
    guard let layout = layouts.papers[source.layout] else { return nil }
    var composer = PaperComposer(source: source, layout: layout, round: round, layouts: layouts, told: told)
    let paper = composer.paper()
    diagnostics += composer.desk.diagnostics.all
    return paper
}

/// Makes the tree of a paper, and says what has changed in it since a draft.
///
/// - Parameters:
///   - draft: what it is held against.
///   - told: what the paper itself says of the amendments to it.
/// - Returns: nothing where the paper's layout is not known.
package func compare(
    _ source: PaperSource,
    in round: MonitoringRound,
    layouts: LayoutSet,
    since draft: CirculatedDraft,
    told: AmendmentsTold,
    diagnostics: inout [Diagnostic]
) -> (paper: Paper, amendments: [Amendment])? {
    guard let layout = layouts.papers[source.layout] else { return nil }
    var composer = PaperComposer(source: source, layout: layout, round: round, layouts: layouts, told: told)
    let paper = composer.paper()
    let amendments = composer.amendments(since: draft)
    diagnostics += composer.desk.diagnostics.all
    return (paper, amendments)
}
