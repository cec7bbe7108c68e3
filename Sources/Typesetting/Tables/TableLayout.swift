// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// A table whose lines are broken and whose rows have heights: what is left is where pages end.
struct TableLayout {
    struct Row {
        var kind: Table.Row.Kind
        var cells: [Cell]
        /// Enough for every cell that ends in this row.
        var height: Length
        /// The bands that it stands under, outermost first, by their rows: what a page that begins with it repeats.
        var bands: [Int] = []
        /// The marks of notes in cells that begin in it.
        var marks: [NoteMark] = []
        /// What a band says when it is repeated, and how high it is then.
        var continued: Cell?
        var continuedHeight = Length.zero
    }

    struct Cell {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        var boxes: [Box]
    }

    var style: Theme.TableStyle
    /// Where columns begin, and where the last ends.
    var edges: [Length]
    var header: [Row]
    let rows: [Row]
    /// How high the rows are before each of them, and before the end.
    let tops: [Length]
    /// Stands over each part but the first, and under each part but the last.
    var continuedTitle: [Box] = []
    var overleaf: [Box] = []
    var spaceBefore = Length.zero
    /// Of the notes that follow it, with the space before them: they stay with its last row.
    var notesHeight = Length.zero
    var anchor: String?

    init(style: Theme.TableStyle, edges: [Length], header: [Row], rows: [Row]) {
        self.style = style
        self.edges = edges
        self.header = header
        self.rows = rows
        tops = rows.reduce(into: [.zero]) { tops, row in tops.append(tops[tops.count - 1] + row.height) }
    }

    var headerHeight: Length { header.map(\.height).total }

    /// The same with its header among its rows, where it is divided as they are and never repeated: for a header that is
    /// higher than a page.
    var withHeaderAmongRows: TableLayout {
        var rows = header + rows
        for index in header.count..<rows.count { rows[index].bands = rows[index].bands.map { $0 + header.count } }
        var table = TableLayout(style: style, edges: edges, header: [], rows: rows)
        table.continuedTitle = continuedTitle
        table.overleaf = overleaf
        table.spaceBefore = spaceBefore
        table.notesHeight = notesHeight
        table.anchor = anchor
        return table
    }
}
