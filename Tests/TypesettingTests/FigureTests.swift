// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Charts as the items of pages: a mark is a path, a figure a run of text.
struct FigureTests {
    private var build = PaperBuilder()

    /// A page on which everything has room.
    private static let theme = Theme.plain(width: 300, height: 300)

    private func page(_ block: Block, in theme: Theme = Self.theme) throws -> Page {
        let pages = try pages(of: [block], in: theme)
        return try #require(pages.first)
    }

    @Test mutating func `segments lie side by side, as long as their counts, each with an outline`() throws {
        let page = try page(build.stackedBars([.off, .complete], [("Arts", [1, 3])]))
        let areas = page.marks.prefix(2).compactMap(\.path.bounds)
        try #require(areas.count == 2)
        #expect(areas[1].origin.x == areas[0].origin.x + areas[0].size.width)
        #expect(abs(areas[1].size.width.units - areas[0].size.width.units * 3) <= 4)
        #expect(areas.allSatisfy { $0.size.height == .points(12) && $0.origin.y == areas[0].origin.y })
        #expect(page.marks.prefix(2).map(\.fill) == [.black, .white])
        #expect(page.marks.prefix(2).map(\.stroke) == Array(repeating: Self.outline, count: 2))
        #expect(page.texts == ["Figure 1\u{2002}Visits", "In all", "Arts", "1", "3", "4", "off", "complete"])
    }

    private static let outline = PathMark.Stroke(colour: .black, thickness: .points(1))

