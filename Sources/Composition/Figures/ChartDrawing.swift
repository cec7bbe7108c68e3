// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

/// A chart of counted rows with the words that say what it shows.
///
/// What is read out has one order: the kind, the subject and how many there are; then the parts, the worst first.
struct ChartDrawing {
    /// A bar, with what is counted in it.
    struct Category {
        var label: String
        var counts: StatusCounts
    }

    private let request: ChartRequest
    private let council: Council
    private let wording: Wording
    /// The end of the period that the rows are of.
    private let date: String

    private(set) var title = ""
    /// Under the title: what is counted, and when.
    private(set) var note = ""
    /// The alternative text, without where the data are.
    private(set) var text = ""
    private(set) var chart = Chart.bars(Chart.Bars(tone: .off, bars: []))

    init(_ categories: [Category], for request: ChartRequest, of round: MonitoringRound, wording: Wording) {
        self.request = request
        self.wording = wording
        council = round.council
        date = wording.words(round.round.asAt)
        switch request.kind {
        case .status: drawStatuses(categories)
        case .exceptions: drawExceptions(categories)
        case .complete: drawCompletion(categories)
        }
    }

    /// What the chart shows: "status of performance indicators by directorate".
    private func subject(_ phrase: Phrase) -> String {
        let subject = wording.words(phrase, ["classes": request.classes.words(wording)])
        return switch request.division {
        case .directorate: wording.words(.byDirectorate, ["subject": subject]).capitalisingFirst
        case .unit: wording.words(.byUnit, ["subject": subject]).capitalisingFirst
        case .period: wording.words(.byPeriod, ["subject": subject]).capitalisingFirst
        case nil: subject.capitalisingFirst
        }
    }

    private func list(_ items: [String]) -> String { items.joined(separator: wording.words(.listSeparator)) }

    // MARK: - Exceptions

    /// Bars of the shares that are exceptions, the largest first.
    private mutating func drawExceptions(_ categories: [Category]) {
        let all = categories.reduce(into: StatusCounts()) { $0 += $1.counts }
        let status = StatusSeries.exceptionWords(in: all, council, wording).capitalisingFirst
        note = wording.words(.chartExceptionsNote, ["status": status, "date": date])
        drawShares(of: categories, subject(.chartExceptions), tone: .off, share: \.exceptions)
    }

    /// Bars of the shares that are done, the largest first.
    private mutating func drawCompletion(_ categories: [Category]) {
        note = wording.words(.chartCompleteNote, ["date": date])
        drawShares(of: categories, subject(.chartComplete), tone: .complete, share: \.completed)
    }

    private mutating func drawShares(
        of categories: [Category],
        _ subject: String,
        tone: Chart.Tone,
        share: (StatusCounts) -> Share
    ) {
        let shares = categories.map { (label: $0.label, share: share($0.counts)) }
        let bars = shares.sorted { $0.share.part > $1.share.part }.map { label, share in
            Chart.Bars.Bar(
                label: label,
                part: share.numerator,
                whole: share.denominator,
                words: words(share)
            )
        }
        title = subject
        let read = bars.map { wording.words(.chartBar, ["label": $0.label, "share": $0.words]) }
        text = wording.words(.chartBars, ["subject": title, "bars": list(read)])
        chart = .bars(Chart.Bars(tone: tone, bars: bars))
    }

    /// "4 of 9 (44%)".
    private func words(_ share: Share) -> String {
        let total = wording.words(count: share.denominator)
        guard share.numerator > 0, let percent = share.percent else {
            return wording.words(.chartShareNone, ["total": total])
        }
        let count = wording.words(count: share.numerator)
        return wording.words(.chartShare, ["count": count, "total": total, "percent": percent])
    }

    // MARK: - Statuses

    /// Stacked bars of statuses, those with the most exceptions first, or from period to period.
    private mutating func drawStatuses(_ categories: [Category]) {
        var categories = categories
        var all = categories.reduce(into: StatusCounts()) { $0 += $1.counts }
        let series = StatusSeries.series(of: all, council, wording)
        switch request.division {
        case .directorate, .unit:
            categories.sort { $0.counts.exceptions.numerator > $1.counts.exceptions.numerator }
        // The same rows in each: the latest are those that are counted.
        case .period: all = categories.last?.counts ?? all
        case nil: break
        }
        let total = wording.words(count: all.total)
        title = subject(.chartStatus)
        let bases = [
            "total": total, "date": date, "reported": wording.words(count: all.reported),
            "rated": wording.words(count: all.rated),
        ]
        note = wording.words(all.withoutStatus > 0 ? .chartStatusNoteOfRated : .chartStatusNote, bases)
        let isAlone = categories.count == 1 && request.division == nil
        let counts = list(series.compactMap { words($0, of: all) })
        if isAlone {
            text = wording.words(.chartStackedBar, ["subject": title, "total": total, "counts": counts])
        } else {
            let bars = categories.map { words($0, of: series) }.joined(separator: "; ")
            text = wording.words(
                .chartStackedBars,
                ["subject": title, "total": total, "counts": counts, "bars": bars]
            )
        }
        if !series.compactMap({ Share($0.count(all), of: all.total).percent }).makeHundred {
            text += " " + wording.words(.chartRounded)
        }
        chart = .stackedBars(
            Chart.StackedBars(
                series: series.map { Chart.StackedBars.Series(label: key(of: $0, of: all), tone: $0.tone) },
                bars: categories.map { category in
                    Chart.StackedBars.Bar(
                        label: isAlone ? "" : category.label,
                        counts: series.map { series in
                            let count = series.count(category.counts)
                            return Chart.StackedBars.Count(count, words: wording.words(count: count))
                        },
                        total: wording.words(count: category.counts.total)
                    )
                }
            )
        )
    }

    /// "7 not on course (14%)".
    private func words(_ series: StatusSeries, of all: StatusCounts) -> String? {
        let share = Share(series.count(all), of: all.total)
        guard share.numerator > 0, let percent = share.percent else {
            return wording.words(.chartCountNone, ["status": series.word])
        }
        let count = wording.words(count: share.numerator)
        return wording.words(.chartCount, ["count": count, "status": series.word, "percent": percent])
    }

    /// "Not on course: 7 (14%)".
    private func key(of series: StatusSeries, of all: StatusCounts) -> String {
        let share = Share(series.count(all), of: all.total)
        return wording.words(
            .chartKey,
            [
                "status": series.word.capitalisingFirst, "count": wording.words(count: share.numerator),
                "percent": share.percent ?? "",
            ]
        )
    }

    /// "Adult services: 3 not on course, 7 on course, of 10".
    private func words(_ category: Category, of series: [StatusSeries]) -> String {
        let counts = series.map { series in
            let count = series.count(category.counts)
            return count == 0
                ? wording.words(.chartCountNone, ["status": series.word])
                : wording.words(.chartCountAlone, ["count": wording.words(count: count), "status": series.word])
        }
        return wording.words(
            .chartBarCounts,
            ["label": category.label, "counts": list(counts), "total": wording.words(count: category.counts.total)]
        )
    }
}

extension Share {
    /// As a number from 0 to 1.
    fileprivate var part: Double { denominator > 0 ? Double(numerator) / Double(denominator) : 0 }
}

extension [String] {
    /// Whether printed percentages add up to 100%; `<1%` does not say how much it is.
    fileprivate var makeHundred: Bool {
        let numbers = compactMap { Int($0.dropLast()) }
        return numbers.count == count && numbers.reduce(0, +) == 100
    }
}
