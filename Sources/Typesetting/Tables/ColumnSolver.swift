// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// Solves the widths of columns.
///
/// Fixed columns come first; the others share the rest in proportion to their weights, and none is narrower than its floor: the best one that has
/// room (``WidthFloors``). Fixed widths that leave not even figures room are given up. If these have none without them, the widest columns are cut.
struct ColumnSolver {
    /// The widths of columns, and those below which none should go.
    struct Solution {
        var widths: [Length]
        var floors: [Length]
    }

    /// Column widths that fill the measure exactly.
    ///
    /// - Parameters:
    ///   - demands: the widths that each column asks for, with the padding of its cells.
    ///   - divided: the floors with divided words; called only if whole words do not fit.
    /// - Returns: one width for each column; their sum is the measure, unless all columns are fixed and narrower.
    static func solution(
        of columns: [Table.Column],
        demands: [WidthDemand],
        measure: Length,
        divided: () -> WidthFloors
    ) -> Solution {
        var widths = [Length](repeating: .zero, count: columns.count)
        var free: [Int] = []
        var left = measure
        for (index, column) in columns.enumerated() {
            if case .fixed(let width) = column.width {
                widths[index] = width
                left -= width
            } else {
                free.append(index)
            }
        }
        if free.isEmpty {
            return Solution(widths: left < .zero ? capped(widths, to: measure) : widths, floors: widths)
        }
        var all = WidthFloors(demands)
        if all.level(of: free, within: left) == nil { all = divided() }
        guard let floors = all.fitting(free, within: left) else {
            let every = Array(columns.indices)
            if let floors = all.fitting(every, within: measure) {
                let shared = shared(measure, among: every, of: columns, demands: demands, floors: floors, in: widths)
                return Solution(widths: shared, floors: floors)
            }
            for index in free { widths[index] = all[.figures][index] }
            let cut = capped(widths, to: measure)
            return Solution(widths: cut, floors: cut)
        }
        var solution = Solution(widths: widths, floors: widths)
        for (index, floor) in zip(free, floors) { solution.floors[index] = floor }
        solution.widths = shared(left, among: free, of: columns, demands: demands, floors: floors, in: widths)
        return solution
    }

    /// Widths of the columns that are not fixed. A column whose share is below its floor gets the floor, and the others share the rest, until no
    /// share is too small.
    private static func shared(
        _ length: Length,
        among free: [Int],
        of columns: [Table.Column],
        demands: [WidthDemand],
        floors: [Length],
        in fixed: [Length]
    ) -> [Length] {
        var widths = fixed
        var left = length
        let wishes = wishes(of: free.map { columns[$0] }, demands: free.map { demands[$0] })
        var open = Array(free.indices)
        while true {
            let weights = open.map { wishes[$0] }
            share(left, among: open.map { free[$0] }, weights: weights, into: &widths)
            let short = open.filter { widths[free[$0]] < floors[$0] }
            if short.isEmpty { return widths }
            for index in short {
                widths[free[index]] = floors[index]
                left -= floors[index]
            }
            open.removeAll { short.contains($0) }
            if open.isEmpty { return widths }
        }
    }

    /// Lengths that add up to a smaller sum: the longest are cut to one length, so that a column with one endless word does not
    /// squeeze its neighbours.
    private static func capped(_ lengths: [Length], to sum: Length) -> [Length] {
        var left = max(sum, Length(units: lengths.count))
        var capped = lengths
        for (position, index) in lengths.indices.sorted(by: { (lengths[$0], $0) < (lengths[$1], $1) }).enumerated() {
            capped[index] = min(lengths[index], left / (lengths.count - position))
            left -= capped[index]
        }
        return capped
    }

    /// The weight of each column: its share, or the geometric mean of its minimum and its natural width (as rinohtype weighs columns).
    private static func wishes(of columns: [Table.Column], demands: [WidthDemand]) -> [Double] {
        let solved = demands.map { ($0.minimum.points * $0.natural.points).squareRoot() }
        let shares = columns.map { column in
            if case .share(let share) = column.width { share } else { nil as Double? }
        }
        let statedShares = shares.compactMap(\.self).reduce(0, +)
        // One share weighs what the columns with shares would weigh on average.
        let statedSolved = zip(shares, solved).reduce(0) { $0 + ($1.0 == nil ? 0 : $1.1) }
        let worth = statedShares > 0 ? max(statedSolved, 1) / statedShares : 1
        return zip(shares, solved).map { max($0.map { $0 * worth } ?? $1, 0.001) }
    }

    /// Divides a length in proportion to weights, to the last unit.
    private static func share(_ length: Length, among indices: [Int], weights: [Double], into widths: inout [Length]) {
        let sum = weights.reduce(0, +)
        var used = Length.zero
        for (position, index) in indices.enumerated() {
            let isLast = position == indices.count - 1
            widths[index] = isLast ? length - used : length * (weights[position] / sum)
            used += widths[index]
        }
    }
}

extension ColumnWidth {
    var isFixed: Bool { if case .fixed = self { true } else { false } }
}
