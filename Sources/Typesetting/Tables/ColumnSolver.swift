// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// Gives columns their widths: promises first, then wishes, and no column narrower than its longest unbreakable
/// stretch while that is possible at all.
struct ColumnSolver {
    /// Widths that fill the measure exactly.
    ///
    /// - Parameters:
    ///   - demands: what each column holds, with the padding of its cells.
    ///   - hyphenated: the least that the columns must have where hyphens divide words; asked for only where whole words
    ///     do not go.
    /// - Returns: one width for each column; their sum is the measure, unless all are promises of less.
    static func widths(
        of columns: [Table.Column],
        demands: [WidthDemand],
        measure: Length,
        hyphenated: () -> [Length]
    ) -> [Length] {
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
        let floors = free.map { demands[$0].minimum }
        if left < .zero || (left < floors.total && left < measure) {
            // Promises that leave the others no room are kept in proportion only.
            let least = hyphenated()
            let asked = columns.indices.map { free.contains($0) ? least[$0] : widths[$0] }
            return capped(asked, to: measure)
        }
        guard !free.isEmpty else { return widths }
        if floors.total >= left {
            let least = hyphenated()
            let narrowed = between(free.map { least[$0] }, floors, to: left)
            for (index, width) in zip(free, narrowed) { widths[index] = width }
            return widths
        }
        // Columns whose share is below their floor get the floor; the others share the rest, until all are content.
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

    /// Lengths that add up to a sum: each as much of the way from the less to the more as all the others.
    private static func between(_ less: [Length], _ more: [Length], to sum: Length) -> [Length] {
        if less.total >= sum { return capped(less, to: sum) }
        let part = Double((sum - less.total).units) / Double(max(1, (more.total - less.total).units))
        var lengths = zip(less, more).map { $0 + ($1 - $0) * min(1, part) }
        lengths[lengths.count - 1] += sum - lengths.total
        return lengths
    }

    /// Lengths that add up to a sum that is less than theirs: the longest are cut to one length, so that a column with
    /// one endless word does not wreck its neighbours.
    private static func capped(_ lengths: [Length], to sum: Length) -> [Length] {
        var left = max(sum, Length(units: lengths.count))
        var capped = lengths
        for (position, index) in lengths.indices.sorted(by: { (lengths[$0], $0) < (lengths[$1], $1) }).enumerated() {
            capped[index] = min(lengths[index], left / (lengths.count - position))
            left -= capped[index]
        }
        return capped
    }

    /// How much each column wants, against the others: its share, or the mean of what it must and what it would have
    /// (as rinohtype weighs columns).
    private static func wishes(of columns: [Table.Column], demands: [WidthDemand]) -> [Double] {
        let solved = demands.map { ($0.minimum.points * $0.natural.points).squareRoot() }
        let shares = columns.map { column in
            if case .share(let share) = column.width { share } else { nil as Double? }
        }
        let statedShares = shares.compactMap(\.self).reduce(0, +)
        // A share is worth what the columns with shares would have had on average.
        let statedSolved = zip(shares, solved).reduce(0) { $0 + ($1.0 == nil ? 0 : $1.1) }
        let worth = statedShares > 0 ? max(statedSolved, 1) / statedShares : 1
        return zip(shares, solved).map { max($0.map { $0 * worth } ?? $1, 0.001) }
    }

    /// Divides a length by weights, to the last unit.
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
