// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the figures that `{{> chart status of: actions }}` puts into a paper or a statement.
struct ChartComposer {
    /// What a chart counts the rows of.
    enum Subject {
        /// In a paper: the returns of some directorates.
        case directorates([Directorate])
        /// In a statement: its own return.
        case directorateReturn(DirectorateReturn, Directorate)
    }

    /// The table of the paper that has the numbers of a chart.
    struct DataTable {
        /// By which references know it.
        var name: String
        var wording: String
    }

    /// Where the numbers of a chart are.
    enum Data {
        case table(DataTable)
        /// Returns, with the name by which references know where the paper appends them; `nil` if it does not.
        case returns([Directorate], appendedAt: String?)
    }

    let subject: Subject
    let round: MonitoringRound
    let wording: Wording
    /// Finds the table that has the numbers of a chart of exceptions, if there is one.
    var table: (ReportedClass, inout CompositionContext) -> DataTable? = { _, _ in nil }
    /// Finds the name by which references know where the paper appends some returns; `nil` in a return, whose tables follow its charts.
    var appendix: ([Directorate]) -> String? = { _ in nil }

    /// The figure that an insertion asks for, or the sentence that there is nothing to draw.
    func blocks(
        _ kind: ChartKind,
        _ options: [Prose.Option],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Block] {
        switch kind {
        case .counts(let kind): counts(kind, options, at: location, with: &context)
        case .trend: trend(options, at: location, with: &context)
        }
    }

    private func counts(
        _ kind: ChartRequest.Kind,
        _ options: [Prose.Option],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Block] {
        guard
            let request = ChartRequest(
                kind,
                options,
                dividedBy: division,
                at: location,
                reportingTo: &context.diagnostics
            )
        else { return [] }
        if request.division == .period, round.council.ratings == nil {
            context.diagnostics.report(.periodsWithoutRatings, at: location)
            return []
        }
        let categories = self.categories(of: request).filter { $0.counts.total > 0 }
        if kind == .complete, let problem = whyNotCounted(request, categories) {
            context.diagnostics.report(problem, at: location)
            return []
        }
        if categories.isEmpty {
            let words = wording.words(.chartEmpty, ["classes": request.classes.words(wording)])
            return [context.paragraph([.text(words)], at: location)]
        }
        let drawing = ChartDrawing(categories, for: request, of: round, wording: wording)
        let table = kind == .exceptions && request.classes.count == 1 ? table(request.classes[0], &context) : nil
        let data = table.map(Data.table) ?? .returns(returns, appendedAt: appendix(returns))
        let text = "\(drawing.text) \(words(data))"
        guard context.hasRoom(forText: text.utf8.count, at: location) else { return [] }
        let drawn = Drawn(title: drawing.title, note: drawing.note, text: text, chart: drawing.chart)
        return [figure(drawn, named: request.name, data: data, at: location, with: &context)]
    }

    /// Why nobody knows how many rows are done, or `nil` if that is known.
    private func whyNotCounted(_ request: ChartRequest, _ categories: [ChartDrawing.Category]) -> Diagnostic.Message? {
        if request.classes.contains(.indicators) { return .indicatorsAreNeverDone }
        let uncounted = categories.first { $0.counts.unlisted > 0 }
        return uncounted.map { .rowsOnlyCounted(in: $0.label, count: $0.counts.unlisted) }
    }

    // MARK: - Figures

    /// A chart with its words.
    struct Drawn {
        var title: String
        var note: String
        /// The alternative text.
        var text: String
        var chart: Chart
    }

