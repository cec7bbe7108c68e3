// SPDX-License-Identifier: Apache-2.0

import Geometry

/// Collects the edges of cells, and draws collapsed borders: each line once, in full length.
struct BorderBuilder {
    private let edges: [Length]
    private let thickness: Length
    private let colour: Colour
    /// The columns that the horizontal border at each height covers.
    private var level: [Length: [Bool]] = [:]
    /// The stretches of the vertical border at each edge between columns.
    private var upright: [[(top: Length, bottom: Length)]]

    init(edges: [Length], thickness: Length, colour: Colour) {
        self.edges = edges
        self.thickness = thickness
        self.colour = colour
        upright = Array(repeating: [], count: edges.count)
    }

    /// Adds the four edges of a cell.
    mutating func add(columns: Range<Int>, top: Length, bottom: Length) {
        for y in [top, bottom] {
            for column in columns { level[y, default: Array(repeating: false, count: edges.count - 1)][column] = true }
        }
        for edge in [columns.lowerBound, columns.upperBound] { upright[edge].append((top, bottom)) }
    }

    /// The borders, from the top left corner of the table.
    func rules() -> [PageItem] {
        guard thickness > .zero else { return [] }
        var rules: [PageItem] = []
        for (y, columns) in level.sorted(by: { $0.key < $1.key }) {
            var start: Int?
            for column in 0...columns.count {
                let runs = column < columns.count && columns[column]
                if runs, start == nil { start = column }
                if !runs, let first = start {
                    // Extended by half the thickness, so that corners are closed.
                    let from = Point(x: edges[first] - thickness / 2, y: y)
                    rules.append(rule(from, Point(x: edges[column] + thickness / 2, y: y)))
                    start = nil
                }
            }
        }
        for (edge, stretches) in upright.enumerated() {
            var run: (top: Length, bottom: Length)?
            for stretch in stretches.sorted(by: { ($0.top, $0.bottom) < ($1.top, $1.bottom) }) {
                if let current = run, stretch.top <= current.bottom {
                    run = (current.top, max(current.bottom, stretch.bottom))
                } else {
                    if let run {
                        rules.append(rule(Point(x: edges[edge], y: run.top), Point(x: edges[edge], y: run.bottom)))
                    }
                    run = stretch
                }
            }
            if let run { rules.append(rule(Point(x: edges[edge], y: run.top), Point(x: edges[edge], y: run.bottom))) }
        }
        return rules
    }

    private func rule(_ from: Point, _ to: Point) -> PageItem {
        .rule(RuleLine(from: from, to: to, thickness: thickness, colour: colour))
    }
}
