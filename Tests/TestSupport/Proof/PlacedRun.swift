// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping
import Typesetting
import UnicodeText

/// A run of text on a page, with the room that its line takes and the passage that it is of.
struct PlacedRun {
    /// From zero.
    var page: Int
    /// An index into the passages of the paper; nothing for what is drawn for the page's sake.
    var passage: Int?
    var cell: Passage.CellPlace?
    var furniture: Owner.Furniture?
    var words: String
    var left: Length
    var right: Length
    var top: Length
    var bottom: Length
    var baseline: Length
    /// The left and the right ends of its words.
    var spans: [(left: Length, right: Length)]

    /// - Parameter leading: of ``Theme/plain(width:height:margin:)``, whose lines are all alike.
    init(_ run: TextRun, page: Int, passage: Int?, of passages: [Passage]) {
        self.page = page
        self.passage = passage
        cell = passage.flatMap { passages[$0].cell }
        if case .furniture(let kind) = run.owner { furniture = kind }
        words = run.text.unbroken
        let pieces = run.pieces.filter { !$0.piece.text.isBlank }
        spans = pieces.map { (run.origin.x + $0.x, run.origin.x + $0.x + $0.piece.width) }
        if run.isRotated {
            let reach = pieces.map { $0.x + $0.piece.width }.max() ?? .zero
            left = run.origin.x - .points(7.7)
            right = run.origin.x + .points(2.2)
            top = run.origin.y - reach
            bottom = run.origin.y - (pieces.map(\.x).min() ?? .zero)
            baseline = run.origin.y
            spans = [(left, right)]
            return
        }
        left = run.origin.x + (pieces.map(\.x).min() ?? .zero)
        right = run.origin.x + (pieces.map { $0.x + $0.piece.width }.max() ?? .zero)
        // The line is ten points high and its baseline a little less than eight from the top.
        baseline = run.origin.y
        top = run.origin.y - .points(7.7)
        bottom = run.origin.y + .points(2.2)
    }

    func overlaps(_ other: PlacedRun) -> Bool {
        top < other.bottom && other.top < bottom && isBeside(other)
    }

    /// Whether a word stands in the same part of the measure as one of another run. In a line of both directions a run has others between its words.
    func isBeside(_ other: PlacedRun) -> Bool {
        guard left < other.right, other.left < right else { return false }
        return spans.contains { span in other.spans.contains { span.left < $0.right && $0.left < span.right } }
    }
}

/// The borders on a page.
struct PlacedBorders {
    var level: [RuleLine] = []
    var upright: [RuleLine] = []

    /// - Parameter thickness: of borders, which no underline has.
    init(_ page: Page, thickness: Length) {
        for case .rule(let rule) in page.items where rule.thickness == thickness {
            if rule.from.y == rule.to.y { level.append(rule) } else { upright.append(rule) }
        }
    }

    /// The upright borders beside a line, from left to right.
    func edges(beside run: PlacedRun) -> [Length] {
        var edges: [Length] = []
        for rule in upright where rule.from.y <= run.top && rule.to.y >= run.bottom { edges.append(rule.from.x) }
        return edges.sorted()
    }

    /// The nearest borders over and under a line.
    func limits(of run: PlacedRun) -> (top: Length, bottom: Length)? {
        let around = level.filter { $0.from.x <= run.left && $0.to.x >= run.right }.map(\.from.y)
        guard let top = around.filter({ $0 <= run.top }).max(), let bottom = around.filter({ $0 >= run.bottom }).min()
        else { return nil }
        return (top, bottom)
    }

    /// Whether a border goes through a line.
    func cut(_ run: PlacedRun) -> Bool {
        level.contains { $0.from.y > run.top && $0.from.y < run.bottom && $0.from.x < run.right && $0.to.x > run.left }
            || upright.contains {
                $0.from.x > run.left && $0.from.x < run.right && $0.from.y < run.bottom && $0.to.y > run.top
            }
    }
}
