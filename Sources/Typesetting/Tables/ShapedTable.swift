// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import ResourceLimits

/// A table whose words are shaped, before its columns have widths.
struct ShapedTable {
    struct Row {
        var kind: Table.Row.Kind
        var cells: [Cell]
        /// The cell of a band when it is repeated on a later page.
        var continued: [TextBlock]?
        /// Whether it is not for publication, and has the bar of exempt passages beside it.
        var isBesideBar = false
    }

    struct Cell {
        var columnSpan: Int
        var rowSpan: Int
        /// Whether it names its row, or begins with what does.
        var isLabel = false
        /// Whether its words begin with a label of their own.
        var beginsWithLabel = false
        /// Whether it is a title of a header that is rotated.
        var isRotated = false
        /// How many blocks, from the first, name the row in a cell of one row that may say more of it; `nil` for any other cell.
        var nameBlocks: Int?
        /// The places of the owners of its words in reading order, where the words are printed in another: only in a folded header.
        var readingOrder: [Owner: Int] = [:]
        var blocks: [TextBlock]
    }

    /// The totals that pages carry, in rows of as many cells as the first total leaves columns, and one.
    struct CarriedTotals {
        /// The words at the foot and at the head of a page, in the first cell of a row.
        var forward: Row
        var brought: Row
        /// The totals down to each row of the table.
        var rows: [Row]
    }

    var columns: [Table.Column]
    /// Whether it asks for landscape sheets; once it is arranged, whether it goes on them.
    var isLandscape = false
    /// Whether each part of it on a later page shows its header.
    var repeatsHeader = true
    /// The distance from the margin to a table in an item of a list; zero for one that stands by itself.
    var inset = Length.zero
    var location: SourceLocation?
    var spaceBefore: Length
    var spaceAfter: Length
    var anchor: String?
    /// The title over each part of the table but the first.
    var continuedTitle: ShapedText?
    /// The words under each part of the table but the last.
    var overleaf: ShapedText?
    /// What is added to the name of a row where later pages repeat it.
    var continuationMark: ShapedText?
    var header: [Row] = []
    var rows: [Row] = []
    /// The totals at the feet and heads of its parts.
    var carriedTotals: CarriedTotals?
    /// The widths that each column asks for, with the padding of its cells.
    private(set) var demands: [WidthDemand] = []

    /// Finds the widths that the columns ask for, and ties the figures of decimal columns to the short words behind them.
    mutating func measureColumns(theme: Theme) {
        if columns.contains(where: { $0.alignment == .decimal }) { tieFigures() }
        demands = demands(theme: theme)
    }

    /// The widths that the columns ask for. Bands are left out: they have room wherever the columns have. What a cell over several columns
    /// lacks for its longest unbreakable stretch is shared among these.
    ///
    /// - Parameter minimum: returns the narrowest width of a text.
    func demands(theme: Theme, minimum: (ShapedText) -> Length = \.minimumWidth) -> [WidthDemand] {
        var demands = Array(repeating: WidthDemand(), count: columns.count)
        var figures = columns.map { $0.alignment == .decimal ? FigureWidths() : nil }
        var wide: [(columns: Range<Int>, minimum: Length)] = []
        let padding = theme.table.padding.left + theme.table.padding.right
        let totals = carriedTotals.map { [$0.forward, $0.brought] + $0.rows } ?? []
        for rows in [header, rows, totals] {
            var tracker = ColumnTracker(count: columns.count)
            for row in rows {
                WorkMeter.count(row.cells.count)
                for cell in row.cells {
                    let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                    guard column < demands.count, !row.kind.isBand else { continue }
                    let demand =
                        cell.isRotated
                        ? RotatedTitle(cell.blocks, theme: theme).demand
                        : WidthDemand(of: cell.blocks, theme: theme, minimum: minimum)
                    if cell.columnSpan > 1 {
                        let last = min(column + cell.columnSpan, demands.count)
                        wide.append((column..<last, demand.minimum + padding))
                    } else {
                        demands[column].widen(to: demand, inset: padding)
                        if row.kind == .body { figures[column]?.add(cell.blocks) }
                    }
                }
                tracker.endRow()
            }
        }
        for (column, figures) in figures.enumerated() {
            if let width = figures?.aligned { demands[column].widen(toWhole: width + padding) }
        }
        for (columns, minimum) in wide {
            let lacking = minimum - demands[columns].map(\.minimum).total
            guard lacking > .zero else { continue }
            for (index, column) in columns.enumerated() {
                let share = lacking * (index + 1) / columns.count - lacking * index / columns.count
                let wanted = demands[column].minimum + share
                demands[column].widen(to: WidthDemand(whole: wanted, minimum: wanted, natural: wanted))
            }
        }
        return demands
    }

    /// Rotates the titles of the columns that ask for it.
    mutating func rotateTitles(theme: Theme) {
        var tracker = ColumnTracker(count: columns.count)
        for row in header.indices {
            for cell in header[row].cells.indices {
                let own = header[row].cells[cell]
                let column = tracker.place(own.columnSpan, rowSpan: own.rowSpan)
                guard own.columnSpan == 1, column < columns.count, columns[column].rotatesTitle else { continue }
                header[row].cells[cell].isRotated = RotatedTitle(own.blocks, theme: theme).isRotatable
            }
            tracker.endRow()
        }
    }

    /// Keeps the figures of decimal columns with a short word in brackets behind them: `68.69% (Reg 3)`.
    private mutating func tieFigures() {
        var tracker = ColumnTracker(count: columns.count)
        for row in rows.indices {
            for cell in rows[row].cells.indices {
                let own = rows[row].cells[cell]
                let column = tracker.place(own.columnSpan, rowSpan: own.rowSpan)
                guard rows[row].kind == .body, column < columns.count, columns[column].alignment == .decimal else {
                    continue
                }
                for block in own.blocks.indices {
                    guard case .paragraph(var text) = own.blocks[block].content, text.tieFigure() else { continue }
                    rows[row].cells[cell].blocks[block].content = .paragraph(text)
                }
            }
            tracker.endRow()
        }
    }
}

extension [TextBlock] {
    /// The number of blocks, from the first, that name a row: the first one with words, the measure or action with its reference. What follows it in
    /// the same cell, such as a planned outcome, says more of the row.
    ///
    /// - Parameter isMarked: whether the first block says that the row is exempt, and names nothing.
    func countNaming(isMarked: Bool = false) -> Int {
        let mark = isMarked ? 1 : 0
        return dropFirst(mark).firstIndex { !$0.saysNothing }.map { $0 + 1 } ?? 0
    }
}

extension TextBlock {
    /// Whether it is a paragraph without words, as an empty cell has it.
    var saysNothing: Bool {
        guard case .paragraph(let text) = content, symbol == nil else { return false }
        return text.atoms.isEmpty
    }
}