    @Test mutating func `neighbours differ by a pattern, not by colour alone`() throws {
        let tones: [Chart.Tone] = [.off, .tolerance, .on, .ongoing, .complete, .none]
        let page = try page(build.stackedBars(tones, [("", [9, 9, 9, 9, 9, 9])]))
        // Of a segment: its fill; on a pattern its lines or dots, its outline and the ground of its figure.
        let bar = page.marks.prefix(15)
        #expect(
            bar.map(\.kind) == [
                "outlined #000000", "filled #ffffff", "filled #000000", "outline", "filled #ffffff",
                "outlined #ffffff", "filled #ffffff", "filled #000000", "outline", "filled #ffffff",
                "outlined #ffffff", "filled #ffffff", "filled #000000", "outline", "filled #ffffff",
            ]
        )
        let patterns = [2, 7, 12].map { bar[$0].path }
        #expect(Set(patterns.map { $0.elements.count }).count > 1)
        #expect(patterns[0] != patterns[1])
        for (pattern, outline) in [(2, 3), (7, 8), (12, 13)] {
            let area = try #require(bar[outline].path.bounds)
            let lines = try #require(bar[pattern].path.bounds)
            #expect(area.union(lines) == area, "a pattern stays in its segment")
        }
    }

    @Test mutating func `two statuses of one tone have patterns of their own, in the bar and in the key`() throws {
        let tones: [Chart.Tone] = [.off, .off, .tolerance, .none, .none]
        let page = try page(build.stackedBars(tones, [("", [9, 9, 9, 9, 9])]))
        // The first of each is as the theme has it; of the others, falling and level lines are the first that nobody has.
        let area = { (mark: PathMark) in
            mark.path.bounds ?? Rectangle(origin: .zero, size: Size(width: .zero, height: .zero))
        }
        let outlines = page.marks.filter { $0.stroke != nil && $0.path.bounds?.size.height == .points(12) }.map(area)
        try #require(outlines.count == 5)
        func shapes(_ pattern: Theme.FigureStyle.ToneStyle.Pattern, in area: Rectangle) -> Int {
            page.marks.count { $0.path == pattern.path(in: area) }
        }
        #expect(shapes(.falling, in: outlines[1]) == 1)
        #expect(shapes(.rising, in: outlines[2]) == 1)
        #expect(shapes(.dots, in: outlines[3]) == 1)
        #expect(shapes(.level, in: outlines[4]) == 1)
        #expect(Theme.FigureStyle.ToneStyle.Pattern.allCases.allSatisfy { shapes($0, in: outlines[0]) == 0 })
        // As many samples of different look as statuses.
        let samples = page.marks.filter { $0.stroke != nil && $0.path.bounds?.size.height != .points(12) }.map(area)
        #expect(samples.count == 5)
        #expect(shapes(.falling, in: samples[1]) == 1)
    }

    @Test mutating func `a figure stands in its segment, and above one that is too narrow`() throws {
        let page = try page(build.stackedBars([.off, .complete], [("", [1, 99])]))
        let bar = try #require(page.marks.first?.path.bounds)
        let runs = page.runs
        let narrow = try #require(runs.first { $0.text == "1 " })
        let wide = try #require(runs.first { $0.text == "99 " })
        #expect(narrow.origin.y < bar.origin.y)
        #expect(wide.origin.y > bar.origin.y && wide.origin.y < bar.origin.y + bar.size.height)
        #expect(narrow.colour == .black && wide.colour == .black)
    }

    @Test(arguments: [[1, 1, 1, 400], [400, 1, 1, 1], [1, 400, 1, 1]])
    mutating func `figures outside their segments neither meet nor leave the measure`(counts: [Int]) throws {
        let page = try page(build.stackedBars([.off, .on, .ongoing, .complete], [("", counts)]))
        let bar = try #require(page.marks.first?.path.bounds)
        let outside = page.runs.filter { $0.text == "1 " && $0.origin.y < bar.origin.y }
        try #require(outside.count == 3)
        for (run, next) in zip(outside, outside.dropFirst()) {
            #expect(run.origin.x + run.width <= next.origin.x + .points(3))
        }
        for run in outside { #expect(run.origin.x >= .points(10) && run.origin.x < .points(290)) }
    }

    @Test mutating func `a key that is longer than a line goes on under itself`() throws {
        let words = "Not on course, and not expected to be before the end of the financial year after the next one"
        let series = [Chart.StackedBars.Series(label: words, tone: .off)]
        let bar = Chart.StackedBars.Bar(label: "", counts: [Chart.StackedBars.Count(2, words: "2")], total: "2")
        let chart = Chart.stackedBars(Chart.StackedBars(series: series, bars: [bar]))
        let page = try page(build.figure(chart, alternativeText: "Status of visits, stacked bar."))
        let lines = page.runs.filter { words.contains($0.text.trimmedEnd) && $0.text.count > 9 }
        #expect(lines.map(\.text.trimmedEnd).joined(separator: " ") == words)
        #expect(lines.count == 2)
        #expect(Set(lines.map(\.origin.x)).count == 1)
    }

    @Test mutating func `a changed count changes the marks of its bar alone`() throws {
        let bars: [(label: String, counts: [Int])] = [("Arts", [4, 4]), ("Sport", [2, 2]), ("Youth", [1, 3])]
        var changed = bars
        changed[1].counts = [1, 3]
        let before = try page(build.stackedBars([.off, .complete], bars))
        build = PaperBuilder()
        let after = try page(build.stackedBars([.off, .complete], changed))
        let differing = zip(before.items, after.items).filter { $0 != $1 }
        #expect(before.items.count == after.items.count)
        // Two segments of the bar and their figures.
        #expect(differing.count == 4)
        let row = try #require(before.runs.first { $0.text == "Sport " }).origin.y
        for (item, _) in differing {
            switch item {
            case .text(let run): #expect(run.origin.y == row)
            case .path(let mark):
                let bounds = try #require(mark.path.bounds)
                #expect(bounds.origin.y < row && bounds.origin.y + bounds.size.height > row)
            case .rule, .fill, .image, .link, .figure: Issue.record("\(item) depends on a count")
            }
        }
    }

    @Test mutating func `bars begin at an axis, and the longest takes all the room`() throws {
        let chart = Chart.Bars(
            tone: .off,
            bars: [
                Chart.Bars.Bar(label: "Arts", part: 2, whole: 4, words: "2 of 4 (50%)"),
                Chart.Bars.Bar(label: "Sport", part: 1, whole: 4, words: "1 of 4 (25%)"),
                Chart.Bars.Bar(label: "Youth", part: 0, whole: 4, words: "none of 4"),
            ]
        )
        let page = try page(build.figure(.bars(chart), alternativeText: "Exceptions, bars."))
        let marks = page.marks.filter { $0.fill != nil }.compactMap(\.path.bounds)
        let axes = page.marks.filter { $0.fill == nil }.compactMap(\.path.bounds)
        #expect(marks.count == 2, "none of 4 has no bar")
        #expect(axes.count == 3)
        #expect(Set((marks + axes).map(\.origin.x)).count == 1)
        #expect(abs(marks[0].size.width.units - marks[1].size.width.units * 2) <= 2)
        let words = page.runs.filter { $0.text.contains(" of ") }
        #expect(words.map(\.text) == ["2 of 4 (50%) ", "1 of 4 (25%) ", "none of 4 "])
        for (run, mark) in zip(words, marks) { #expect(run.origin.x > mark.origin.x + mark.size.width) }
    }

    private mutating func line(
        _ figures: [Double?],
        target: Double? = 50,
        comparisons: [Int: Double] = [:],
        _ comparisonLabel: String = ""
    ) -> Block {
        build.figure(
            .line(
                Chart.Line(
                    points: figures.enumerated().map { index, value in
                        Chart.Line.Point(
                            label: "Q\(index)",
                            figure: value.map { Chart.Line.Figure($0, words: "\(Int($0))") },
                            target: target.map { Chart.Line.Figure($0, words: "\(Int($0))") },
                            comparison: comparisons[index].map { Chart.Line.Figure($0, words: "\(Int($0))") }
                        )
                    },
                    targetLabel: target == nil ? "" : "Target",
                    comparisonLabel: comparisonLabel,
                    scale: [0, 50, 100].map { Chart.Line.Figure($0, words: "\(Int($0))") }
                )
            ),
            alternativeText: "Visits."
        )
    }

    @Test mutating func `a disc is as high as its figure on the scale, and the line is broken where there is none`()
        throws
    {
        let page = try page(line([0, 100, nil, 25, 50]))
        // Three lines of the scale, the targets, the line and the discs.
        try #require(page.marks.count == 6)
        let scale = page.marks.prefix(3).compactMap { $0.path.bounds?.origin.y }
        let discs = page.marks[5].path.elements.compactMap { if case .move(let point) = $0 { point } else { nil } }
        // A disc begins at its right.
        #expect(discs.map(\.y) == [scale[0], scale[2], (scale[0] + scale[1]) / 2, scale[1]])
        let steps = zip(discs, discs.dropFirst()).map { $1.x - $0.x }
        #expect(abs(steps[0].units * 2 - steps[1].units) <= 2)
        let moves = page.marks[4].path.elements.filter { if case .move = $0 { true } else { false } }
        #expect(moves.count == 2)
        #expect(
            page.texts == [
                "Figure 1\u{2002}Visits", "In all", "0", "50", "100", "50", "Target", "Q0", "Q1", "Q2", "Q3", "Q4",
            ]
        )
    }

    @Test mutating func `labels at the ends of lines do not lie on one another`() throws {
        let page = try page(line([10, 51]))
        let ends = page.runs.filter { ["51 ", "Target "].contains($0.text) }
        try #require(ends.count == 2)
        #expect(abs((ends[0].origin.y - ends[1].origin.y).units) >= Length.points(10).units)
        #expect(ends[0].origin.y < ends[1].origin.y)
    }

    @Test mutating func `the figures of others are hollow squares on a line of their own, under the council's`() throws
    {
        let page = try page(line([0, 100, 50], target: nil, comparisons: [0: 50, 2: 100], "England 100"))
        // Three lines of the scale, the line and the squares of others, the line and the discs of the council.
        try #require(page.marks.count == 7)
        let scale = page.marks.prefix(3).compactMap { $0.path.bounds?.origin.y }
        let squares = page.marks[4].path.elements.compactMap { if case .move(let point) = $0 { point.y } else { nil } }
        #expect(squares == [scale[1], scale[2]].map { $0 - .points(2.5) })
        #expect(page.marks[4].fill == .white)
        #expect(page.marks[4].stroke?.thickness == .points(1.5))
        #expect(page.texts.suffix(5) == ["50", "England 100", "Q0", "Q1", "Q2"])
    }

    @Test(arguments: [(50.0, 51.0, 52.0), (52, 51, 50), (50, 50, 50), (100, 99, 100), (1, 0, 0)])
    func `three labels at the ends of lines lie under one another`(_ own: Double, _ target: Double, _ others: Double)
        throws
    {
        var tests = self
        let label = "Average of the county districts"
        let page = try page(tests.line([10, own], target: target, comparisons: [1: others], label))
        let right = try #require(page.marks[0].path.bounds)
        let ends = page.runs.filter { $0.origin.x > right.origin.x + right.size.width }
        // The last is longer than its room, and has lines of its own.
        #expect(ends.count >= 4)
        #expect(ends.dropFirst(2).map(\.text.trimmedEnd).joined(separator: " ") == label)
        let heights = ends.map(\.origin.y).sorted()
        for (upper, lower) in zip(heights, heights.dropFirst()) { #expect(lower - upper >= .points(9.9)) }
        for end in ends { #expect(end.origin.x + .points(20) < .points(300)) }
    }

    @Test mutating func `the dashes of targets lie on one line between the ends of the chart`() throws {
        let page = try page(line([10, 20, 30]))
        let dashes = try #require(page.marks[3].path.bounds)
        let scale = page.marks.prefix(3).compactMap(\.path.bounds)
        #expect(dashes.origin.y == scale[1].origin.y)
        #expect(dashes.size.height == .zero)
        #expect(dashes.origin.x >= scale[0].origin.x)
        #expect(dashes.origin.x + dashes.size.width <= scale[0].origin.x + scale[0].size.width)
    }

    @Test mutating func `thirteen periods have labels in rows that do not touch`() throws {
        var block = line(Array(repeating: 40, count: 13))
        if case .figure(var figure) = block.content, case .chart(.line(var chart)) = figure.graphic {
            for index in chart.points.indices { chart.points[index].label = "Quarter \(index)" }
            figure.graphic = .chart(.line(chart))
            block.content = .figure(figure)
        }
        let page = try page(block)
        let labels = page.runs.filter { $0.text.hasPrefix("Quarter") }
        #expect(labels.count == 13)
        for (index, label) in labels.enumerated() {
            for other in labels[(index + 1)...] where other.origin.y == label.origin.y {
                #expect(other.origin.x >= label.origin.x + .points(20))
            }
        }
    }

    @Test mutating func `a figure falls to the next page whole, with its caption`() throws {
        let theme = Theme.plain(width: 300, height: 100)
        let blocks = [
            build.paragraph("One."), build.paragraph("Two."), build.paragraph("Three."),
            build.stackedBars([.off, .complete], [("Arts", [1, 3]), ("Sport", [2, 2])]),
        ]
        let pages = try pages(of: blocks, in: theme)
        #expect(pages.map(\.runs.first?.text) == ["One. ", "Figure 1\u{2002}Visits "].map { $0.trimmedEnd })
        #expect(pages[0].marks.isEmpty)
        #expect(pages[1].areas.count == 3, "one for each bar and the key")
    }

    @Test mutating func `the areas of a figure hold all its marks and words`() throws {
        let page = try page(
            build.stackedBars([.off, .tolerance, .complete], [("Arts", [1, 30, 80]), ("Sport", [9, 9, 1])])
        )
        let area = try #require(page.areas.map(\.rectangle).reduce(nil) { $0?.union($1) ?? $1 } as Rectangle?)
        for mark in page.marks {
            let bounds = try #require(mark.path.bounds)
            let half = (mark.stroke?.thickness ?? .zero) / 2
            let drawn = Rectangle(
                origin: bounds.origin.moved(x: -half, y: -half),
                size: Size(width: bounds.size.width + half * 2, height: bounds.size.height + half * 2)
            )
            #expect(area.union(drawn) == area, "\(mark)")
        }
    }

    @Test mutating func `a chart that no page holds is divided between its bars`() throws {
        let bars = (1...12).map { (label: "Unit \($0)", counts: [1, $0]) }
        let pages = try pages(of: [build.stackedBars([.off, .complete], bars)], in: .plain(width: 300, height: 100))
        #expect(pages.count > 1)
        #expect(pages.flatMap(\.texts).filter { $0.hasPrefix("Unit") } == bars.map(\.label))
        for page in pages {
            for area in page.areas {
                #expect(area.rectangle.origin.y + area.rectangle.size.height <= .points(90))
            }
        }
    }

    @Test mutating func `a long label has lines of its own beside its bar`() throws {
        let label = "Children, families and education of the whole county"
        let page = try page(build.stackedBars([.off, .complete], [(label, [1, 3])]))
        let runs = page.runs.filter { label.contains($0.text.trimmedEnd) && $0.text.count > 3 }
        #expect(runs.count > 1)
        #expect(runs.map(\.text.trimmedEnd).joined(separator: " ") == label)
    }
}

extension Page {
    fileprivate var marks: [PathMark] { items.compactMap { if case .path(let mark) = $0 { mark } else { nil } } }
    fileprivate var runs: [TextRun] { items.compactMap { if case .text(let run) = $0 { run } else { nil } } }
    fileprivate var areas: [FigureArea] { items.compactMap { if case .figure(let area) = $0 { area } else { nil } } }
    fileprivate var texts: [String] { [self].texts[0] }
}

extension PathMark {
    /// What is drawn of the path.
    fileprivate var kind: String {
        guard let fill else { return "outline" }
        return "\(stroke == nil ? "filled" : "outlined") \(fill)"
    }
}

extension String {
    fileprivate var trimmedEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
