// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

/// Collects the edges of cells, and draws collapsed borders: each line once, in full length.
///
/// With a frame, the outermost lines and those at the heights that are emphasised are the frame's. They are drawn after the others, which
/// end under them.
struct BorderBuilder {
    private let edges: [Length]
    private let style: Theme.TableStyle
    /// The columns that the horizontal border at each height covers.
    private var level: [Length: [Bool]] = [:]
    /// The stretches of the vertical border at each edge between columns.
    private var upright: [[(top: Length, bottom: Length)]]
    /// The thickness of the horizontal borders that are the frame's.
    private var emphasised: [Length: Length] = [:]

    init(edges: [Length], style: Theme.TableStyle) {
        self.edges = edges
        self.style = style
        upright = Array(repeating: [], count: edges.count)
    }

    /// Adds the four edges of a cell.
    mutating func add(columns: Range<Int>, top: Length, bottom: Length) {
        for y in [top, bottom] {
            for column in columns { level[y, default: Array(repeating: false, count: edges.count - 1)][column] = true }
        }
        for edge in [columns.lowerBound, columns.upperBound] { upright[edge].append((top, bottom)) }
    }

    /// Gives the horizontal border at a height the frame's colour and a thickness; of several, the thickest.
    mutating func emphasise(_ y: Length, thickness: Length) {
        if thickness > .zero { emphasised[y] = max(emphasised[y] ?? .zero, thickness) }
    }

    /// The borders, from the top left corner of the table.
    func rules() -> [PageItem] {
        var heavy = emphasised
        if let frame = style.frame, let top = level.keys.min(), let bottom = level.keys.max() {
            for (y, thickness) in [(top, frame.top), (bottom, frame.outer)] where thickness > .zero {
                heavy[y] = max(heavy[y] ?? .zero, thickness)
            }
        }
        var inner: [PageItem] = []
        var outer: [PageItem] = []
        for (y, columns) in level.sorted(by: { $0.key < $1.key }) {
            let lines = horizontal(at: y, columns).map { rule($0, thickness: heavy[y]) }
            if heavy[y] == nil { inner += lines } else { outer += lines }
        }
        for (edge, stretches) in upright.enumerated() {
            let frame = frameThickness(ofEdge: edge)
            let lines = vertical(at: edges[edge], stretches).map { rule($0, thickness: frame) }
            if frame == nil { inner += lines } else { outer += lines }
        }
        return (style.border > .zero ? inner : []) + outer
    }

    /// The thickness of the frame at an edge between columns, or `nil` for one of the borders between cells.
    private func frameThickness(ofEdge edge: Int) -> Length? {
        guard let frame = style.frame, edge == 0 || edge == edges.count - 1, frame.outer > .zero else { return nil }
        return frame.outer
    }

    /// The stretches of a horizontal border, extended by half the thickness of the vertical ones, so that corners are closed.
    private func horizontal(at y: Length, _ columns: [Bool]) -> [(from: Point, to: Point)] {
        var lines: [(from: Point, to: Point)] = []
        var start: Int?
        for column in 0...columns.count {
            let runs = column < columns.count && columns[column]
            if runs, start == nil { start = column }
            if !runs, let first = start {
                let left = (frameThickness(ofEdge: first) ?? style.border) / 2
                let right = (frameThickness(ofEdge: column) ?? style.border) / 2
                lines.append((Point(x: edges[first] - left, y: y), Point(x: edges[column] + right, y: y)))
                start = nil
            }
        }
        return lines
    }

    /// The stretches of a vertical border, joined where they touch.
    private func vertical(
        at x: Length,
        _ stretches: [(top: Length, bottom: Length)]
    ) -> [(from: Point, to: Point)] {
        var runs: [(top: Length, bottom: Length)] = []
        for stretch in stretches.sorted(by: { ($0.top, $0.bottom) < ($1.top, $1.bottom) }) {
            if let current = runs.last, stretch.top <= current.bottom {
                runs[runs.count - 1].bottom = max(current.bottom, stretch.bottom)
            } else {
                runs.append(stretch)
            }
        }
        return runs.map { (Point(x: x, y: $0.top), Point(x: x, y: $0.bottom)) }
    }

    /// A line of the frame, or with no thickness a border between cells.
    private func rule(_ line: (from: Point, to: Point), thickness: Length?) -> PageItem {
        .rule(
            RuleLine(
                from: line.from,
                to: line.to,
                thickness: thickness ?? style.border,
                colour: thickness == nil ? style.borderColour : style.frame?.colour ?? style.borderColour
            )
        )
    }
}
