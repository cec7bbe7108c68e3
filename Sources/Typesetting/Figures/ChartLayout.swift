// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Lays out a chart in a measure as boxes: one for each bar, and one for each line of the key.
///
/// The boxes of a chart are kept together. A chart of so many bars that no page holds it is divided between bars rather than cut off.
struct ChartLayout {
    /// Between a label and its bar, and between a bar and its total.
    static let labelGap = Length.millimetres(3)

    let style: Theme.FigureStyle
    let breaker: LineBreaker
    let measure: Length
    /// The node of the figure.
    let node: NodeID

    /// The boxes of a chart, from the top down.
    func boxes(of chart: ShapedChart) -> [Box] {
        var boxes =
            switch chart {
            case .stackedBars(let chart): self.boxes(of: chart)
            case .bars(let chart): self.boxes(of: chart)
            case .line(let chart): [box(of: chart)]
            case .sparkline(let chart): [chart.box(measure: measure)]
            }
        for index in boxes.indices {
            let size = Size(width: measure, height: boxes[index].height)
            let area = FigureArea(rectangle: Rectangle(origin: .zero, size: size), node: node)
            boxes[index].items.insert(.figure(area), at: 0)
            boxes[index].keepsWithNext = index < boxes.count - 1
        }
        return boxes
    }

    // MARK: - Bars

    /// The columns of a chart of bars: labels, bars, and what is printed at their ends.
    struct Columns {
        var labels: Length
        /// The left and the right end of the longest bar.
        var start: Length
        var end: Length

        /// The distance from the left of the chart to a part of the longest bar.
        func x(_ part: Double) -> Length { start + (end - start) * part }
    }

    private func columns(labels: [ShapedText], ends: [ShapedText]) -> Columns {
        let widest = labels.map(\.lineWidth).max() ?? .zero
        let labelWidth = min(widest, style.labelWidth, measure / 3)
        let start = (labels.isEmpty ? .zero : labelWidth + Self.labelGap) + style.outline / 2
        // However narrow a page is, some of it is for the bars.
        let endWidth = min(ends.map(\.lineWidth).max() ?? .zero, (measure - start) * 0.75)
        return Columns(labels: labelWidth, start: start, end: measure - endWidth - Self.labelGap)
    }

    /// A row with its label at the left, and with the space to the next row; `draw` gets the top of the bar and the height of all that.
    ///
    /// - Parameter above: the height of what is printed above the bar.
    private func row(
        label: ShapedText?,
        in columns: Columns,
        above: Length = .zero,
        isLast: Bool,
        draw: (_ top: Length, _ height: Length) -> [PageItem]
    ) -> Box {
        let lines = label.map { breaker.boxes(of: $0, measure: columns.labels, alignment: .right) } ?? []
        let bar = style.bar + style.outline
        let height = above + max(bar, lines.height)
        let labelTop = above + (height - above - lines.height) / 2
        let top = above + (height - above - bar) / 2 + style.outline / 2
        let whole = height + (isLast ? .zero : style.gap)
        return Box(height: whole, items: lines[...].items(x: .zero, y: labelTop) + draw(top, whole))
    }

    /// One line of text, centred on a height.
    func line(_ text: ShapedText, x: Length, middle: Length) -> [PageItem] {
        breaker.boxes(of: text, measure: text.naturalWidth, alignment: .left)[...]
            .items(x: text.isBackward ? x - (text.naturalWidth - text.lineWidth) : x, y: middle - text.leading / 2)
    }

    /// The outlined mark of a bar or a segment, with its pattern.
    func mark(_ area: Rectangle, _ tone: Theme.FigureStyle.ToneStyle) -> [PageItem] {
        let outline = PathMark.Stroke(colour: style.text.colour, thickness: style.outline)
        var items = [path(Path(area), fill: tone.fill, stroke: tone.pattern == .plain ? outline : nil)]
        if let pattern = tone.pattern.path(in: area) {
            items.append(path(pattern, fill: tone.patternColour))
            items.append(path(Path(area), stroke: outline))
        }
        return items
    }

