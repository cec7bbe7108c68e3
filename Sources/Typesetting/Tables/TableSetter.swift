// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Gives a table its columns and its rows their heights.
struct TableSetter {
    /// Breaks the lines of a cell.
    typealias CellSetter = ([ShapedBlock], _ measure: Length, HorizontalAlignment) -> [FlowBox]

    let theme: Theme

    private var style: Theme.TableStyle { theme.table }

    /// Sets a table in a measure.
    ///
    /// - Parameter breaker: says how narrow words may be if they are hyphenated.
    func set(_ table: ShapedTable, measure: Length, breaker: LineBreaker, cells setCell: CellSetter) -> SetTable {
        let widths = widths(of: table, measure: measure, breaker: breaker)
        var edges = [Length.zero]
        for width in widths { edges.append(edges[edges.count - 1] + width) }
        let grid = Grid(columns: table.columns, edges: edges, padding: style.padding)
        return SetTable(
            style: style,
            edges: edges,
            header: grid.rows(table.header, cells: setCell),
            rows: grid.rows(table.rows, cells: setCell)
        )
    }

    /// Widths as the columns wish; those that are to be solved are changed until the table is as short as it can be.
    private func widths(of table: ShapedTable, measure: Length, breaker: LineBreaker) -> [Length] {
        let widths = ColumnSolver.widths(of: table.columns, demands: table.demands, measure: measure) {
            var hyphenated = table
            hyphenated.measureColumns(theme: theme, minimum: breaker.hyphenatedWidth)
            return hyphenated.demands.map(\.minimum)
        }
        let solved = table.columns.indices.filter { table.columns[$0].width == .solved }
        if solved.count < 2 { return widths }
        let search = HeightSearch(of: table, padding: style.padding.left + style.padding.right)
        return search.improved(widths, columns: solved, demands: table.demands)
    }

    /// Divides blocks into stretches that stand on sheets of one orientation.
    ///
    /// A table stands on its side where it asks to, or where its columns could not hold their longest words upright but
    /// can on their side. Its heading and lead-in, and the notes under it, go with it.
    func orientedRuns(of blocks: [ShapedBlock]) -> [(orientation: Orientation, blocks: [ShapedBlock])] {
        var orientations = [Orientation](repeating: .portrait, count: blocks.count)
        for (index, block) in blocks.enumerated() {
            guard case .table(let table) = block.content, wantsLandscape(table) else {
                if block.isTableNote, index > 0 { orientations[index] = orientations[index - 1] }
                continue
            }
            orientations[index] = .landscape
            var before = index - 1
            while before >= 0, blocks[before].keep.contains(.withNext), orientations[before] == .portrait {
                orientations[before] = .landscape
                before -= 1
            }
        }
        var runs: [(orientation: Orientation, blocks: [ShapedBlock])] = []
        for (block, orientation) in zip(blocks, orientations) {
            if runs.last?.orientation == orientation {
                runs[runs.count - 1].blocks.append(block)
            } else {
                runs.append((orientation, [block]))
            }
        }
        return runs.isEmpty ? [(.portrait, [])] : runs
    }

    /// The width that a table must have for every promise to be kept and no word to be divided.
    func leastWidth(of table: ShapedTable) -> Length {
        zip(table.columns, table.demands).map { column, demand in
            if case .fixed(let width) = column.width { width } else { demand.minimum }
        }.total
    }

    private func wantsLandscape(_ table: ShapedTable) -> Bool {
        if table.isLandscape { return !table.header.isEmpty || !table.rows.isEmpty }
        let least = leastWidth(of: table)
        return least > theme.page.measure && least <= theme.page.turned(to: .landscape).measure
    }
}

/// Knows which columns of a row are taken by cells from above.
struct ColumnTracker {
    /// For each column, how many rows it is still taken for, the current one included.
    private var taken: [Int]
    private var next = 0

    init(count: Int) { taken = [Int](repeating: 0, count: count) }

    /// Where the next cell of the current row stands.
    mutating func place(_ columnSpan: Int, rowSpan: Int) -> Int {
        while next < taken.count, taken[next] > 0 { next += 1 }
        let column = next
        // A row of more cells than columns: what is too much is set in the last.
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

/// The columns of a table, for setting rows in.
private struct Grid {
    let columns: [Table.Column]
    let edges: [Length]
    let padding: Sides<Length>

    func rows(_ shaped: [ShapedTable.Row], cells setCell: TableSetter.CellSetter) -> [SetTable.Row] {
        var tracker = ColumnTracker(count: columns.count)
        var rows: [SetTable.Row] = []
        rows.reserveCapacity(shaped.count)
        for row in shaped {
            var set = SetTable.Row(kind: row.kind, cells: [], height: .zero)
            set.cells.reserveCapacity(row.cells.count)
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                let alignment = row.kind.isBand || column >= columns.count ? .left : columns[column].alignment
                set.cells.append(
                    SetTable.Cell(
                        column: column,
                        columnSpan: cell.columnSpan,
                        rowSpan: cell.rowSpan,
                        boxes: setCell(cell.blocks, measure(column, cell.columnSpan), alignment)
                    )
                )
            }
            if let continued = row.continued, let first = set.cells.first {
                var cell = first
                cell.boxes = setCell(continued, measure(first.column, first.columnSpan), .left)
                set.continued = cell
                set.continuedHeight = height(of: cell)
            }
            for cell in set.cells { set.marks += cell.boxes[...].marks }
            tracker.endRow()
            rows.append(set)
        }
        for (index, column) in columns.enumerated() where column.alignment == .decimal {
            DecimalAlignment(column: index).align(&rows)
        }
        giveHeights(to: &rows)
        nameBands(of: &rows)
        return rows
    }

    /// A row stands under the last band of each level above its own, down to the first of level one.
    private func nameBands(of rows: inout [SetTable.Row]) {
        var open: [(level: Int, row: Int)] = []
        for index in rows.indices {
            guard case .band(let level) = rows[index].kind else {
                rows[index].bands = open.map(\.row)
                continue
            }
            open.removeAll { $0.level >= level }
            rows[index].bands = open.map(\.row)
            open.append((level, index))
        }
    }

    private func measure(_ column: Int, _ span: Int) -> Length {
        let last = min(column + span, edges.count - 1)
        let first = min(column, last)
        return max(Length(units: 1), edges[last] - edges[first] - padding.left - padding.right)
    }

    private func height(of cell: SetTable.Cell) -> Length { cell.boxes.height + padding.top + padding.bottom }

    /// A row is as high as its highest cell, and as the first line of a cell that spans several rows; the last row of such a
    /// cell takes what they lack.
    private func giveHeights(to rows: inout [SetTable.Row]) {
        for index in rows.indices {
            for cell in rows[index].cells where cell.rowSpan == 1 {
                rows[index].height = max(rows[index].height, height(of: cell))
            }
            for cell in rows[index].cells where cell.rowSpan > 1 {
                guard let first = cell.boxes.first else { continue }
                rows[index].height = max(rows[index].height, first.height + padding.top + padding.bottom)
            }
        }
        for index in rows.indices {
            for cell in rows[index].cells where cell.rowSpan > 1 {
                let last = min(index + cell.rowSpan, rows.count) - 1
                let lacking = height(of: cell) - rows[index...last].map(\.height).total
                if lacking > .zero { rows[last].height += lacking }
            }
        }
    }
}
