// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import Pictures
import TextShaping

/// A figure with its words shaped, which has no measure yet.
struct ShapedFigure {
    var id: NodeID
    /// Whether it only decorates, and is not read out.
    var isDecoration: Bool
    var caption: [TextBlock]
    var graphic: ShapedGraphic
}

/// A graphic with its words shaped.
enum ShapedGraphic {
    case chart(ShapedChart)
    case image(RasterImage)
}

/// A chart with its words shaped.
enum ShapedChart {
    case stackedBars(ShapedStackedBars)
    case bars(ShapedBars)
    case line(ShapedLine)
    case sparkline(Sparkline)
}

/// Stacked bars without their empty segments.
struct ShapedStackedBars {
    struct Segment {
        var value: Int
        var style: Theme.FigureStyle.ToneStyle
        /// Its figure in the segment, and beside a segment that is too narrow for it.
        var inside: ShapedText
        var outside: ShapedText
    }

    struct Bar {
        /// `nil` for a bar that is alone.
        var label: ShapedText?
        var segments: [Segment]
        var total: ShapedText
        /// Of all segments.
        var sum: Double
    }

    /// A sample of a segment's fill with what it stands for.
    struct Key {
        var style: Theme.FigureStyle.ToneStyle
        var label: ShapedText
    }

    var bars: [Bar]
    var keys: [Key]
}

/// Bars of categories.
struct ShapedBars {
    struct Bar {
        var label: ShapedText
        /// The length of the bar, from 0 to 1.
        var share: Double
        var words: ShapedText
    }

    var style: Theme.FigureStyle.ToneStyle
    var bars: [Bar]
}

/// A line with its scale.
struct ShapedLine {
    struct Point {
        var label: ShapedText
        var figure: Double?
        var target: Double?
        /// Of others.
        var comparison: Double?
    }

    /// A line across the chart.
    struct Mark {
        var value: Double
        var words: ShapedText
    }

    var points: [Point]
    /// At the end of the line of figures, of that of targets, and of that of others.
    var latest: ShapedText?
    var targetLabel: ShapedText?
    var comparisonLabel: ShapedText?
    /// From the lowest.
    var scale: [Mark]
}

extension TextBlockShaper {
    /// Shapes the words of a graphic, each with a space after it, so that they are read apart.
    mutating func shape(
        _ graphic: Graphic,
        of node: NodeID,
        at location: SourceLocation?
    ) throws(FontError) -> ShapedGraphic {
        var words = GraphicShaper(node: node, location: location, blocks: self)
        defer { self = words.blocks }
        switch graphic {
        case .chart(.stackedBars(let chart)): return .chart(.stackedBars(try words.shape(chart)))
        case .chart(.bars(let chart)): return .chart(.bars(try words.shape(chart)))
        case .chart(.line(let chart)): return .chart(.line(try words.shape(chart)))
        case .chart(.sparkline(let chart)):
            let height = theme.figure.text.leading
            return .chart(.sparkline(Sparkline(chart, node: node, style: theme.figure, height: height)))
        case .image(let image): return .image(image)
        }
    }
}

/// Shapes the words of one graphic, all of which belong to the node of its figure.
private struct GraphicShaper {
    let node: NodeID
    let location: SourceLocation?
    var blocks: TextBlockShaper

    private var style: Theme.FigureStyle { blocks.theme.figure }

    private mutating func shape(
        _ words: String,
        isBold: Bool = false,
        colour: Colour? = nil
    ) throws(FontError) -> ShapedText {
        var text = style.text
        if isBold { text.isBold = true }
        if let colour { text.colour = colour }
        return try blocks.shape([.text(words + " ")], in: text, owner: .node(node), at: location)
    }

    mutating func shape(_ chart: Chart.StackedBars) throws(FontError) -> ShapedStackedBars {
        var bars: [ShapedStackedBars.Bar] = []
        let tones = chart.series.map { style.tones[$0.tone] }.toldApart(where: chart.repeatsTone)
        for bar in chart.bars {
            let label = bar.label.isEmpty ? nil : try shape(bar.label)
            var segments: [ShapedStackedBars.Segment] = []
            for (tone, count) in zip(tones, bar.counts) where count.value > 0 {
                let colour = tone.pattern == .plain ? tone.textColour : nil
                segments.append(
                    ShapedStackedBars.Segment(
                        value: count.value,
                        style: tone,
                        inside: try shape(count.words, isBold: true, colour: colour),
                        outside: try shape(count.words, isBold: true)
                    )
                )
            }
            let total = try shape(bar.total, colour: style.note.text.colour)
            bars.append(ShapedStackedBars.Bar(label: label, segments: segments, total: total, sum: bar.sum))
        }
        var keys: [ShapedStackedBars.Key] = []
        for index in chart.shownIndices {
            keys.append(ShapedStackedBars.Key(style: tones[index], label: try shape(chart.series[index].label)))
        }
        return ShapedStackedBars(bars: bars, keys: keys)
    }

    mutating func shape(_ chart: Chart.Line) throws(FontError) -> ShapedLine {
        var scale: [ShapedLine.Mark] = []
        for mark in chart.scale { scale.append(ShapedLine.Mark(value: mark.value, words: try shape(mark.words))) }
        var line = ShapedLine(points: [], scale: scale)
        if let latest = chart.latest { line.latest = try shape(latest.words, isBold: true, colour: style.line) }
        if !chart.targetLabel.isEmpty { line.targetLabel = try shape(chart.targetLabel) }
        if !chart.comparisonLabel.isEmpty { line.comparisonLabel = try shape(chart.comparisonLabel) }
        for point in chart.points {
            line.points.append(
                ShapedLine.Point(
                    label: try shape(point.label),
                    figure: point.figure?.value,
                    target: point.target?.value,
                    comparison: point.comparison?.value
                )
            )
        }
        return line
    }

    mutating func shape(_ chart: Chart.Bars) throws(FontError) -> ShapedBars {
        var bars: [ShapedBars.Bar] = []
        for bar in chart.bars {
            bars.append(ShapedBars.Bar(label: try shape(bar.label), share: bar.share, words: try shape(bar.words)))
        }
        return ShapedBars(style: style.tones[chart.tone], bars: bars)
    }
}

extension Theme.FigureStyle.Tones {
    fileprivate subscript(tone: Chart.Tone) -> Theme.FigureStyle.ToneStyle {
        switch tone {
        case .off: off
        case .tolerance: tolerance
        case .carriedOver: carriedOver
        case .paused: paused
        case .redated: redated
        case .on: on
        case .ongoing: ongoing
        case .complete: complete
        case .none: none
        }
    }
}
