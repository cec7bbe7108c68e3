// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// A table whose lines are broken and whose rows have heights, ready to be divided over pages.
struct TableLayout {
    struct Row {
        var kind: Table.Row.Kind
        var cells: [Cell]
        /// The height of every cell that ends in this row.
        var height: Length
        /// The rows of the bands above it, outermost first: a page that begins with the row repeats them.
        var bands: [Int] = []
        /// The note marks in the cells that begin in it.
        var marks: [NoteMark] = []
        /// The cell of a band when it is repeated on a later page, and its height.
        var continued: Cell?
        var continuedHeight = Length.zero
        /// Whether the bar of exempt passages is beside it.
        var isBesideBar = false
    }

    /// The bar beside rows that are not for publication.
    struct ExemptBar {
        /// The distance of its centre line from the margin, at the left of the table.
        var x: Length
        var thickness: Length
        var colour: Colour
    }

    struct Cell {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        /// Whether it names its row, so that each page that the row is divided over shows it.
        var isLabel = false
        /// Whether it is a title that is rotated, which stands at the foot of its header.
        var isRotated = false
        /// How many boxes, from the first, name the row in a cell that says more of it: each page that it goes on to shows them. Zero for any other
        /// cell.
        var nameCount = 0
        /// The name as later pages repeat it, with the mark that the row goes on; empty for any other cell, and where it would take more than a quarter
        /// of a page. It makes no row higher: a mark on a line of its own is shown only if the row has room for it.
        var continuedName: [Box] { layOutContinuedName() }
        /// Breaks the lines of ``continuedName``, which few rows need: those that go over a page.
        var layOutContinuedName: () -> [Box] = { [] }
        /// The first lines of a name that pages may divide, which are repeated where all of it has no room; empty for any other cell.
        var firstLinesOfName: [Box] = []
        /// The places of the owners of its words in reading order, where that is not the order of its boxes.
        var readingOrder: [Owner: Int] = [:]
        var boxes: [Box]

        /// What names the row, before other words of the cell; empty for a cell that names nothing.
        var name: ArraySlice<Box> { !isLabel ? [] : nameCount > 0 ? boxes.prefix(nameCount) : boxes[...] }

        /// The name as later pages repeat it over the rest of the cell: with the mark if that takes no line of its own.
        var repeatedName: ArraySlice<Box> {
            let continued = continuedName
            return continued.isEmpty || continued.height > name.height ? name : continued[...]
        }

        /// What is repeated over the rest of the cell: its name, or the first lines of a long one.
        var key: ArraySlice<Box> { isLabel && !firstLinesOfName.isEmpty ? firstLinesOfName[...] : repeatedName }

        /// The height of the key with the space under it, where the rest of the cell is under it.
        var keyHeight: Length {
            let key = key
            guard let last = key.last else { return .zero }
            if !firstLinesOfName.isEmpty { return key.height + last.height / 4 }
            let count = name.count
            return key.height + (count < boxes.count ? boxes[count].spaceBefore : .zero)
        }
    }

    var style: Theme.TableStyle
    /// The left edges of the columns, and the right edge of the last.
    var edges: [Length]
    var header: [Row]
    /// Whether each part on a later page shows the header.
    var repeatsHeader = true
    let rows: [Row]
    /// The distance from the first row to each row, and to the end.
    let tops: [Length]
    /// The title over each part but the first, and the words under each part but the last.
    var continuedTitle: [Box] = []
    var overleaf: [Box] = []
    /// The totals at the feet and heads of its parts; `nil` for a table without any.
    var carriedTotals: CarriedTotals?
    /// Whether its parts would carry totals if these had room.
    var lacksRoomForTotals = false
    var spaceBefore = Length.zero
    /// The height of what stays with the last row: the notes under the table and a signature behind it, with the space before them.
    var tailHeight = Length.zero
    var anchor: String?
    /// Whether it goes to the next page whole, with the lines that go along, where no more of the page would be empty than a theme leaves empty for a row:
    /// a small table on a section's last page (``Paginator``).
    var isKeptWhole = false
    /// Whether its last row may be alone on a page if that is of more than four lines, since its section would have a page more.
    var leavesHighRowAlone = false
    /// `nil` where rows have none.
    var exemptBar: ExemptBar?

    init(style: Theme.TableStyle, edges: [Length], header: [Row], rows: [Row]) {
        self.style = style
        self.edges = edges
        self.header = header
        self.rows = rows
        tops = rows.reduce(into: [.zero]) { tops, row in tops.append(tops[tops.count - 1] + row.height) }
    }

    var headerHeight: Length { header.map(\.height).total }

    /// Whether a title that should run upwards stands upright, since its column is narrower than a line of it.
    var holdsUprightTitle: Bool {
        header.contains { row in row.cells.contains { $0.isRotated && !$0.boxes.isEmpty && !$0.boxes.holdRotatedText } }
    }

    /// A copy whose header is among its rows, so that it is divided as they are and never repeated: for a header that is higher than
    /// a page.
    var withHeaderAmongRows: TableLayout {
        var rows = header + rows
        for index in header.count..<rows.count { rows[index].bands = rows[index].bands.map { $0 + header.count } }
        var table = TableLayout(style: style, edges: edges, header: [], rows: rows)
        table.continuedTitle = continuedTitle
        table.overleaf = overleaf
        table.carriedTotals = carriedTotals
        table.carriedTotals?.rows.insert(contentsOf: header.map { _ in [] }, at: 0)
        table.spaceBefore = spaceBefore
        table.tailHeight = tailHeight
        table.anchor = anchor
        table.exemptBar = exemptBar
        return table
    }
}
