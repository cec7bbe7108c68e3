// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// A table: one grid, on however many pages.
///
/// Rows list only the cells that begin in them; a cell that spans rows leaves its columns out of the rows below it.
package struct Table: Sendable, Hashable {
    /// What all cells of a column share.
    package struct Column: Sendable, Hashable {
        /// How the width of the column is found.
        package var width: ColumnWidth
        /// How its cells are set between their borders.
        package var alignment: HorizontalAlignment
        /// Whether its cells hold values, whatever words these may be.
        package var holdsFigures: Bool
        /// Whether its cells move under those of the column before it, each after the title of its own column, where a table is folded.
        package var folds: Bool
        /// Whether its title in the header is rotated: it runs upwards, so that the column is as narrow as its values.
        package var rotatesTitle: Bool

        package init(
            width: ColumnWidth = .solved,
            alignment: HorizontalAlignment = .left,
            holdsFigures: Bool = false,
            folds: Bool = false,
            rotatesTitle: Bool = false
        ) {
            self.width = width
            self.alignment = alignment
            self.holdsFigures = holdsFigures
            self.folds = folds
            self.rotatesTitle = rotatesTitle
        }
    }

    /// A row of cells: a header row, a band, or a row of the body.
    package struct Row: Sendable, Hashable {
        /// What a row is.
        package enum Kind: Sendable, Hashable {
            case header
            /// Names the rows below it; level 1 is the outermost.
            case band(level: Int)
            case body

            /// Whether the row names the rows below it.
            package var isBand: Bool { if case .band = self { true } else { false } }
        }

        package var id: NodeID
        /// What the row is, which decides its ground, its header cells and whether it is repeated.
        package var kind: Kind
        /// By what a row of the body is known in every draft: its reference, or its first words.
        package var key: String
        /// The cells that begin in the row, from left to right.
        package var cells: [Cell]
        /// The totals down to the row, as printed, of the columns that carry theirs (``Table/carriedTotals``): `nil` before the first figure of a
        /// column. Empty where they are those of the row above.
        package var totals: [String?] = []

        package init(id: NodeID, kind: Kind, key: String = "", cells: [Cell]) {
            self.id = id
            self.kind = kind
            self.key = key
            self.cells = cells
        }
    }

    /// A cell, over one or more columns and rows.
    package struct Cell: Sendable, Hashable {
        package var id: NodeID
        /// How many columns and rows the cell covers; at least 1.
        package var columnSpan: Int
        package var rowSpan: Int
        /// Whether it names its row or column.
        package var isHeader: Bool
        /// Whether its words begin with a label that the table kind gives them, or with the reference of the row: a folded table then does not put the
        /// title of the column before them. Words in bold that an officer wrote are no label.
        package var beginsWithLabel: Bool
        /// What the cell says; empty for a cell without words.
        package var blocks: [Block]

        package init(
            id: NodeID,
            columnSpan: Int = 1,
            rowSpan: Int = 1,
            isHeader: Bool = false,
            beginsWithLabel: Bool = false,
            blocks: [Block]
        ) {
            self.id = id
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.isHeader = isHeader
            self.beginsWithLabel = beginsWithLabel
            self.blocks = blocks
        }
    }

    /// Which columns carry their totals from page to page, and the words for that.
    ///
    /// The totals are not cells but pagination artifacts: they repeat figures of earlier pages, and a screen reader should read each figure once.
    package struct CarriedTotals: Sendable, Hashable {
        /// From left to right, never the first, in which the words stand.
        package var columns: [Int]
        /// The words at the foot of a page: "Carried forward".
        package var forward: String
        /// The words at the head of the next: "Brought forward".
        package var brought: String

        package init(columns: [Int], forward: String, brought: String) {
            self.columns = columns
            self.forward = forward
            self.brought = brought
        }
    }

    /// From left to right: every cell of the table is in one or spans several.
    package var columns: [Column]
    /// The rows that head the table, and again each part of it on a later page.
    package var header: [Row]
    /// The bands and the rows of the body, in order.
    package var rows: [Row]
    /// What references call it: "Table 3", or `nil` for none. It is printed before its title.
    package var label: String?
    /// The title over it, which is repeated on each page that continues the table.
    package var title: String
    /// The notes that marks in the table refer to.
    package var notes: [Note]
    /// Whether it asks for sheets that lie on their side.
    package var isLandscape: Bool
    /// The name by which links find it.
    package var anchor: String?
    /// The totals that pages carry; `nil` for a table without any.
    package var carriedTotals: CarriedTotals?

    package init(
        columns: [Column],
        header: [Row],
        rows: [Row],
        label: String? = nil,
        title: String = "",
        notes: [Note] = [],
        isLandscape: Bool = false,
        anchor: String? = nil
    ) {
        self.columns = columns
        self.header = header
        self.rows = rows
        self.label = label
        self.title = title
        self.notes = notes
        self.isLandscape = isLandscape
        self.anchor = anchor
    }
}
