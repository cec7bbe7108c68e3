// SPDX-License-Identifier: Apache-2.0

/// Assigns the cells of a row to columns, around the cells of rows above that span into it.
struct ColumnTracker {
    /// For each column, how many rows it is still taken for, the current one included.
    private var taken: [Int]
    private var next = 0

    init(count: Int) { taken = [Int](repeating: 0, count: count) }

    /// The first column of the next cell of the current row.
    mutating func place(_ columnSpan: Int, rowSpan: Int) -> Int {
        while next < taken.count, taken[next] > 0 { next += 1 }
        let column = next
        // A row of more cells than columns: the rest go into the last column.
        guard column < taken.count else { return max(0, taken.count - 1) }
        for index in column..<min(column + columnSpan, taken.count) { taken[index] = rowSpan }
        next += columnSpan
        return column
    }

    mutating func endRow() {
        for index in taken.indices { taken[index] = max(0, taken[index] - 1) }
        next = 0
    }
}
