// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Lays out the rows of a table in its columns.
struct RowBuilder {
    let columns: [Table.Column]
    let edges: [Length]
    /// The theme on the sheets that the table goes on.
    let theme: Theme
    let breaker: LineBreaker
    /// What is added to the name of a row where later pages repeat it.
    private let continuationMark: ShapedText?
    /// The slots for marks at the right of columns of figures, by their indices: titles end over the figures, and not over the marks.
    private(set) var slots: [Int: Length] = [:]

    init(of table: ShapedTable, edges: [Length], theme: Theme, breaker: LineBreaker) {
        columns = table.columns
        continuationMark = table.continuationMark
        self.edges = edges
        self.theme = theme
        self.breaker = breaker
    }

    private var padding: Sides<Length> { theme.table.padding }

    /// Breaks the lines of all cells, and gives each row its height and its bands.
    mutating func rows(_ shaped: [ShapedTable.Row]) -> [TableLayout.Row] {
        var rows = built(shaped)
        return finished(&rows, count: shaped.count)
    }

    /// The rows, and the totals down to each of them, whose figures are aligned with those of the rows.
    mutating func rows(
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
    private mutating func finished(_ all: inout [TableLayout.Row], count: Int) -> [TableLayout.Row] {
        for (index, column) in columns.enumerated() where column.alignment == .decimal {
            let slot = DecimalAlignment(column: index).align(&all)
            if slot > .zero { slots[index] = slot }
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
            var set = TableLayout.Row(kind: row.kind, cells: [], height: .zero, isBesideBar: row.isBesideBar)
            set.cells.reserveCapacity(row.cells.count)
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                let built = boxes(
                    of: cell,
                    measure: measure(of: cell, in: row, at: column),
                    alignment: alignment(of: cell, in: row, at: column)
                )
                set.cells.append(
                    TableLayout.Cell(
                        column: column,
                        columnSpan: cell.columnSpan,
                        rowSpan: cell.rowSpan,
                        isLabel: cell.isLabel,
                        isRotated: cell.isRotated,
                        nameCount: built.nameCount,
                        firstLinesOfName: built.firstLinesOfName,
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
            // A row of one line is divided by no page.
            if row.kind == .body, set.cells.contains(where: { $0.boxes.count > 1 || $0.rowSpan > 1 }) {
                for index in set.cells.indices where set.cells[index].isLabel {
                    let column = set.cells[index].column
                    set.cells[index].layOutContinuedName = {
                        continuedName(of: row.cells[index], in: row, at: column)
                    }
                }
            }
            for cell in set.cells { set.marks += cell.boxes[...].marks }
            tracker.endRow()
            rows.append(set)
        }
        return rows
    }

    /// The boxes of a cell, and which of them are repeated on later pages.
    private struct CellBoxes {
        var boxes: [Box]
        var nameCount = 0
        var firstLinesOfName: [Box] = []
    }

    /// Lays out a cell. A name is not left alone at the foot of a page before values in the same cell, and one of a quarter of a page at most is
    /// divided by no page, and repeated whole on the next. Of a longer one the first lines are repeated.
    private func boxes(
        of cell: ShapedTable.Cell,
        measure: Length,
        alignment: HorizontalAlignment
    ) -> CellBoxes {
        if cell.isRotated {
            let title = RotatedTitle(cell.blocks, theme: theme)
            return CellBoxes(
                boxes: title.boxes(width: measure) { boxes(of: cell.blocks, measure: $0, alignment: .left) }
            )
        }
        guard let nameBlocks = cell.nameBlocks, nameBlocks > 0 else {
            return CellBoxes(boxes: boxes(of: cell.blocks, measure: measure, alignment: alignment))
        }
        var built = CellBoxes(boxes: [])
        let isWhole = nameBlocks >= cell.blocks.count
        if isWhole {
            built.boxes = boxes(of: cell.blocks, measure: measure, alignment: alignment)
            if built.boxes.count < 2 { return built }
        } else {
            var builder = BoxBuilder(theme: theme, breaker: breaker, bars: .inside)
            for (index, block) in cell.blocks.enumerated() {
                if index == nameBlocks { built.nameCount = builder.boxes.count }
                builder.append(block, measure: measure, alignment: alignment)
            }
            built.boxes = builder.boxes
        }
        let count = isWhole ? built.boxes.count : built.nameCount
        let most = theme.page.textHeight / FragmentHead.leastPartOfNames
        let isKept = built.boxes.prefix(count).height <= most
        let first = isKept ? 0 : max(0, built.nameCount - 1)
        let last = isKept && isWhole ? count - 1 : built.nameCount
        for index in first..<last { built.boxes[index].keepsWithNext = true }
        if !isKept {
            built.firstLinesOfName = firstLines(
                of: cell.blocks.prefix(nameBlocks).last,
                measure: measure,
                alignment: alignment
            )
            if built.firstLinesOfName.isEmpty { built.firstLinesOfName = Array(built.boxes.prefix(2)) }
        }
        return built
    }

    /// The name of a row with the mark behind it that the row goes on, or none if it would take more than a quarter of a page.
    private func continuedName(of cell: ShapedTable.Cell, in row: ShapedTable.Row, at column: Int) -> [Box] {
        var name = Array(cell.blocks.prefix(cell.nameBlocks ?? cell.blocks.count))
        guard let continuationMark, let last = name.indices.last else { return [] }
        if case .paragraph(let text) = name[last].content {
            name[last].content = .paragraph(text.followed(byMark: continuationMark, shaper: breaker.shaper))
        } else {
            name.append(TextBlock(content: .paragraph(continuationMark), spaceBefore: .zero, spaceAfter: .zero))
        }
        let measure = measure(of: cell, in: row, at: column)
        let boxes = boxes(of: name, measure: measure, alignment: alignment(of: cell, in: row, at: column))
        return boxes.height <= theme.page.textHeight / FragmentHead.leastPartOfNames ? boxes : []
    }

    private func firstLines(of name: TextBlock?, measure: Length, alignment: HorizontalAlignment) -> [Box] {
        guard case .paragraph(let text)? = name?.content else { return [] }
        return breaker.firstLines(of: text, before: continuationMark, measure: measure, alignment: alignment)
    }

    private func boxes(of blocks: [TextBlock], measure: Length, alignment: HorizontalAlignment) -> [Box] {
        BoxBuilder.boxes(
            of: blocks,
            measure: measure,
            alignment: alignment,
            theme: theme,
            breaker: breaker,
            bars: .inside
        )
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

    /// How a cell is aligned: as its column is. A cell over several columns, a band or the title of a group, is at the left, where each column of
    /// words begins and where HTML has it: in the alignment of the first column, the title of figures would seem to be that of the last.
    private func alignment(
        of cell: ShapedTable.Cell,
        in row: ShapedTable.Row,
        at column: Int
    ) -> HorizontalAlignment {
        row.kind.isBand || cell.columnSpan > 1 || column >= columns.count ? .left : columns[column].alignment
    }

    /// The width for the words of a cell. The title of a column is beside the slot for marks, as far as its longest word has room there.
    private func measure(of cell: ShapedTable.Cell, in row: ShapedTable.Row, at column: Int) -> Length {
        let measure = measure(column, cell.columnSpan)
        guard row.kind == .header, cell.columnSpan == 1, !cell.isRotated, let slot = slots[column] else {
            return measure
        }
        let longest = WidthDemand(of: cell.blocks, theme: theme, minimum: \.minimumWidth).minimum
        return min(measure, max(longest, measure - slot))
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
