// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Which cells a merged range fills: it shows the text of its first cell over all of its rows.
struct MergedCells {
    /// By row, the cells that take the text of another.
    private(set) var fills: [Int: [(column: Int, cell: Int)]] = [:]
    /// Cells that say something and are covered by a merged range.
    private(set) var covered: [CellReference] = []
    /// Whether the ranges hold more cells than are looked at.
    private(set) var isCut = false

    init(_ reader: SheetReader) {
        var work = 0
        for merge in reader.merges {
            // Rows without a cell of their own are no rows of a table.
            let rows = Self.rows(merge.rows, of: reader)
            work += rows.count + rows.reduce(0) { $0 + reader.rows[$1].cells.count }
            if work > Limits.mostMergedRows {
                isCut = true
                break
            }
            var source: Int?
            for index in rows {
                let row = reader.rows[index]
                let inside = row.cells.filter { merge.columns.contains(reader.cells[$0].column) }
                if row.number == merge.rows.lowerBound {
                    source = inside.first { reader.cells[$0].column == merge.columns.lowerBound }
                } else if inside.isEmpty, let source {
                    fills[index, default: []].append((merge.columns.lowerBound, source))
                }
                for cell in inside where cell != source && covered.count < Limits.mostProblemsPerFile {
                    covered.append(CellReference(column: reader.cells[cell].column, row: row.number))
                }
            }
        }
        // Two ranges that overlap, as no program writes them, fill a cell once.
        for (row, cells) in fills where cells.count > 1 {
            var seen: Set<Int> = []
            fills[row] = cells.filter { seen.insert($0.column).inserted }
        }
    }

    /// The places of the rows that have a number in a range.
    private static func rows(_ numbers: ClosedRange<Int>, of reader: SheetReader) -> Range<Int> {
        func first(from number: Int) -> Int {
            var range = 0..<reader.rows.count
            while !range.isEmpty {
                let middle = (range.lowerBound + range.upperBound) / 2
                range =
                    reader.rows[middle].number < number ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
            }
            return range.lowerBound
        }
        return first(from: numbers.lowerBound)..<first(from: numbers.upperBound + 1)
    }
}
