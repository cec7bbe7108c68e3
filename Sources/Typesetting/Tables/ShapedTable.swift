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
    }

    struct Cell {
        var columnSpan: Int
        var rowSpan: Int
        /// Whether it names its row.
        var isLabel = false
        var blocks: [TextBlock]
    }

    var columns: [Table.Column]
    /// Whether it asks for landscape sheets.
    var isLandscape = false
    var location: SourceLocation?
    var spaceBefore: Length
    var spaceAfter: Length
    var anchor: String?
    /// The title over each part of the table but the first.
    var continuedTitle: ShapedText?
    /// The words under each part of the table but the last.
    var overleaf: ShapedText?
    var header: [Row] = []
    var rows: [Row] = []
    /// The widths that each column asks for, with the padding of its cells.
    private(set) var demands: [WidthDemand] = []

    /// Finds the widths that the columns ask for. Bands are left out: they have room wherever the columns have. What a cell over several
    /// columns lacks for its longest unbreakable stretch is shared among these.
    ///
    /// - Parameter minimum: returns the narrowest width of a text.
    mutating func measureColumns(theme: Theme, minimum: (ShapedText) -> Length = \.minimumWidth) {
        demands = Array(repeating: WidthDemand(), count: columns.count)
        var wide: [(columns: Range<Int>, minimum: Length)] = []
        let padding = theme.table.padding.left + theme.table.padding.right
        for rows in [header, rows] {
            var tracker = ColumnTracker(count: columns.count)
            for row in rows {
                WorkMeter.count(row.cells.count)
                for cell in row.cells {
                    let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                    guard column < demands.count, !row.kind.isBand else { continue }
                    let demand = WidthDemand(of: cell.blocks, theme: theme, minimum: minimum)
                    if cell.columnSpan > 1 {
                        let last = min(column + cell.columnSpan, demands.count)
                        wide.append((column..<last, demand.minimum + padding))
                    } else {
                        demands[column].widen(to: demand.minimum + padding, demand.natural + padding)
                    }
                }
                tracker.endRow()
            }
        }
        for (columns, minimum) in wide {
            let lacking = minimum - demands[columns].map(\.minimum).total
            guard lacking > .zero else { continue }
            for (index, column) in columns.enumerated() {
                let share = lacking * (index + 1) / columns.count - lacking * index / columns.count
                let wanted = demands[column].minimum + share
                demands[column].widen(to: wanted, wanted)
            }
        }
    }
}

/// The widths that blocks ask of their column.
struct WidthDemand {
    /// The width of the longest unbreakable stretch.
    var minimum = Length.zero
    /// The width of the longest line if none is broken.
    var natural = Length.zero

    /// The demand of blocks one under another.
    init(of blocks: [TextBlock], theme: Theme, minimum: (ShapedText) -> Length) {
        for block in blocks {
            switch block.content {
            case .paragraph(let text):
                let inset = block.symbol?.width ?? .zero
                widen(to: minimum(text) + inset, text.naturalWidth + inset)
            case .list(let items):
                let inset = theme.list.inset(of: items.map(\.marker))
                for item in items {
                    let inner = WidthDemand(of: item.blocks, theme: theme, minimum: minimum)
                    widen(to: inner.minimum + inset, inner.natural + inset)
                }
            case .quotation(let quoted):
                let inner = WidthDemand(of: quoted, theme: theme, minimum: minimum)
                let indents = theme.quotation.indent * 2
                widen(to: inner.minimum + indents, inner.natural + indents)
            case .sparkline: widen(to: Sparkline.width / 2, Sparkline.width)
            }
        }
    }

    init() {}

    /// Takes the larger of both demands.
    mutating func widen(to minimum: Length, _ natural: Length) {
        self.minimum = max(self.minimum, minimum)
        self.natural = max(self.natural, natural)
    }
}
