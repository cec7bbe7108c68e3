// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

/// The cells of comparators: their figures, and how the council's own compare with these.
extension TableComposer {
    /// A paragraph for each figure of a comparator: its name, its period, and whether the council's own figure of that period is better.
    ///
    /// The own figure is printed too if it is not the latest, which other cells show.
    mutating func comparisons(of indicator: Indicator, with context: inout CompositionContext) -> [Block] {
        let latest = round.round.period.before(indicator.lag)
        var blocks: [Block] = []
        for comparator in round.council.comparators {
            for (key, observation) in indicator.comparisons(with: comparator) {
                shownComparators.insert(comparator.id)
                let label = context.wording.words(
                    .comparatorFigure,
                    ["comparator": comparator.name, "period": context.wording.words(key.period)]
                )
                let figure = figure(observation, with: &context)
                var own = figure.leading(with: [.text(label + " ")]) ?? figure
                if let standing = indicator.standing(to: key) {
                    var words = context.wording.words(.listSeparator) + context.wording.words(standing.phrase)
                    if standing != .notComparable, key.period != latest,
                        case .number(let quantity)? = indicator.ownFigure(for: key)?.value
                    {
                        let then = ["figure": context.wording.words(quantity)]
                        words += " " + context.wording.words(.ownFigureThen, then)
                    }
                    own = own.trailing(with: [.text(words)])
                }
                blocks += own
            }
        }
        return blocks
    }

    /// Where the figures of others in the table are published, in one sentence; `nil` if it shows none.
    var comparatorSources: String? {
        let words = wording.wording
        let sources = round.council.comparators.filter { shownComparators.contains($0.id) }.map {
            words.words(.comparatorSource, ["comparator": $0.name, "source": $0.source])
        }
        return sources.isEmpty ? nil : words.words(.comparatorSources, ["comparators": words.words(list: sources)])
    }
}
