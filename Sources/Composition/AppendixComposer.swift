// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Layouts
package import Monitoring
package import PaperTree

/// Makes the trees of directorates' returns alone, each word for word as it stands in the first paper that appends it. A paper is
/// composed once for all the returns that are taken from it.
package struct AppendixComposer {
    /// A paper, with what was known when it had been composed.
    private struct Composed {
        var source: PaperSource
        var round: MonitoringRound
        var composer: PaperComposer
        var paper: Paper
    }

    private let layouts: LayoutSet
    private var composed: [Composed] = []

    package init(layouts: LayoutSet) { self.layouts = layouts }

    /// Makes the tree of one directorate's return alone.
    ///
    /// - Returns: nothing where no paper appends the directorate's return.
    package mutating func appendix(
        of directorate: String,
        in round: MonitoringRound,
        diagnostics: inout [Diagnostic]
    ) -> Paper? {
        for composer in composers(of: directorate, in: round) {
            var whole = self.whole(composer)
            if let paper = whole.composer.appendix(of: directorate, in: whole.paper) {
                diagnostics += whole.composer.desk.diagnostics.all
                return paper
            }
        }
        return nil
    }

    /// The papers that append a directorate's return, of which the first is that with which it is composed alone.
    package func papers(appending directorate: String, in round: MonitoringRound) -> [PaperSource] {
        composers(of: directorate, in: round).map(\.source)
    }

    private func composers(of directorate: String, in round: MonitoringRound) -> [PaperComposer] {
        round.papers.compactMap { source in
            guard let layout = layouts.papers[source.layout] else { return nil }
            let composer = PaperComposer(source: source, layout: layout, round: round, layouts: layouts)
            return composer.appends(directorate) ? composer : nil
        }
    }

    private mutating func whole(_ composer: PaperComposer) -> Composed {
        if let known = composed.first(where: { $0.source == composer.source && $0.round == composer.round }) {
            return known
        }
        var composer = composer
        let paper = composer.paper()
        let whole = Composed(source: composer.source, round: composer.round, composer: composer, paper: paper)
        composed.append(whole)
        return whole
    }
}
