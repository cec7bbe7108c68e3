// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import Layouts
package import Monitoring
import PaperTree

/// Composes directorates' returns as papers of their own, each word for word as in the first paper that appends it.
///
/// A paper is composed once for all the returns that are taken from it.
package struct AppendixComposer {
    /// A composed paper with the state of its composer.
    private struct Composed {
        var source: PaperSource
        var edition: RoundEdition
        var composer: PaperComposer
        var paper: Paper
    }

    private let layouts: LayoutSet
    private var composed: [Composed] = []

    package init(layouts: LayoutSet) { self.layouts = layouts }

    /// Composes one directorate's return.
    ///
    /// - Returns: `nil` if no paper appends it.
    package mutating func appendix(of directorate: String, of edition: RoundEdition) -> ComposedPaper? {
        for composer in composers(of: directorate, of: edition) {
            var whole = self.whole(composer)
            if let paper = whole.composer.appendix(of: directorate, in: whole.paper) {
                return ComposedPaper(paper: paper, diagnostics: whole.composer.context.diagnostics.all)
            }
        }
        return nil
    }

    /// The papers that append a directorate's return: it is composed with the first of them.
    package func papers(appending directorate: String, in round: MonitoringRound) -> [PaperSource] {
        composers(of: directorate, of: .restricted(round)).map(\.source)
    }

    private func composers(of directorate: String, of edition: RoundEdition) -> [PaperComposer] {
        edition.content.papers.compactMap { source in
            guard let layout = layouts.papers[source.layout] else { return nil }
            let composer = PaperComposer(source: source, layout: layout, edition: edition, layouts: layouts)
            return composer.appends(directorate) ? composer : nil
        }
    }

    private mutating func whole(_ composer: PaperComposer) -> Composed {
        if let known = composed.first(where: { $0.source == composer.source && $0.edition == composer.edition }) {
            return known
        }
        var composer = composer
        let paper = composer.paper()
        let whole = Composed(source: composer.source, edition: composer.edition, composer: composer, paper: paper)
        composed.append(whole)
        return whole
    }
}
