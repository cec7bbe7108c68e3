// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Chooses how a table stands on pages: upright, on sheets that lie on their side, or folded into fewer columns.
///
/// A table stays upright while its words are whole there, unless its columns are so narrow that turned sheets save more pages than the one that is
/// begun for them. Where words have to be divided, it goes where less is divided. It is folded if its kind says how and the theme asks for it, when
/// that makes it shorter, and whatever its kind, if not even its figures would be whole on turned sheets.
struct TableArranger {
    /// Pages are compared by this many rows of a long table.
    private static let mostRows = 60
    /// The part of an upright page from which on columns are called narrow: as much as their longest words take.
    private static let narrow = 0.7

    let tables: TableBuilder
    private var theme: Theme { tables.theme }

    /// The table as it is to be laid out: itself, or folded.
    func arranged(_ table: ShapedTable) -> ShapedTable {
        if theme.table.folds, table.columns.contains(where: \.folds) {
            var best = (table: table, pages: pages(of: table))
            for columns in foldings(of: table) {
                guard let folded = fold(table, where: columns.contains) else { continue }
                let pages = pages(of: folded)
                if pages < best.pages { best = (folded, pages) }
            }
            return best.table
        }
        let measure = theme.page.turned(to: .landscape).measure
        guard tables.minimumWidth(of: table) > measure,
            tables.dividedFloors(of: table).level(of: Array(table.columns.indices), within: measure) == nil
        else { return table }
        return fold(table) { _ in true } ?? table
    }

    private func fold(_ table: ShapedTable, where folds: (Int) -> Bool) -> ShapedTable? {
        table.folded(shaper: tables.breaker.shaper, theme: theme, where: folds)
    }

    /// The columns that fold, and without the last of them if it is one of prose, which can stand beside the others.
    private func foldings(of table: ShapedTable) -> [Set<Int>] {
        let all = Set(table.columns.indices.filter { table.columns[$0].folds })
        let last = table.columns.count - 1
        guard table.columns.count > 2, table.demands[last].natural > theme.page.measure else { return [all] }
        return [all, all.subtracting([last])]
    }

    /// Whether a table goes on sheets that lie on their side.
    func wantsLandscape(_ table: ShapedTable) -> Bool {
        if table.isLandscape { return !table.header.isEmpty || !table.rows.isEmpty }
        let upright = theme.page.measure
        let turned = theme.page.turned(to: .landscape).measure
        let minimum = tables.minimumWidth(of: table)
        // Wherever words are divided, fewer are in wider columns.
        if turned <= upright { return false }
        if minimum > upright { return true }
        guard minimum > upright * Self.narrow, table.leastHeight(in: upright) > theme.page.textHeight else {
            return false
        }
        return pages(of: table, .landscape) + 1 < pages(of: table, .portrait)
    }

    /// How many pages a table takes, with the one that is begun for turned sheets.
    private func pages(of table: ShapedTable) -> Double {
        wantsLandscape(table) ? pages(of: table, .landscape) + 1 : pages(of: table, .portrait)
    }

    /// How many pages a table fills, by the height of its first rows.
    private func pages(of table: ShapedTable, _ orientation: Orientation) -> Double {
        let page = theme.page.turned(to: orientation)
        var sample = table
        let part = Double(table.rows.count) / Double(max(1, min(table.rows.count, Self.mostRows)))
        if part > 1 { sample.rows = Array(table.rows.prefix(Self.mostRows)) }
        let layout = tables.layout(of: sample, measure: page.measure)
        let title = layout.continuedTitle.height
        let head = title + (layout.repeatsHeader ? layout.headerHeight : .zero)
        let room = max(page.textHeight / 4, page.textHeight - head)
        let first = layout.headerHeight - (layout.repeatsHeader ? layout.headerHeight : .zero)
        let body = layout.rows.map(\.height).total
        return (first.points + body.points * part) / room.points
    }
}

extension ShapedTable {
    /// The height of the table if its cells were filled with words to the last corner.
    fileprivate func leastHeight(in measure: Length) -> Length {
        var area = 0.0
        for row in rows {
            for cell in row.cells {
                for case .paragraph(let text) in cell.blocks.map(\.content) {
                    area += text.naturalWidth.points * text.leading.points
                }
            }
        }
        return .points(area / max(1, measure.points))
    }
}
