// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Key figures and changes, which are set side by side.
struct ColumnsTests {
    private var build = PaperBuilder()

    private mutating func details(_ role: Details.Role, _ pairs: [(label: String, values: [String])]) -> Block {
        let pairs = pairs.map { label, values in
            let id = build.node()
            return Details.Pair(id: id, label: [.text(label)], values: values.map { build.paragraph($0) })
        }
        return Block(id: build.node(), .details(Details(role: role, pairs: pairs)))
    }

    private func lines(_ page: Page) -> [(x: Length, y: Length, text: String)] {
        page.items.compactMap { item in
            guard case .text(let run) = item else { return nil }
            return (run.origin.x, run.origin.y, String(run.text.trimmingPrefix(" ")))
        }
    }

    @Test mutating func `figures stand side by side, each over its words, in the order in which they are read`() throws
    {
        let block = details(.keyFigures, [("7", ["Off"]), ("12", ["On"]), ("3", ["None"])])
        let found = lines(try pages(of: [block], in: Theme.plain(width: 400, height: 400))[0])
        #expect(
            found.map { $0.text.trimmingPrefix(" ").prefix { $0 != " " } } == ["7", "Off", "12", "On", "3", "None"]
        )
        #expect(Set([0, 2, 4].map { found[$0].y }).count == 1)
        #expect(Set([1, 3, 5].map { found[$0].y }).count == 1)
        #expect(found[0].x < found[2].x && found[2].x < found[4].x)
        #expect(found[0].x == found[1].x && found[4].x == found[5].x)
    }

    @Test mutating func `where they have no room beside one another they go under one another, and stay on one page`()
        throws
    {
        let words = "Intoleranceofthetarget"
        let block = details(.keyFigures, [("7", [words]), ("12", [words]), ("3", [words])])
        let narrow = Theme.plain(width: 140, height: 200)
        let pages = try pages(of: [block], in: narrow)
        #expect(pages.count == 1)
        let found = lines(pages[0])
        #expect(Set(found.map(\.x)).count == 1)
        #expect(found.map(\.y) == found.map(\.y).sorted())
    }

    @Test mutating func `a rule is drawn over each`() throws {
        let block = details(.changes, [("Better", ["Visits: 4 to 5"]), ("Worse", ["Swims: 5 to 4"])])
        let page = try pages(of: [block], in: Theme.plain(width: 500, height: 400))[0]
        let rules = page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(rules.count == 2)
        #expect(rules.allSatisfy { $0.from.y == $0.to.y && $0.from.x < $0.to.x })
    }

    @Test mutating func `a sparkline is drawn in its cell, with its last figure as a disc and its targets as dots`()
        throws
    {
        func point(_ figure: Double?, target: Double?) -> Chart.Line.Point {
            Chart.Line.Point(
                label: "",
                figure: figure.map { Chart.Line.Figure($0, words: "") },
                target: target.map { Chart.Line.Figure($0, words: "") }
            )
        }
        let line = Chart.Line(
            points: [point(1, target: 2), point(nil, target: 2), point(3, target: 2), point(2, target: 2)],
            targetLabel: "",
            scale: []
        )
        let sparkline = Sparkline(
            line,
            node: build.node(),
            style: Theme.plain(width: 100, height: 100).figure,
            height: .points(14)
        )
        let box = sparkline.box(measure: .millimetres(40))
        let marks = box.items.compactMap { if case .path(let mark) = $0 { mark } else { nil } }
        let areas = box.items.compactMap { if case .figure(let area) = $0 { area } else { nil } }
        #expect(areas.map(\.rectangle.size.width) == [.millimetres(20)])
        #expect(box.height == .points(14))
        // The dots, the line, and the disc.
        #expect(marks.count == 3)
        #expect(marks[2].fill != nil && marks[2].stroke == nil)
        #expect(sparkline.box(measure: .millimetres(9)).items.count == box.items.count)
    }
}