    func figure(
        _ drawing: Drawn,
        named name: String,
        data: Data,
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> Block {
        let id = context.node()
        let number = ["number": String(context.figureNumber())]
        let anchor = context.place(
            at: .figure(name, in: scope),
            wording: wording.words(.figureReference, number)
        )
        let link = link(to: data, at: location, with: &context)
        let note = [.text(link.isEmpty ? drawing.note : drawing.note + " ")] + link
        let figure = Figure(
            label: wording.words(.figure, number),
            caption: [
                context.paragraph([.text(drawing.title)], role: .caption, at: location),
                context.paragraph(note, role: .captionNote, at: location),
            ],
            alternativeText: drawing.text,
            graphic: .chart(drawing.chart),
            anchor: anchor
        )
        return Block(id: id, .figure(figure), location: location)
    }

    // MARK: - The rows

    private var division: ChartRequest.Division {
        switch subject {
        case .directorates: .directorate
        case .directorateReturn: .unit
        }
    }

    /// The directorate in whose return the chart is.
    var scope: String? {
        if case .directorateReturn(_, let directorate) = subject { directorate.id } else { nil }
    }

    /// The directorates whose returns are counted.
    private var returns: [Directorate] {
        switch subject {
        case .directorates(let directorates): directorates.filter { round.directorateReturn($0.id) != nil }
        case .directorateReturn(_, let directorate): [directorate]
        }
    }

    /// The bars of a chart: of each directorate or unit, or of each class if the chart is not divided.
    private func categories(of request: ChartRequest) -> [ChartDrawing.Category] {
        if request.division == .period { return periods }
        if request.division != nil { return divided(request.classes) }
        return request.classes.map { reported in
            ChartDrawing.Category(
                label: wording.words(reported.phrase).capitalisingFirst,
                counts: divided([reported]).reduce(into: StatusCounts()) { $0 += $1.counts }
            )
        }
    }

    /// The ratings in each of the latest four periods, the oldest first, without earlier periods in which no indicator can be rated.
    ///
    /// Exempt indicators are not counted, since the public round has no figures of theirs.
    private var periods: [ChartDrawing.Category] {
        let indicators = directorateReturns.flatMap(\.indicators).filter { $0.exemption == nil }
        return (0..<4).reversed().compactMap { ago in
            let counts = StatusCounts(of: indicators.compactMap { round.verdict(of: $0, periodsAgo: ago) })
            if ago > 0, counts.rated == 0 { return nil }
            return ChartDrawing.Category(label: wording.words(round.round.period.before(ago)), counts: counts)
        }
    }

    /// The rows of some classes for each directorate, or each unit, in the council's order.
    private func divided(_ classes: [ReportedClass]) -> [ChartDrawing.Category] {
        switch subject {
        case .directorates(let directorates):
            return directorates.compactMap { directorate in
                guard let own = round.directorateReturn(directorate.id) else { return nil }
                let counts = classes.flatMap { own.statusCounts(of: $0).values }
                return ChartDrawing.Category(
                    label: directorate.name,
                    counts: counts.reduce(into: StatusCounts()) { $0 += $1 }
                )
            }
        case .directorateReturn(let own, let directorate):
            let counts = classes.map { own.statusCounts(of: $0) }
            let places = directorate.places.map { (id: $0.id, name: $0.unit ?? $0.division) }
            return (places + [(id: "", name: nil)]).map { id, name in
                ChartDrawing.Category(
                    label: name ?? directorate.name,
                    counts: counts.reduce(into: StatusCounts()) { $0 += $1[id] ?? StatusCounts() }
                )
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var indicatorsAreNeverDone: Self {
        Self(.invalidChoice, "indicators are on target or not, and never done", hint: "ask for `chart status`")
    }

    fileprivate static var periodsWithoutRatings: Self {
        Self(
            .chartWithoutRatings,
            "a chart `by: period` shows how indicators are rated, and the council rates none",
            hint: "add `ratings` to council.yaml, or ask for `chart status of: indicators`"
        )
    }

    fileprivate static func rowsOnlyCounted(in label: String, count: Int) -> Self {
        Self(
            .unknownStatus,
            "nobody knows how many rows are done: `\(label, from: .anywhere)` only counts \(count) of them",
            hint: "list every row in the return, or ask for `chart exceptions`"
        )
    }
}
