// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the line of one indicator, which `{{> chart trend of: EN 3 }}` puts in.
extension ChartComposer {
    /// The line of one indicator, or what is said in its place.
    func trend(
        _ options: [Prose.Option],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Block] {
        let known = scope == nil ? ["of", "in", "with"] : ["of", "with"]
        for option in options where !known.contains(option.key) {
            context.diagnostics.report(
                .unknownOption(option.key, of: ChartKind.trend.name, known: known),
                at: location
            )
        }
        let reference = options.first { $0.key == "of" }?.value ?? ""
        let wanted = options.first { $0.key == "in" }?.value
        let returns = directorateReturns.filter { wanted == nil || $0.directorate == wanted }
        let found = returns.flatMap { own in own.indicators.filter { $0.reference == reference }.map { (own, $0) } }
        guard let (own, indicator) = found.first else {
            // The public round has no references of exempt rows.
            if context.omitsExemptInformation,
                returns.contains(where: { $0.indicators.contains { $0.exemption != nil } })
            {
                return [context.paragraph([.text(wording.words(.chartWithheld))], at: location)]
            }
            let names = returns.flatMap(\.indicators).compactMap(\.reference)
            context.diagnostics.report(.unknownIndicator(reference, among: names), at: location)
            return []
        }
        if found.count > 1 {
            context.diagnostics.report(
                .indicatorOfSeveral(reference, in: found.map(\.0.directorate), isPaper: scope == nil),
                at: location
            )
        }
        var composer = ProseComposer(scope: scope ?? "")
        let measure = composer.inlines(indicator.measure.withoutNotes, with: &context).plainText
        let latest = round.round.period.before(indicator.lag)
        let comparators = comparators(options, at: location, with: &context)
        guard let trend = indicator.trend(to: latest, comparedWith: comparators) else {
            let words = wording.words(.chartTooFew, ["measure": measure])
            return [context.paragraph([.text(words)], at: location)]
        }
        if comparators.count == 1, options.contains(where: { $0.key == "with" }), trend.comparator == nil {
            let example = Comparator.FigureKey(comparators[0].id, latest).description
            context.diagnostics.report(.noComparison(with: comparators[0], column: example), at: location)
        }
        let drawing = TrendDrawing(trend, of: measure, indicator.polarity, wording: wording)
        let directorates = round.council.directorates.filter { $0.id == own.directorate }
        let data = Data.returns(directorates, appendedAt: appendix(directorates))
        guard context.hasRoom(forText: drawing.text.utf8.count, at: location) else { return [] }
        let drawn = Drawn(
            title: wording.words(.chartTrend, ["reference": reference, "measure": measure.capitalisingFirst]),
            note: drawing.note,
            text: "\(drawing.text) \(words(data))",
            chart: drawing.chart
        )
        let name = "\(ChartKind.trend.word)-\(String.slug(of: reference))"
        return [figure(drawn, named: name, data: data, at: location, with: &context)]
    }

    /// With whom the line may be compared: all that the council knows, or the one that `with` names; none for `with: none`.
    private func comparators(
        _ options: [Prose.Option],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Comparator] {
        let known = round.council.comparators
        guard let name = options.first(where: { $0.key == "with" })?.value else { return known }
        if name.lowercased() == "none" { return [] }
        let named = known.filter { $0.id == name || $0.name.lowercased() == name.lowercased() }
        if named.isEmpty {
            context.diagnostics.report(.unknownComparator(name, among: known.map(\.id)), at: location)
        }
        return named
    }

    var directorateReturns: [DirectorateReturn] {
        switch subject {
        case .directorates(let directorates): directorates.compactMap { round.directorateReturn($0.id) }
        case .directorateReturn(let own, _): [own]
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownIndicator(_ reference: String, among known: [String]) -> Self {
        Self(
            .unknownName,
            reference.isEmpty
                ? "the chart does not say of which indicator" : "no indicator has the ref `\(reference.shortened)`",
            hint: reference.isEmpty
                ? "write `{{> chart trend of: EN 1 }}` with its `ref`"
                : NearestName.hint(for: reference, among: known, from: .anywhere)
        )
    }

    fileprivate static func unknownComparator(_ name: String, among known: [String]) -> Self {
        Self(
            .unknownName,
            "the council is compared with nobody called `\(name.shortened)`",
            hint: known.isEmpty
                ? "add it to `comparators` in council.yaml, or leave out `with`"
                : NearestName.hint(for: name, among: known + ["none"], from: .anywhere)
        )
    }

    fileprivate static func noComparison(with comparator: Comparator, column: String) -> Self {
        Self(
            .missingColumn,
            "`\(comparator.id, from: .anywhere)` has no figure of a period that the line shows",
            hint: "give it in a column `\(column, from: .anywhere)`, or leave out `with`"
        )
    }

    fileprivate static func indicatorOfSeveral(_ reference: String, in directorates: [String], isPaper: Bool) -> Self {
        Self(
            .ambiguousReference,
            "several indicators have the ref `\(reference.shortened)`",
            hint: isPaper && Set(directorates).count > 1
                ? "say of which directorate: `in: \(directorates[0], from: .anywhere)`"
                : "give each a `ref` of its own"
        )
    }
}
