// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Pictures
import TestSupport
import Testing

@testable import HTMLExport

/// Figures say what they show, and their words are in the order in which they are read.
struct FigureTests {
    private func words(_ page: String) -> [String] { HTMLText(Array("<main id=\"page.0\">\(page)".utf8)).words }

    @Test func `stacked bars are drawn to their shares, with their figures under them and a key`() throws {
        var build = PaperBuilder()
        let figure = build.stackedBars([.off, .on], [("Arts", [1, 3]), ("Law", [2, 0])])
        let page = try WrittenPaper(section: [figure]).page
        #expect(
            page.hasPrefix(
                """
                <figure id="figure-visits">
                <figcaption>
                <p class="cap"><span class="no">Figure 1</span> Visits</p>
                <p class="cn">In all</p></figcaption>
                <div class="chart" role="img" aria-label="Status of visits, stacked bars.">
                """
            )
        )
        #expect(
            page.contains(
                """
                <rect x="0%" width="25%" height="100%" fill="url(#tone.0)"></rect>\
                <rect x="25%" width="75%" height="100%" fill="url(#tone.5)"></rect></svg>
                """
            )
        )
        #expect(
            words(page) == ["Figure", "1", "Visits", "In", "all", "Arts", "1", "3", "4", "Law", "2", "2", "off", "on"]
        )
    }

    @Test func `two statuses of one tone have patterns of their own`() throws {
        var build = PaperBuilder()
        let figure = build.stackedBars([.off, .off, .on], [("Arts", [1, 2, 1])])
        let page = try WrittenPaper(section: [figure]).page
        #expect(page.contains("width=\"25%\" height=\"100%\" fill=\"url(#tone.0)\""))
        #expect(page.contains("width=\"50%\" height=\"100%\" fill=\"url(#tone.20)\""))
        // In the bar, beside its figure and in the key.
        #expect(page.ranges(of: "url(#tone.20)").count == 3)
    }

    @Test func `bars are as long as their part of the longest`() throws {
        var build = PaperBuilder()
        let chart = Chart.Bars(
            tone: .off,
            bars: [
                Chart.Bars.Bar(label: "Arts", part: 1, whole: 2, words: "1 of 2"),
                Chart.Bars.Bar(label: "Law", part: 1, whole: 4, words: "1 of 4"),
                Chart.Bars.Bar(label: "None", part: 0, whole: 4, words: "none of 4"),
            ]
        )
        let page = try WrittenPaper(section: [build.figure(.bars(chart), alternativeText: "Bars.")]).page
        let widths = page.ranges(of: "<rect width=\"").map { String(page[$0.upperBound...].prefix { $0 != "\"" }) }
        #expect(widths == ["100%", "50%"])
        #expect(words(page).dropFirst(5) == ["Arts", "1", "of", "2", "Law", "1", "of", "4", "None", "none", "of", "4"])
    }

    private static let line = Chart.Line(
        points: [
            Chart.Line.Point(label: "Q1", figure: .init(2, words: "2"), target: .init(4, words: "4")),
            Chart.Line.Point(label: "Q2", figure: nil, target: nil),
            Chart.Line.Point(label: "Q3", figure: .init(4, words: "4"), target: .init(4, words: "4")),
        ],
        targetLabel: "Target 4",
        scale: [.init(0, words: "0"), .init(5, words: "5")]
    )

    @Test func `a line chart scrolls where it is too wide, and its line is broken where a figure is missing`() throws {
        var build = PaperBuilder()
        let page = try WrittenPaper(section: [build.figure(.line(Self.line), alternativeText: "Line.")]).page
        #expect(page.contains("<div class=\"plot\" tabindex=\"0\"><svg viewBox=\"0 0 640 "))
        #expect(page.contains(" role=\"img\" aria-label=\"Line.\">"))
        #expect(page.ranges(of: "<polyline class=\"own\"").count == 2)
        #expect(page.ranges(of: "<circle class=\"dot\"").count == 2)
        #expect(words(page).dropFirst(5) == ["0", "5", "4", "Target", "4", "Q1", "Q2", "Q3"])
    }

    @Test func `a sparkline is one image without words`() throws {
        let figure = Figure(
            label: nil,
            caption: [],
            alternativeText: "From 2 to 4.",
            graphic: .chart(.sparkline(Self.line)),
            anchor: nil
        )
        let page = try WrittenPaper(section: [Block(id: NodeID(1), .figure(figure))]).page
        #expect(page.hasPrefix("<svg class=\"spark\" viewBox=\"0 0 80 22\" role=\"img\" aria-label=\"From 2 to 4.\">"))
        #expect(words(page) == [])
    }

    @Test func `a picture is in the document itself, and a decoration says nothing`() throws {
        var build = PaperBuilder()
        let page = try WrittenPaper(section: [build.picture(width: 4, height: 2, caption: "Wall")]).page
        #expect(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"))
        #expect(page.contains(" width=\"4\" height=\"2\" alt=\"A wall of one colour.\">"))
        let decoration = try WrittenPaper(section: [build.picture(width: 4, height: 2, alternativeText: nil)]).page
        #expect(decoration.hasSuffix(" width=\"4\" height=\"2\" alt=\"\">"))
    }

    @Test func `a large picture has no more pixels than a screen shows`() throws {
        var build = PaperBuilder()
        let page = try WrittenPaper(section: [build.picture(width: 2816, height: 1000)]).page
        #expect(page.contains(" width=\"1408\" height=\"500\" "))
    }
}
