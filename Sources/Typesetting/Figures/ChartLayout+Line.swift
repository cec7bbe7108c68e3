// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// A line of figures over a scale, with its labels at the ends of lines, and the periods under them.
extension ChartLayout {
    /// The thickness of the line of figures, of that of others, of that of targets, and of the lines across the chart.
    private static let lineThickness = Length.points(2.5)
    private static let comparisonThickness = Length.points(1.5)
    private static let targetThickness = Length.points(1)
    private static let gridThickness = Length.points(0.4)
    /// The radius of the disc of a figure.
    private static let disc = Length.points(2.4)
    /// The side of the hollow square of a figure of others.
    private static let square = Length.points(5)
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
        var items = grid(chart, in: plot) + targets(chart, in: plot) + comparisons(chart, in: plot)
        items += figures(chart, in: plot)
        items += endLabels(chart, in: plot)
        let bottom = plot.area.origin.y + plot.area.size.height + Self.gap
        let periods = periods(chart, in: plot, top: bottom)
        return Box(height: bottom + periods.height, items: items + periods.items)
    }

    private func plot(of chart: ShapedLine) -> Plot {
        let scale = chart.scale.map(\.words.lineWidth).max() ?? .zero
        let ends = [chart.latest, chart.targetLabel, chart.comparisonLabel].compactMap { $0?.lineWidth }.max() ?? .zero
        // However narrow a page is, half of it is for the lines.
        let left = min(scale + Self.gap, measure / 4)
        let right = min(ends + Self.gap, measure * 0.3)
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

    /// The line through the figures, with a disc at each.
    private func figures(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        let (lines, places) = line(chart.points.map(\.figure), in: plot)
        var discs = Path()
        for place in places { discs.append(Path(circle: place, radius: Self.disc)) }
        return [
            path(lines, stroke: PathMark.Stroke(colour: style.line, thickness: Self.lineThickness)),
            path(discs, fill: style.line),
        ]
    }

    /// The thinner line through the figures of others, with a hollow square at each.
    private func comparisons(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        let (lines, places) = line(chart.points.map(\.comparison), in: plot)
        if places.isEmpty { return [] }
        let stroke = PathMark.Stroke(colour: style.comparison, thickness: Self.comparisonThickness)
        let half = Self.square / 2
        var squares = Path()
        for place in places {
            let corner = Point(x: place.x - half, y: place.y - half)
            squares.append(Path(Rectangle(origin: corner, size: Size(width: Self.square, height: Self.square))))
        }
        return [path(lines, stroke: stroke), path(squares, fill: .white, stroke: stroke)]
    }

    /// The line through values, broken where there is none, and the place of each.
    private func line(_ values: [Double?], in plot: Plot) -> (lines: Path, places: [Point]) {
        var lines = Path()
        var places: [Point] = []
        var stretch: [Point] = []
        for (index, value) in values.enumerated() {
            guard let value else {
                lines.append(Path(through: stretch))
                stretch = []
                continue
            }
            stretch.append(Point(x: plot.x(index), y: plot.y(value)))
            places.append(stretch[stretch.count - 1])
        }
        lines.append(Path(through: stretch))
        return (lines, places)
    }

    /// The latest figure, the target and the figure of others at the right, each beside its line, or one above the other where there is no
    /// room for that.
    private func endLabels(_ chart: ShapedLine, in plot: Plot) -> [PageItem] {
        let x = plot.area.origin.x + plot.area.size.width + Self.gap
        var labels: [(lines: [Box], middle: Length)] = []
        func add(_ label: ShapedText?, at value: Double?) {
            guard let label, let value else { return }
            let lines = breaker.boxes(of: label, measure: max(style.text.size, measure - x), alignment: .left)
            labels.append((lines, plot.y(value)))
        }
        add(chart.latest, at: chart.points.compactMap(\.figure).last)
        add(chart.targetLabel, at: chart.points.compactMap(\.target).last)
        add(chart.comparisonLabel, at: chart.points.compactMap(\.comparison).last)
        // Two that are too near give way to both sides, and a third to them. They are drawn in the order in which they are read.
        let order = labels.indices.sorted { labels[$0].middle < labels[$1].middle }
        func lacking(_ upper: Int, _ lower: Int) -> Length {
            let needed = (labels[upper].lines.height + labels[lower].lines.height) / 2
            return needed - (labels[lower].middle - labels[upper].middle)
        }
        for position in order.indices.dropFirst() {
            let (upper, lower) = (order[position - 1], order[position])
            let room = lacking(upper, lower)
            guard room > .zero else { continue }
            labels[upper].middle -= room / 2
            labels[lower].middle += room - room / 2
            for above in (0..<position - 1).reversed() {
                labels[order[above]].middle -= max(.zero, lacking(order[above], order[above + 1]))
            }
        }
        return labels.flatMap { $0.lines[...].items(x: x, y: $0.middle - $0.lines.height / 2) }
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
