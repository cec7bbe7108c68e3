// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// The head of the part of a table on one page: its title if the table continues, its header rows, the bands above its first row and the totals that are
/// brought forward; and whether the name of a row that goes on stands over the rest of it.
struct FragmentHead {
    private let isContinued: Bool
    /// The part of a page that the name of a row takes at most where it is repeated, as its divisor.
    static let leastPartOfNames = 4

    /// What is repeated: of the title, the name of the row, the totals, the bands and the header, as much as takes no more than half of a page with what
    /// stands under the part, the title being left out first and the header last.
    private let hasTitle: Bool
    /// The totals that are brought forward.
    let totals: [TableLayout.Cell]?
    /// The rows of the repeated bands, outermost first.
    private let bands: [Int]
    private let hasHeader: Bool
    let height: Length
    /// The height of the names that are repeated inside the first row, under the head: zero for none.
    let nameHeight: Length

    init(of table: TableLayout, progress: TableProgress, page: Length) {
        isContinued = !progress.isStart
        guard isContinued else {
            (hasTitle, totals, bands, hasHeader, height, nameHeight) = (false, nil, [], true, table.headerHeight, .zero)
            return
        }
        let above = progress.row < table.rows.count ? table.rows[progress.row].bands : []
        let header = table.repeatsHeader ? table.headerHeight : .zero
        let headerAndBands = header + above.map { table.rows[$0].continuedHeight }.total
        let whole = headerAndBands + table.continuedTitleHeight
        let most = page / 2 - table.footHeight(on: page)
        let names = progress.openCells.filter(\.followsKey).map(\.cell.keyHeight).max() ?? .zero
        hasHeader = table.repeatsHeader && header <= most
        bands = headerAndBands <= most ? above : []
        let least = !bands.isEmpty ? headerAndBands : hasHeader ? header : .zero
        let carried = table.carriedTotals(before: progress)
        totals = least + table.carriedHeight <= most ? carried : nil
        let total = totals == nil ? .zero : table.carriedHeight
        nameHeight = names <= page / Self.leastPartOfNames && least + total + names <= most ? names : .zero
        hasTitle = whole + total + nameHeight <= most && (carried == nil) == (totals == nil)
        height = (hasTitle ? whole : least) + total
    }

    /// Draws the head of a table at the top of a part.
    func draw(_ table: TableLayout, into drawing: inout FragmentDrawing) {
        var y = Length.zero
        if hasTitle {
            drawing.add(title: table.continuedTitle)
            y += table.continuedTitleHeight
        }
        for row in hasHeader ? table.header : [] {
            for cell in row.cells {
                drawing.add(
                    cell,
                    boxes: cell.boxes[...],
                    top: y,
                    height: table.headerHeight(of: cell, in: row),
                    fill: table.fill(of: row),
                    as: isContinued ? .repeatedHeader : nil
                )
            }
            y += row.height
        }
        for row in bands.map({ table.rows[$0] }) {
            guard let cell = row.continued else { continue }
            drawing.add(
                cell,
                boxes: cell.boxes[...],
                top: y,
                height: row.continuedHeight,
                fill: table.fill(of: row),
                as: .continuedBand
            )
            y += row.continuedHeight
        }
        if let totals, let words = table.carriedTotals?.brought {
            drawing.add(totals: totals, after: words, top: y, height: table.carriedHeight, isFoot: false)
        }
    }
}

extension TableLayout {
    /// The height of the words under a part that the table continues, with the space above them: zero on a page of which they would take more than
    /// half.
    func overleafHeight(on page: Length) -> Length {
        let height = overleaf.height + (style.padding.top + style.padding.bottom) / 2
        return overleaf.isEmpty || height > page / 2 ? .zero : height
    }

    /// The height under a part that is not the last: the carried totals and the overleaf words.
    func footHeight(on page: Length) -> Length { overleafHeight(on: page) + carriedHeight }

    fileprivate var continuedTitleHeight: Length {
        continuedTitle.isEmpty ? .zero : continuedTitle.height + style.padding.bottom
    }

    fileprivate func headerHeight(of cell: Cell, in row: Row) -> Length {
        guard cell.rowSpan > 1,
            let index = header.firstIndex(where: {
                $0.cells.contains { $0.column == cell.column && $0.rowSpan == cell.rowSpan }
            })
        else { return row.height }
        return header[index..<min(index + cell.rowSpan, header.count)].map(\.height).total
    }

    /// The colour behind the cells of a row, or `nil` for none: white is that of the paper.
    func fill(of row: Row) -> Colour? {
        let fill: Colour? =
            switch row.kind {
            case .header: style.headerFill
            case .band(let level):
                style.bandFills.isEmpty ? nil : style.bandFills[min(level, style.bandFills.count) - 1]
            case .body: nil
            }
        return fill == .white ? nil : fill
    }
}
