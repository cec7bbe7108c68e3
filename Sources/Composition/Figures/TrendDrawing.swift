// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

/// The line of an indicator with the words that say what it shows.
struct TrendDrawing {
    /// Under the title: from when to when, and which way is better.
    let note: String
    /// The alternative text, without where the data are.
    let text: String
    let chart: Chart

    init(_ trend: Trend, of measure: String, _ polarity: Indicator.Polarity, wording: Wording) {
        let periods = trend.points.map { wording.words($0.period) }
        let span = ["first": periods.first ?? "", "last": periods.last ?? ""]
        switch polarity {
        case .neither: note = wording.words(.chartTrendNoteAlone, span)
        case .higher, .lower:
            let better = wording.words(polarity == .higher ? .betterHigher : .betterLower)
            note = wording.words(.chartTrendNote, span.merging(["better": better]) { $1 })
        }
        let figures = trend.points.map { $0.figure.map(wording.words) ?? wording.words(.chartNoFigure) }
        let line = wording.words(
            .chartLine,
            span.merging([
                "subject": measure, "change": Self.change(of: trend, wording),
                "figures": figures.joined(separator: "; "),
            ]) { $1 }
        )
        text = [line, Self.targets(of: trend, wording), Self.comparison(of: trend, wording)].compactMap(\.self)
            .joined(separator: " ")
        chart = .line(Self.line(trend, periods, wording))
    }

    /// The line without words for the cell of a table.
    init(sparkline trend: Trend, of measure: String, wording: Wording) {
        let periods = trend.points.map { wording.words($0.period) }
        let figures = trend.points.map { $0.figure.map(wording.words) ?? wording.words(.chartNoFigure) }
        note = ""
        let line = wording.words(
            .sparkline,
            [
                "subject": measure,
                "first": periods.first ?? "", "last": periods.last ?? "",
                "figures": figures.joined(separator: wording.words(.listSeparator)),
            ]
        )
        text = [line, Self.targets(of: trend, wording)].compactMap(\.self).joined(separator: " ")
        chart = .sparkline(Self.line(trend, periods, wording))
    }

    /// "Fell from 52.1% to 48.4%".
    private static func change(of trend: Trend, _ wording: Wording) -> String {
        let figures = trend.known.compactMap(\.figure).map(wording.words)
        let names = ["first": figures.first ?? "", "last": figures.last ?? ""]
        switch trend.change ?? 0 {
        case ..<0: return wording.words(.chartFell, names)
        case 0: return wording.words(.chartLevel, names)
        default: return wording.words(.chartRose, names)
        }
    }

    /// In how many of the periods that have both a figure and a target the target was met; `nil` if there is none.
    private static func targets(of trend: Trend, _ wording: Wording) -> String? {
        let met = trend.points.compactMap(\.meetsTarget)
        guard let latest = met.last else { return nil }
        let count = wording.words(count: met.count { $0 })
        return wording.words(
            latest ? .chartTargetMet : .chartTargetMissed,
            ["count": count, "total": wording.words(count: met.count)]
        )
    }

    /// The figures of the comparator, of the same periods; `nil` if there is none.
    private static func comparison(of trend: Trend, _ wording: Wording) -> String? {
        guard let comparator = trend.comparator else { return nil }
        let figures = trend.points.map { $0.comparison.map(wording.words) ?? wording.words(.chartNoFigure) }
        return wording.words(
            .chartComparisonLine,
            ["comparator": comparator.name, "figures": figures.joined(separator: "; ")]
        )
    }

    private static func line(_ trend: Trend, _ periods: [String], _ wording: Wording) -> Chart.Line {
        func figure(_ quantity: Quantity?) -> Chart.Line.Figure? {
            quantity.map { Chart.Line.Figure($0.approximate, words: wording.words($0)) }
        }
        let points = zip(trend.points, periods).map { point, period in
            Chart.Line.Point(
                label: period,
                figure: figure(point.figure),
                target: figure(point.target),
                comparison: figure(point.comparison)
            )
        }
        let comparison = points.compactMap(\.comparison).last.flatMap { latest in
            trend.comparator.map {
                wording.words(.chartComparison, ["comparator": $0.name, "figure": latest.words])
            }
        }
        let target = points.compactMap(\.target).last.map { wording.words(.chartTarget, ["target": $0.words]) }
        return Chart.Line(
            points: points,
            targetLabel: target ?? "",
            comparisonLabel: comparison ?? "",
            scale: scale(for: points, like: trend.known.last?.figure ?? Quantity(digits: 0), wording)
        )
    }

    /// Four lines or so across the chart, at round numbers from zero on, or from the lowest figure where that is below zero.
    private static func scale(
        for points: [Chart.Line.Point],
        like quantity: Quantity,
        _ wording: Wording
    ) -> [Chart.Line.Figure] {
        let values = points.flatMap { [$0.figure?.value, $0.target?.value, $0.comparison?.value].compactMap(\.self) }
        let unit = Double(quantity.scale.factor)
        let low = min(0, values.min() ?? 0) / unit
        let high = max(0, values.max() ?? 0) / unit
        let step = RoundStep(over: high - low)
        let first = Int((low / step.value).rounded(.down))
        let last = max(first + 1, Int((high / step.value).rounded(.up)))
        return (first...last).map { number in
            var mark = quantity
            mark.digits = number * step.digits
            mark.decimals = step.decimals
            mark.hasPlusSign = false
            // Words would be repeated at every line: only marks are.
            if mark.unit != "%" { mark.unit = nil }
            return Chart.Line.Figure(mark.approximate, words: wording.words(mark))
        }
    }

    /// A step of 1, 2, 2.5 or 5 times a power of ten.
    private struct RoundStep {
        var digits = 1
        var decimals = 0
        var value = 1.0

        /// The least step of which four or fewer make a length.
        init(over length: Double) {
            let mantissas: [(digits: Int, decimals: Int)] = [(1, 0), (2, 0), (25, 1), (5, 0)]
            guard length > 0, length.isFinite, length < 1e15 else { return }
            for exponent in -6...15 {
                for mantissa in mantissas {
                    var (digits, decimals) = (mantissa.digits, mantissa.decimals - exponent)
                    while decimals < 0 {
                        digits *= 10
                        decimals += 1
                    }
                    var value = Double(digits)
                    for _ in 0..<decimals { value /= 10 }
                    if length / value <= 4 {
                        self.digits = digits
                        self.decimals = decimals
                        self.value = value
                        return
                    }
                }
            }
        }
    }
}
