// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// A line chart in units of its own drawing, which is scaled to the page: where the scale, the lines and the labels are.
///
/// Nothing is shaped for HTML, so that the widths of words are estimates.
private struct LinePlot {
    private static let width = 640.0
    private static let height = 210.0
    private static let letter = 8.4
    static let line = 19.0
    static let gap = 7.0

    let left: Double
    let right: Double
    let top = 12.0
    /// The height of the lowest line across the chart.
    let bottom: Double
    private let low: Double
    private let high: Double
    private let count: Int
    /// In how many rows the periods are, so that none meets the next.
    let rows: Int

    init(_ chart: Chart.Line) {
        func width(_ words: [String]) -> Double { Double(words.map(\.count).max() ?? 0) * Self.letter }
        let ends = [chart.latest?.words ?? "", chart.targetLabel, chart.comparisonLabel]
        left = width(chart.scale.map(\.words)) + Self.gap
        right = Self.width - min(220, width(ends) + Self.gap)
        bottom = top + Self.height
        low = chart.scale.first?.value ?? 0
        high = chart.scale.last?.value ?? 1
        count = max(1, chart.points.count)
        let pitch = (right - left) / Double(count)
        rows = max(1, min(count, Int((width(chart.points.map(\.label)) / pitch).rounded(.up))))
    }

    var viewBox: [Double] { [0, 0, Self.width, bottom + Self.gap + Double(rows) * Self.line] }

    func y(_ value: Double) -> Double {
        let part = high > low ? (value - low) / (high - low) : 0
        return bottom - (bottom - top) * min(1, max(0, part))
    }

    func x(_ index: Int) -> Double { left + pitch * (Double(index) + 0.5) }

    var pitch: Double { (right - left) / Double(count) }

    /// The baseline of the label of a period.
    func baseline(_ index: Int) -> Double {
        bottom + Self.gap + Self.line * (Double((count - 1 - index) % rows) + 0.7)
    }
}

extension PaperWriter {
    /// Writes a line of figures over a scale, with its labels at the ends of lines, and the periods under them.
    ///
    /// The words are in the order of ``PaperTree/Graphic/words``. On a narrow screen the drawing scrolls, since smaller words could not be read.
    mutating func write(_ chart: Chart.Line, _ meaning: [Attribute]) {
        let plot = LinePlot(chart)
        element(.div, .class("plot"), .tabStop()) { page in
            page.element(.svg, [.viewBox(plot.viewBox)] + meaning) { page in
                page.writeScale(of: chart, in: plot)
                page.writeTargets(of: chart, in: plot)
                for stretch in chart.stretches({ $0.comparison }, in: plot) {
                    page.element(.polyline, .class("oth"), .points(stretch.flatMap { [$0.x, $0.y] }))
                    for place in stretch {
                        page.element(
                            .rect,
                            .class("box"),
                            .x(place.x - 3),
                            .y(place.y - 3),
                            .wide(6),
                            .high(6)
                        )
                    }
                }
                for stretch in chart.stretches({ $0.figure }, in: plot) {
                    page.element(.polyline, .class("own"), .points(stretch.flatMap { [$0.x, $0.y] }))
                    for place in stretch {
                        page.element(.circle, .class("dot"), .centre(x: place.x), .centre(y: place.y), .radius(4))
                    }
                }
                page.writeEnds(of: chart, in: plot)
                for (index, point) in chart.points.enumerated() {
                    page.write(point.label, x: plot.x(index), baseline: plot.baseline(index), anchor: "middle")
                }
            }
        }
    }

    private mutating func writeScale(of chart: Chart.Line, in plot: LinePlot) {
        for (index, mark) in chart.scale.enumerated() {
            let y = plot.y(mark.value)
            element(
                .polyline,
                .class(index == 0 ? "ax" : "g"),
                .points([plot.left, y, plot.right, y])
            )
            write(mark.words, x: plot.left - LinePlot.gap, baseline: y + 5, anchor: "end")
        }
    }

