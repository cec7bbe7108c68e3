// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Lays out the rows of a table in its columns.
struct RowBuilder {
    let columns: [Table.Column]
    let edges: [Length]
    let theme: Theme
    let breaker: LineBreaker

    private var padding: Sides<Length> { theme.table.padding }

    /// Breaks the lines of all cells, and gives each row its height and its bands.
    func rows(_ shaped: [ShapedTable.Row]) -> [TableLayout.Row] {
        var rows = built(shaped)
        return finished(&rows, count: shaped.count)
    }

    /// The rows, and the totals down to each of them, whose figures are aligned with those of the rows.
    func rows(
        _ shaped: [ShapedTable.Row],
        carrying totals: ShapedTable.CarriedTotals
    ) -> (rows: [TableLayout.Row], totals: TableLayout.CarriedTotals) {
        var all = built(shaped) + built(totals.rows)
        let rows = finished(&all, count: shaped.count)
        let words = built([totals.forward, totals.brought])
        let carried = TableLayout.CarriedTotals(
            forward: words[0].cells[0],
            brought: words[1].cells[0],
            rows: all.dropFirst(shaped.count).map { Array($0.cells.dropFirst()) }
        )
        return (rows, carried)
    }

    /// The first of some rows, all of which are aligned, with their heights and bands.
    private func finished(_ all: inout [TableLayout.Row], count: Int) -> [TableLayout.Row] {
        for (index, column) in columns.enumerated() where column.alignment == .decimal {
            DecimalAlignment(column: index).align(&all)
        }
        var rows = all.count == count ? all : Array(all.prefix(count))
        giveHeights(to: &rows)
        nameBands(of: &rows)
        return rows
    }

    private func built(_ shaped: [ShapedTable.Row]) -> [TableLayout.Row] {
        var tracker = ColumnTracker(count: columns.count)
        var rows: [TableLayout.Row] = []
        rows.reserveCapacity(shaped.count)
        for row in shaped {
            var set = TableLayout.Row(kind: row.kind, cells: [], height: .zero)
            set.cells.reserveCapacity(row.cells.count)
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                let alignment = row.kind.isBand || column >= columns.count ? .left : columns[column].alignment
                let built = boxes(of: cell, measure: measure(column, cell.columnSpan), alignment: alignment)
                set.cells.append(
                    TableLayout.Cell(
                        column: column,
                        columnSpan: cell.columnSpan,
                        rowSpan: cell.rowSpan,
                        isLabel: cell.isLabel,
                        isRotated: cell.isRotated,
                        nameCount: built.nameCount,
                        readingOrder: cell.readingOrder,
                        boxes: built.boxes
                    )
                )
            }
            if let continued = row.continued, let first = set.cells.first {
                var cell = first
                cell.boxes = boxes(of: continued, measure: measure(first.column, first.columnSpan), alignment: .left)
                set.continued = cell
                set.continuedHeight = height(of: cell)
            }
            for cell in set.cells { set.marks += cell.boxes[...].marks }
            tracker.endRow()
            rows.append(set)
        }
        return rows
    }

    /// The boxes of a cell, and how many of them name the row before values in the same cell. A name does not stand alone at the foot of a page, and
    /// no page divides one that stands again on the next.
    private func boxes(
        of cell: ShapedTable.Cell,
        measure: Length,
        alignment: HorizontalAlignment
    ) -> (boxes: [Box], nameCount: Int) {
        if cell.isRotated {
            let title = RotatedTitle(cell.blocks, theme: theme)
            return (title.boxes(width: measure) { boxes(of: cell.blocks, measure: $0, alignment: .left) }, 0)
        }
        guard let nameBlocks = cell.nameBlocks, nameBlocks > 0, nameBlocks < cell.blocks.count else {
            return (boxes(of: cell.blocks, measure: measure, alignment: alignment), 0)
        }
        var builder = BoxBuilder(theme: theme, breaker: breaker)
        var nameCount = 0
        for (index, block) in cell.blocks.enumerated() {
            if index == nameBlocks { nameCount = builder.boxes.count }
            builder.append(block, measure: measure, alignment: alignment)
        }
        let page = min(theme.page.textHeight, theme.page.turned(to: .landscape).textHeight)
        let isRepeated = builder.boxes.prefix(nameCount).height <= page / FragmentHead.leastPartOfNames
        builder.update((isRepeated ? 0 : max(0, nameCount - 1))..<nameCount) { $0.keepsWithNext = true }
        return (builder.boxes, nameCount)
    }

    private func boxes(of blocks: [TextBlock], measure: Length, alignment: HorizontalAlignment) -> [Box] {
        BoxBuilder.boxes(of: blocks, measure: measure, alignment: alignment, theme: theme, breaker: breaker)
    }

    /// Lists the bands above each row: the last one of each level, as far as it belongs to the last one of the level above.
    private func nameBands(of rows: inout [TableLayout.Row]) {
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

    private func height(of cell: TableLayout.Cell) -> Length { cell.boxes.height + padding.top + padding.bottom }

    /// Gives each row the height of its highest cell, and of the first line of a cell that spans several rows, or of as many as stay together where the
    /// row has no other cell; the last row of such a cell takes what the others lack.
    private func giveHeights(to rows: inout [TableLayout.Row]) {
        for index in rows.indices {
            for cell in rows[index].cells where cell.rowSpan == 1 {
                rows[index].height = max(rows[index].height, height(of: cell))
            }
            let isShared = rows[index].cells.allSatisfy { $0.rowSpan > 1 }
            for cell in rows[index].cells where cell.rowSpan > 1 && !cell.boxes.isEmpty {
                let first = cell.boxes.prefix(isShared ? cell.boxes[...].leastCountEndingWell : 1)
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
