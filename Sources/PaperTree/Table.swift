// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// A table: one grid, on however many pages.
///
/// Rows list only the cells that begin in them; a cell that spans rows leaves its columns out of the rows below it.
package struct Table: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package var width: ColumnWidth
        package var alignment: HorizontalAlignment
        /// Whether its cells hold values, whatever words these may be.
        package var holdsFigures: Bool

        package init(
            width: ColumnWidth = .solved,
            alignment: HorizontalAlignment = .left,
            holdsFigures: Bool = false
        ) {
            self.width = width
            self.alignment = alignment
            self.holdsFigures = holdsFigures
        }
    }

    package struct Row: Sendable, Hashable {
        /// What a row is.
        package enum Kind: Sendable, Hashable {
            case header
            /// Names the rows below it; level 1 is the outermost.
            case band(level: Int)
            case body

            package var isBand: Bool { if case .band = self { true } else { false } }
        }

        package var id: NodeID
        package var kind: Kind
        /// By what a row of the body is known in every draft: its reference, or its first words.
        package var key: String
        package var cells: [Cell]

        package init(id: NodeID, kind: Kind, key: String = "", cells: [Cell]) {
            self.id = id
            self.kind = kind
            self.key = key
            self.cells = cells
        }
    }

    package struct Cell: Sendable, Hashable {
        package var id: NodeID
        package var columnSpan: Int
        package var rowSpan: Int
        /// Whether it names its row or column.
        package var isHeader: Bool
        package var blocks: [Block]

        package init(
            id: NodeID,
            columnSpan: Int = 1,
            rowSpan: Int = 1,
            isHeader: Bool = false,
            blocks: [Block]
        ) {
            self.id = id
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.isHeader = isHeader
            self.blocks = blocks
        }
    }

    package var columns: [Column]
    package var header: [Row]
    package var rows: [Row]
    /// What it is called in its heading: stands again where it continues on a page.
    package var title: String
    package var notes: [Note]
    /// Whether it asks for sheets that lie on their side.
    package var isLandscape: Bool
    /// The name by which links find it.
    package var anchor: String?

    package init(
        columns: [Column],
        header: [Row],
        rows: [Row],
        title: String = "",
        notes: [Note] = [],
        isLandscape: Bool = false,
        anchor: String? = nil
    ) {
        self.columns = columns
        self.header = header
        self.rows = rows
        self.title = title
        self.notes = notes
        self.isLandscape = isLandscape
        self.anchor = anchor
    }
}
