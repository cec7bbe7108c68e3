// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// The cells of rows with the places that they begin at.
package struct TableGrid {
    struct PlacedCell {
        var row: Int
        var column: Int
        var cell: Table.Cell
    }

    private(set) var cells: [PlacedCell] = []

    package init(rows: [Table.Row], columns: Int) {
        var taken: Set<[Int]> = []
        for (row, content) in rows.enumerated() {
            var column = 0
            for cell in content.cells {
                while taken.contains([row, column]) { column += 1 }
                for below in row..<row + cell.rowSpan {
                    for beside in column..<column + cell.columnSpan { taken.insert([below, beside]) }
                }
                cells.append(PlacedCell(row: row, column: column, cell: cell))
            }
        }
    }

    /// Rows of the same kinds without one of them; cells that go over it are a row shorter.
    package func rows(_ rows: [Table.Row], without dropped: Int) -> [Table.Row] {
        var left = rows
        left.remove(at: dropped)
        for row in left.indices { left[row].cells = [] }
        let kept = cells.compactMap { placed in
            var placed = placed
            if (placed.row..<placed.row + placed.cell.rowSpan).contains(dropped) { placed.cell.rowSpan -= 1 }
            if placed.row > dropped { placed.row -= 1 }
            return placed.cell.rowSpan > 0 ? placed : nil
        }
        for placed in kept.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
            left[placed.row].cells.append(placed.cell)
        }
        return left
    }
}
