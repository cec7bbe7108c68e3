// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

// The totals of columns at the foot of each part of a table but the last, and at the head of each but the first.
//
// The engine that divides pages adds nothing up: composition gives every row the totals down to it, which are shaped with the table, and the end of a
// page says only which row's they are.
extension TableLayout {
    struct CarriedTotals {
        /// The cells of the words at the foot and at the head, before the first total.
        var forward: Cell
        var brought: Cell
        /// The cells of the totals down to each row, without boxes for columns that have none.
        var rows: [[Cell]]
        /// The height of a line of totals, with its padding.
        var height = Length.zero
    }

    /// The part of a page that a line of totals at the foot, and one at the head, take at most, as its divisor.
    private static let leastPartOfTotals = 4

    /// Gives the table the totals that its parts carry, unless they take too much of a page: more than their part of it, or more than the header, the
    /// bands and the words under a part leave of the half that a page may repeat. Every part has them or none.
    ///
    /// - Returns: whether the table has them.
    mutating func carry(_ totals: CarriedTotals, page: Length) -> Bool {
        var totals = totals
        let cells = [totals.forward, totals.brought] + totals.rows.joined()
        totals.height = (cells.map(\.boxes.height).max() ?? .zero) + style.padding.top + style.padding.bottom
        let bands = rows.map { row in row.bands.map { rows[$0].continuedHeight }.total }.max() ?? .zero
        let head = (repeatsHeader && headerHeight <= page ? headerHeight : .zero) + bands
        let both = totals.height * 2
        if both > page / Self.leastPartOfTotals || head + both + overleafHeight(on: page) > page / 2 { return false }
        carriedTotals = totals
        return true
    }

    /// The height of a line of totals: zero for a table without any.
    var carriedHeight: Length { carriedTotals?.height ?? .zero }

    /// The totals of all figures that stand on the pages before, or `nil` if there are none.
    ///
    /// The figure of a row that goes over pages counts where the last of it stands.
    func carriedTotals(before progress: TableProgress) -> [Cell]? {
        guard let rows = carriedTotals?.rows, !progress.isStart, progress.row < rows.count else { return nil }
        var cells = progress.row > 0 ? rows[progress.row - 1] : []
        if progress.isInsideRow {
            let ended = progress.openCells.filter(\.boxes.isEmpty).map(\.cell.column)
            let own = rows[progress.row]
            if cells.isEmpty {
                cells = own
                for index in cells.indices where !ended.contains(cells[index].column) { cells[index].boxes = [] }
            } else {
                for (index, cell) in own.enumerated() where ended.contains(cell.column) { cells[index] = cell }
            }
        }
        return cells.contains { !$0.boxes.isEmpty } ? cells : nil
    }
}

extension FragmentDrawing {
    /// Draws a line of totals.
    ///
    /// - Parameters:
    ///   - words: the cell before them.
    ///   - isFoot: whether it stands under the rows.
    mutating func add(
        totals: [TableLayout.Cell],
        after words: TableLayout.Cell,
        top: Length,
        height: Length,
        isFoot: Bool
    ) {
        for (index, cell) in ([words] + totals).enumerated() {
            add(
                cell,
                boxes: cell.boxes[...],
                top: top,
                height: height,
                fill: nil,
                order: isFoot ? .max - totals.count + index : nil,
                as: .carriedTotal
            )
        }
    }
}
