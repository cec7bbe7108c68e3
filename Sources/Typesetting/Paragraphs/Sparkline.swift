// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// A line of figures in the cell of a table, without words: the last figure has a disc, and the targets are dotted.
struct Sparkline {
    private let line: Chart.Line
    private let node: NodeID
    private let colours: (line: Colour, target: Colour)
    /// That of a line of the cell's text.
    private let height: Length

    /// The widest that it is drawn; a narrower cell has a narrower line.
    static let width = Length.millimetres(20)
    private static let thickness = Length.points(1.1)
    private static let disc = Length.points(1.9)
    private static let targetThickness = Length.points(0.8)
    /// A dot of the line of targets, and the gap after it.
    private static let dot = (length: Length.points(1.2), gap: Length.points(1.6))

    init(_ line: Chart.Line, node: NodeID, style: Theme.FigureStyle, height: Length) {
        self.line = line
        self.node = node
        colours = (style.line, style.text.colour)
        self.height = height
    }

    /// The line in one box, which no page divides.
    func box(measure: Length) -> Box {
        let width = max(Self.disc * 2, min(Self.width, measure))
        let plot = Plot(
            line,
            area: Rectangle(origin: .zero, size: Size(width: width, height: height)),
            inset: Self.disc
        )
        let area = FigureArea(rectangle: plot.area, node: node)
        var items: [PageItem] = [.figure(area)]
        if let targets = targets(in: plot) { items.append(targets) }
        return Box(height: height, items: items + figures(in: plot))
    }

    /// Maps figures to points in an area. The vertical scale runs from the lowest to the highest figure, not from 0.
    private struct Plot {
        let area: Rectangle
        private let inset: Length
        private let low: Double
        private let high: Double
        private let count: Int

        init(_ line: Chart.Line, area: Rectangle, inset: Length) {
            let values = line.points.flatMap { [$0.figure?.value, $0.target?.value].compactMap(\.self) }
            self.area = area
            self.inset = inset
            low = values.min() ?? 0
            high = values.max() ?? 0
            count = line.points.count
        }

        func place(_ index: Int, _ value: Double) -> Point {
            let part = high > low ? (value - low) / (high - low) : 0.5
            let room = area.size.height - inset * 2
            return Point(x: x(Double(index) / Double(max(1, count - 1))), y: inset + room * (1 - part))
        }

        private func x(_ part: Double) -> Length { inset + (area.size.width - inset * 2) * part }
    }

    /// The line through the figures, broken where there is none, and a disc at the last.
    private func figures(in plot: Plot) -> [PageItem] {
        var path = Path()
        var stretch: [Point] = []
        var last: Point?
        for (index, point) in line.points.enumerated() {
            if let figure = point.figure {
                stretch.append(plot.place(index, figure.value))
                last = stretch.last
            } else {
                path.append(Path(through: stretch))
                stretch = []
            }
        }
        path.append(Path(through: stretch))
        var items = [mark(path, stroke: PathMark.Stroke(colour: colours.line, thickness: Self.thickness))]
        if let last { items.append(mark(Path(circle: last, radius: Self.disc), fill: colours.line)) }
        return items
    }

    /// The targets as dots from one to the next, or `nil` if there are none.
    private func targets(in plot: Plot) -> PageItem? {
        var path = Path()
        let known = line.points.enumerated().compactMap { index, point in
            point.target.map { plot.place(index, $0.value) }
        }
        for (from, to) in zip(known, known.dropFirst()) {
            var x = from.x
            while x < to.x {
                let end = min(x + Self.dot.length, to.x)
                func place(_ x: Length) -> Point {
                    let part = (x - from.x).points / (to.x - from.x).points
                    return Point(x: x, y: from.y + (to.y - from.y) * part)
                }
                path.append(Path(through: [place(x), place(end)]))
                x += Self.dot.length + Self.dot.gap
            }
        }
        if path.elements.isEmpty { return nil }
        return mark(path, stroke: PathMark.Stroke(colour: colours.target, thickness: Self.targetThickness))
    }

    private func mark(_ path: Path, fill: Colour? = nil, stroke: PathMark.Stroke? = nil) -> PageItem {
        .path(PathMark(path: path, fill: fill, stroke: stroke, owner: .node(node)))
    }
}