    /// Writes the target of each period across its width.
    private mutating func writeTargets(of chart: Chart.Line, in plot: LinePlot) {
        for (index, point) in chart.points.enumerated() {
            guard let target = point.target else { continue }
            let (x, y) = (plot.x(index), plot.y(target.value))
            element(.polyline, .class("ta"), .points([x - plot.pitch / 2, y, x + plot.pitch / 2, y]))
        }
    }

    /// Writes the labels at the ends of the lines, those that would meet one under another.
    private mutating func writeEnds(of chart: Chart.Line, in plot: LinePlot) {
        var labels: [(words: String, y: Double)] = []
        func add(_ words: String?, _ figure: Chart.Line.Figure?) {
            guard let words, !words.isEmpty else { return }
            labels.append((words, figure.map { plot.y($0.value) } ?? plot.top))
        }
        add(chart.latest?.words, chart.latest)
        add(chart.targetLabel, chart.points.compactMap(\.target).last)
        add(chart.comparisonLabel, chart.points.compactMap(\.comparison).last)
        var least = plot.top
        for index in labels.indices.sorted(by: { labels[$0].y < labels[$1].y }) {
            labels[index].y = max(least, labels[index].y)
            least = labels[index].y + LinePlot.line
        }
        for label in labels {
            write(label.words, x: plot.right + LinePlot.gap, baseline: label.y + 5, anchor: "start")
        }
    }

    private mutating func write(_ words: String, x: Double, baseline: Double, anchor: StaticString) {
        element(.text, .x(x), .y(baseline), .anchor(anchor)) { $0.write(words) }
        write(" ")
    }

    /// Writes a small line without words, which runs from the lowest to the highest figure and not from 0.
    mutating func write(sparkline chart: Chart.Line, _ meaning: [Attribute]) {
        let values = chart.points.flatMap { [$0.figure?.value, $0.target?.value].compactMap(\.self) }
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        func place(_ index: Int, _ value: Double) -> (x: Double, y: Double) {
            let part = high > low ? (value - low) / (high - low) : 0.5
            return (3 + 74 * Double(index) / Double(max(1, chart.points.count - 1)), 19 - 16 * part)
        }
        element(.svg, [.class("spark"), .viewBox([0, 0, 80, 22])] + meaning) { page in
            let targets = chart.points.enumerated().compactMap { index, point in
                point.target.map { place(index, $0.value) }
            }
            if targets.count > 1 { page.element(.polyline, .class("ta"), .points(targets.flatMap { [$0.x, $0.y] })) }
            for stretch in chart.stretches({ $0.figure }, place) {
                page.element(.polyline, .class("own"), .points(stretch.flatMap { [$0.x, $0.y] }))
            }
            if let last = chart.points.lastIndex(where: { $0.figure != nil }), let figure = chart.points[last].figure {
                let end = place(last, figure.value)
                page.element(.circle, .class("dot"), .centre(x: end.x), .centre(y: end.y), .radius(2.6))
            }
        }
    }
}

extension Chart.Line {
    /// The places of some figures of the points, divided where there is none.
    fileprivate func stretches(
        _ figure: (Point) -> Figure?,
        _ place: (Int, Double) -> (x: Double, y: Double)
    ) -> [[(x: Double, y: Double)]] {
        var stretches: [[(x: Double, y: Double)]] = [[]]
        for (index, point) in points.enumerated() {
            if let value = figure(point)?.value {
                stretches[stretches.count - 1].append(place(index, value))
            } else {
                stretches.append([])
            }
        }
        return stretches.filter { !$0.isEmpty }
    }

    fileprivate func stretches(_ figure: (Point) -> Figure?, in plot: LinePlot) -> [[(x: Double, y: Double)]] {
        stretches(figure) { (plot.x($0), plot.y($1)) }
    }
}
