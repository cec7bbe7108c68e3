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
        let known = scope == nil ? ["of", "in"] : ["of"]
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
        guard let trend = indicator.trend(to: latest) else {
            let words = wording.words(.chartTooFew, ["measure": measure])
            return [context.paragraph([.text(words)], at: location)]
        }
        let drawing = TrendDrawing(trend, of: measure, indicator.polarity, wording: wording)
        let directorate = round.council.directorates.first { $0.id == own.directorate }?.name ?? own.directorate
        let place = wording.words(.chartDataReturn, ["directorates": directorate])
        let data = wording.words(.chartData, ["place": place])
        guard context.hasRoom(forText: drawing.text.utf8.count, at: location) else { return [] }
        let drawn = Drawn(
            title: wording.words(.chartTrend, ["reference": reference, "measure": measure.capitalisingFirst]),
            note: drawing.note,
            text: "\(drawing.text) \(data)",
            chart: drawing.chart
        )
        let name = "\(ChartKind.trend.word)-\(String.slug(of: reference))"
        return [figure(drawn, named: name, table: nil, at: location, with: &context)]
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

    fileprivate static func indicatorOfSeveral(_ reference: String, in directorates: [String], isPaper: Bool) -> Self {
        Self(
            .ambiguousReference,
            "several indicators have the ref `\(reference.shortened)`",
            hint: isPaper
                ? "say of which directorate: `in: \(directorates[0], from: .anywhere)`"
                : "give each a `ref` of its own"
        )
    }
}
