// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the large figures at the head of a page: how many rows have each status, and for indicators which way these go.
struct KeyFigureComposer {
    let classes: [ReportedClass]
    let returns: [DirectorateReturn]
    let round: MonitoringRound
    let wording: Wording

    /// One figure for each status, from the worst to the best, or a sentence if there are no rows.
    func blocks(at location: SourceLocation, with context: inout CompositionContext) -> [Block] {
        let all = returns.flatMap { own in classes.flatMap { own.statusCounts(of: $0).values } }
            .reduce(into: StatusCounts()) { $0 += $1 }
        guard all.total > 0 else {
            let words = wording.words(.chartEmpty, ["classes": classes.words(wording)])
            return [context.paragraph([.text(words)], at: location)]
        }
        // Rows that are only counted have no figures of the period before.
        let before = all.unlisted > 0 ? nil : countsBefore
        let id = context.node()
        var pairs = StatusSeries.series(of: all, round.council, wording).map { series in
            pair(
                series.count(all),
                series.word,
                series.symbol,
                note: before.map { self.note(series.count($0)) },
                &context
            )
        }
        if let pair = directions(&context) { pairs.append(pair) }
        return [Block(id: id, .details(Details(role: .keyFigures, pairs: pairs)), location: location)]
    }

    /// Two lists side by side: the indicators with a better rating, and those with a worse rating, than in the previous period; a sentence
    /// if there are none, and no blocks if the council has no ratings.
    ///
    /// Exempt indicators are left out of both editions, so that these do not differ.
    func changes(at location: SourceLocation, with context: inout CompositionContext) -> [Block] {
        if round.council.ratings == nil { return [] }
        let period = ["period": wording.words(round.round.period.before(1))]
        let id = context.node()
        var pairs: [Details.Pair] = []
        for (heading, direction) in [(Phrase.betterThan, Direction.improving), (.worseThan, .worsening)] {
            let pair = context.node()
            let moved = returns.flatMap { own in
                own.indicators.filter { $0.exemption == nil && round.move(of: $0) == direction }.map {
                    (own.directorate, $0)
                }
            }
            if moved.isEmpty { continue }
            let values = moved.compactMap { directorate, indicator -> Block? in
                guard context.hasRoom(at: indicator.location) else { return nil }
                var composer = ProseComposer(scope: directorate)
                let measure = composer.inlines(indicator.measure.withoutNotes, with: &context)
                let change = ["before": figure(indicator, ago: 1), "now": figure(indicator, ago: 0)]
                return context.paragraph(
                    measure + [.text(wording.words(.change, change))],
                    symbol: direction.symbol,
                    at: indicator.location
                )
            }
            pairs.append(Details.Pair(id: pair, label: [.text(wording.words(heading, period))], values: values))
        }
        if pairs.isEmpty { return [context.paragraph([.text(wording.words(.nothingMoved, period))], at: location)] }
        return [Block(id: id, .details(Details(role: .changes, pairs: pairs)), location: location)]
    }

    /// The formatted actual figure of an indicator, some periods before its latest one; empty unless it is a number.
    private func figure(_ indicator: Indicator, ago: Int) -> String {
        let period = round.round.period.before(indicator.lag + ago)
        guard case .number(let quantity)? = indicator.figures[Indicator.FigureKey(period, .actual)]?.value else {
            return ""
        }
        return wording.words(quantity)
    }

    private func pair(
        _ count: Int,
        _ words: String,
        _ symbol: Symbol?,
        note: String?,
        _ context: inout CompositionContext
    ) -> Details.Pair {
        let id = context.node()
        var values = [context.paragraph([.text(words.capitalisingFirst)], symbol: symbol)]
        if let note { values.append(context.paragraph([.text(note)], role: .captionNote)) }
        return Details.Pair(id: id, label: [.text(wording.words(count: count))], values: values)
    }

    /// The indicators that are not exempt: of exempt ones only the latest status is counted.
    private var indicators: [Indicator] {
        classes == [.indicators] ? returns.flatMap(\.indicators).filter { $0.exemption == nil } : []
    }

    /// The ratings in the previous period, or `nil` if no indicator can be rated there.
    private var countsBefore: StatusCounts? {
        let counts = StatusCounts(of: indicators.compactMap { round.verdict(of: $0, periodsAgo: 1) })
        return counts.rated > 0 ? counts : nil
    }

    /// "9 in Q2 2026/27".
    private func note(_ count: Int) -> String {
        let period = wording.words(round.round.period.before(1))
        return wording.words(.keyFigureBefore, ["count": wording.words(count: count), "period": period])
    }

    /// The number of improving indicators, with those of stable and worsening ones; `nil` if no indicator has a direction.
    private func directions(_ context: inout CompositionContext) -> Details.Pair? {
        var counts: [Direction: Int] = [:]
        for indicator in indicators {
            guard let direction = round.direction(of: indicator), direction != .notComparable else { continue }
            counts[direction, default: 0] += 1
        }
        if counts.isEmpty { return nil }
        func words(_ direction: Direction) -> String { wording.words(count: counts[direction] ?? 0) }
        let note = wording.words(.keyFigureDirections, ["stable": words(.stable), "worsening": words(.worsening)])
        return pair(
            counts[.improving] ?? 0,
            wording.words(Direction.improving.phrase),
            Direction.improving.symbol,
            note: note,
            &context
        )
    }
}
