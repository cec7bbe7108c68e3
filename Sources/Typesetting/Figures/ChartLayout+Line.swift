// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// A line of figures over a scale, with its labels at the ends of lines, and the periods under them.
extension ChartLayout {
    /// The thickness of the line of figures, of that of targets, and of the lines across the chart.
    private static let lineThickness = Length.points(2.5)
    private static let targetThickness = Length.points(1)
    private static let gridThickness = Length.points(0.4)
    /// The radius of the disc of a figure.
    private static let disc = Length.points(2.4)
    /// A dash of the line of targets, and the gap after it.
    private static let dash = (length: Length.points(5), gap: Length.points(3))
    /// Between the chart and the labels around it.
    private static let gap = Length.points(5)

    /// The area in which lines are drawn, and where values are in it.
    private struct Plot {
        var area: Rectangle
        var low: Double
        var high: Double
        var count: Int

        /// The height of a value.
        func y(_ value: Double) -> Length {
            let part = high > low ? (value - low) / (high - low) : 0
            return area.origin.y + area.size.height * (1 - min(1, max(0, part)))
        }

        /// The middle of a period.
        func x(_ index: Int) -> Length { area.origin.x + width * (Double(index) + 0.5) }

        /// Of a period.
        var width: Length { area.size.width / max(1, count) }
    }

    /// The whole chart: no page divides it.
    func box(of chart: ShapedLine) -> Box {
        let plot = plot(of: chart)
        var items = grid(chart, in: plot) + targets(chart, in: plot) + figures(chart, in: plot)
        items += endLabels(chart, in: plot)
        let bottom = plot.area.origin.y + plot.area.size.height + Self.gap
        let periods = periods(chart, in: plot, top: bottom)
        return Box(height: bottom + periods.height, items: items + periods.items)
    }

    private func plot(of chart: ShapedLine) -> Plot {
        let scale = chart.scale.map(\.words.lineWidth).max() ?? .zero
        let ends = [chart.latest, chart.targetLabel].compactMap { $0?.lineWidth }.max() ?? .zero
        // However narrow a page is, half of it is for the lines.
        let left = min(scale + Self.gap, measure / 4)
        let right = min(ends + Self.gap, measure / 4)
        let top = style.text.leading / 2
        return Plot(
            area: Rectangle(
                origin: Point(x: left, y: top),
                size: Size(width: measure - left - right, height: style.plot)
            ),
            low: chart.scale.first?.value ?? 0,
            high: chart.scale.last?.value ?? 1,
            count: chart.points.count
        )
    }

    private func grid(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        chart.scale.enumerated().flatMap { index, mark -> [PageItem] in
            let y = plot.y(mark.value)
            let ends = [
                Point(x: plot.area.origin.x, y: y), Point(x: plot.area.origin.x + plot.area.size.width, y: y),
            ]
            let stroke =
                index == 0
                ? PathMark.Stroke(colour: style.text.colour, thickness: style.axis)
                : PathMark.Stroke(colour: style.grid, thickness: Self.gridThickness)
            let x = plot.area.origin.x - Self.gap - mark.words.lineWidth
            return [path(Path(through: ends), stroke: stroke)] + line(mark.words, x: max(.zero, x), middle: y)
        }
    }

    /// The target of each period across its width, dashed.
    private func targets(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        var dashes = Path()
        for (index, point) in chart.points.enumerated() {
            guard let target = point.target else { continue }
            let (start, end) = (plot.x(index) - plot.width / 2, plot.x(index) + plot.width / 2)
            // Dashes begin at the same places over the whole chart, so that those of neighbours make one line.
            let step = Self.dash.length + Self.dash.gap
            var dash = plot.area.origin.x
            while dash < end {
                let (from, to) = (max(dash, start), min(dash + Self.dash.length, end))
                if from < to {
                    dashes.append(
                        Path(through: [Point(x: from, y: plot.y(target)), Point(x: to, y: plot.y(target))])
                    )
                }
                dash += step
            }
        }
        if dashes.elements.isEmpty { return [] }
        return [
            path(dashes, stroke: PathMark.Stroke(colour: style.text.colour, thickness: Self.targetThickness))
        ]
    }

    /// The line through the figures, broken where there is none, with a disc at each.
    private func figures(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        var lines = Path()
        var discs = Path()
        var stretch: [Point] = []
        for (index, point) in chart.points.enumerated() {
            guard let figure = point.figure else {
                lines.append(Path(through: stretch))
                stretch = []
                continue
            }
            let place = Point(x: plot.x(index), y: plot.y(figure))
            discs.append(Path(circle: place, radius: Self.disc))
            stretch.append(place)
        }
        lines.append(Path(through: stretch))
        return [
            path(lines, stroke: PathMark.Stroke(colour: style.line, thickness: Self.lineThickness)),
            path(discs, fill: style.line),
        ]
    }

    /// The latest figure and the target at the right, each beside its line, or one above the other where there is no room for both.
    private func endLabels(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        var labels: [(text: ShapedText, y: Length)] = []
        if let latest = chart.latest, let figure = chart.points.compactMap(\.figure).last {
            labels.append((latest, plot.y(figure)))
        }
        if let target = chart.targetLabel, let value = chart.points.compactMap(\.target).last {
            labels.append((target, plot.y(value)))
        }
        if labels.count == 2 {
            let (upper, lower) = labels[0].y <= labels[1].y ? (0, 1) : (1, 0)
            let lacking = style.text.leading - (labels[lower].y - labels[upper].y)
            if lacking > .zero {
                labels[upper].y -= lacking / 2
                labels[lower].y += lacking - lacking / 2
            }
        }
        let x = plot.area.origin.x + plot.area.size.width + Self.gap
        return labels.flatMap { line($0.text, x: x, middle: $0.y) }
    }

    /// The periods under their figures: in one row, or where there is no room for that in two or three, each row with every second or third.
    private func periods(_ chart: ShapedLine, in plot: Plot, top: Length) -> (items: [PageItem], height: Length) {
        let widest = (chart.points.map(\.label.minimumWidth).max() ?? .zero) + Self.gap
        var step = 1
        while plot.width * step < widest, step < chart.points.count { step += 1 }
        let room = max(plot.width * step - Self.gap, widest - Self.gap)
        let labels = chart.points.map { breaker.boxes(of: $0.label, measure: room, alignment: .centre) }
        let row = labels.map(\.height).max() ?? .zero
        let last = chart.points.count - 1
        let items = labels.enumerated().flatMap { index, lines in
            lines[...].items(x: plot.x(index) - room / 2, y: top + row * ((last - index) % step))
        }
        return (items, row * step)
    }
}