    func path(_ path: Path, fill: Colour? = nil, stroke: PathMark.Stroke? = nil) -> PageItem {
        .path(PathMark(path: path, fill: fill, stroke: stroke, owner: .node(node)))
    }

    private func boxes(of chart: ShapedBars) -> [Box] {
        let columns = columns(labels: chart.bars.map(\.label), ends: chart.bars.map(\.words))
        let most = chart.bars.map(\.share).max() ?? 0
        return chart.bars.enumerated().map { index, bar in
            let isLast = index == chart.bars.count - 1
            return row(label: bar.label, in: columns, isLast: isLast) { top, height in
                let end = columns.x(most > 0 ? bar.share / most : 0)
                let area = Rectangle(
                    origin: Point(x: columns.start, y: top),
                    size: Size(width: end - columns.start, height: style.bar)
                )
                // From bar to bar, whatever the heights of the labels.
                let axis = Path(through: [
                    Point(x: columns.start, y: index == 0 ? top : .zero),
                    Point(x: columns.start, y: isLast ? top + style.bar : height),
                ])
                return (bar.share > 0 ? mark(area, chart.style) : [])
                    + [path(axis, stroke: PathMark.Stroke(colour: style.text.colour, thickness: style.axis))]
                    + line(bar.words, x: end + Self.labelGap, middle: top + style.bar / 2)
            }
        }
    }

    // MARK: - Stacked bars

    private func boxes(of chart: ShapedStackedBars) -> [Box] {
        let columns = columns(labels: chart.bars.compactMap(\.label), ends: chart.bars.map(\.total))
        let most = chart.bars.map(\.sum).max() ?? 0
        let rows = chart.bars.enumerated().map { index, bar in
            let segments = segments(of: bar, in: columns, most: most)
            let above = segments.contains { !$0.holdsFigure } ? bar.total.leading : .zero
            return row(label: bar.label, in: columns, above: above, isLast: index == chart.bars.count - 1) { top, _ in
                var outside = placesOutside(segments.filter { !$0.holdsFigure }, from: columns.start)[...]
                var items: [PageItem] = []
                for segment in segments {
                    let area = Rectangle(
                        origin: Point(x: segment.start, y: top),
                        size: Size(width: segment.end - segment.start, height: style.bar)
                    )
                    items += mark(area, segment.segment.style)
                    if segment.holdsFigure {
                        items += inside(segment.segment, area)
                    } else if let x = outside.popFirst() {
                        items += self.outside(segment.segment.outside, x: x, over: area)
                    }
                }
                let end = segments.last?.end ?? columns.start
                return items + line(bar.total, x: end + Self.labelGap, middle: top + style.bar / 2)
            }
        }
        return rows + keys(chart.keys, start: columns.start - style.outline / 2)
    }

    private struct PlacedSegment {
        var segment: ShapedStackedBars.Segment
        var start: Length
        var end: Length
        /// Whether its figure has room in it.
        var holdsFigure: Bool
    }

    /// A narrower segment has its figure outside.
    private static let leastWidth = Length.points(12)
    /// Around a figure on its white ground.
    private static let chip = Size(width: .points(2.5), height: .points(1.2))

    private func segments(of bar: ShapedStackedBars.Bar, in columns: Columns, most: Double) -> [PlacedSegment] {
        var sum = 0.0
        return bar.segments.map { segment in
            let start = columns.x(sum / most)
            sum += Double(segment.value)
            let end = columns.x(sum / most)
            let least = max(Self.leastWidth, segment.inside.lineWidth + Self.chip.width * 2 + style.outline)
            return PlacedSegment(segment: segment, start: start, end: end, holdsFigure: end - start >= least)
        }
    }

    private func inside(_ segment: ShapedStackedBars.Segment, _ area: Rectangle) -> [PageItem] {
        let width = segment.inside.lineWidth
        let x = area.origin.x + (area.size.width - width) / 2
        let middle = area.origin.y + area.size.height / 2
        let figure = line(segment.inside, x: x, middle: middle)
        guard segment.style.pattern != .plain else { return figure }
        let height = min(style.text.size + Self.chip.height * 2, style.bar - style.outline * 2)
        let ground = Rectangle(
            origin: Point(x: x - Self.chip.width, y: middle - height / 2),
            size: Size(width: width + Self.chip.width * 2, height: height)
        )
        return [path(Path(ground), fill: .white)] + figure
    }

    /// Between two figures outside their segments, and the height of the line from a figure to its segment.
    private static let outsideGap = Length.points(3)

    /// The left ends of figures above segments that are too narrow for them: over their segments, or as near as the others let them.
    private func placesOutside(_ segments: [PlacedSegment], from start: Length) -> [Length] {
        let widths = segments.map(\.segment.outside.lineWidth)
        var places: [Length] = []
        var least = start
        for (segment, width) in zip(segments, widths) {
            places.append(max(least, (segment.start + segment.end - width) / 2))
            least = places[places.count - 1] + width + Self.outsideGap
        }
        var most = measure
        for index in places.indices.reversed() {
            places[index] = min(places[index], most - widths[index])
            most = places[index] - Self.outsideGap
        }
        return places
    }

    private func outside(_ figure: ShapedText, x: Length, over area: Rectangle) -> [PageItem] {
        let top = area.origin.y
        let lead = Path(through: [
            Point(x: x + figure.lineWidth / 2, y: top - Self.outsideGap),
            Point(x: area.origin.x + area.size.width / 2, y: top),
        ])
        return [path(lead, stroke: PathMark.Stroke(colour: style.text.colour, thickness: style.outline / 2))]
            + line(figure, x: x, middle: top - (Self.outsideGap + figure.leading) / 2)
    }

    // MARK: - The key

    /// A sample of 14 by 9 points, 4 before its words and 10 between two, for words of 10.5 points.
    private var sample: Size { Size(width: style.text.size * (14 / 10.5), height: style.text.size * (9 / 10.5)) }
    private var sampleGap: Length { style.text.size * (4 / 10.5) }
    private var keyGap: Length { style.text.size * (10 / 10.5) }

    /// Samples with what they stand for, in as many lines as they need: under the bars, or across the whole measure if one line is enough
    /// there.
    private func keys(_ keys: [ShapedStackedBars.Key], start: Length) -> [Box] {
        var boxes: [Box] = []
        let indent = sample.width + sampleGap
        let whole = keys.map { indent + $0.label.lineWidth }.total + keyGap * max(0, keys.count - 1)
        let start = start + whole > measure && whole <= measure ? .zero : start
        var x = start
        for key in keys {
            // Words that are longer than a line go on under themselves.
            let room = max(style.text.size, measure - start - indent)
            let lines = breaker.boxes(of: key.label, measure: min(key.label.naturalWidth, room), alignment: .left)
            let width = indent + min(key.label.lineWidth, room)
            if boxes.isEmpty || x > start && x + width > measure {
                boxes.append(Box(height: boxes.isEmpty ? style.gap : .zero))
                x = start
            }
            let box = boxes.count - 1
            // The space above the key is in its first box, so that no page divides it from the bars.
            let top = box == 0 ? style.gap : .zero
            boxes[box].height = max(boxes[box].height, top + max(lines.height, sample.height + style.outline))
            let area = Rectangle(
                origin: Point(x: x + style.outline / 2, y: top + (key.label.leading - sample.height) / 2),
                size: sample
            )
            boxes[box].items += mark(area, key.style) + lines[...].items(x: x + indent, y: top)
            x += width + keyGap
        }
        return boxes
    }
}

extension ShapedText {
    /// Its width as one line, without the space at its end.
    var lineWidth: Length { line(0..<atoms.count).width }
}
