// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Lays out a shaped table in a measure: solves the widths of its columns, breaks the lines of its cells, and gives its rows their
/// heights.
struct TableBuilder {
    let theme: Theme
    let breaker: LineBreaker

    private var style: Theme.TableStyle { theme.table }

    /// Lays out a table.
    func layout(of table: ShapedTable, measure: Length) -> TableLayout {
        var edges = [Length.zero]
        for width in widths(of: table, measure: measure) { edges.append(edges[edges.count - 1] + width) }
        let builder = RowBuilder(columns: table.columns, edges: edges, theme: theme, breaker: breaker)
        var layout = TableLayout(
            style: style,
            edges: edges,
            header: builder.rows(table.header),
            rows: builder.rows(table.rows)
        )
        let width = edges[edges.count - 1]
        if let title = table.continuedTitle {
            layout.continuedTitle = breaker.boxes(of: title, measure: width, alignment: .left)
        }
        if let overleaf = table.overleaf {
            layout.overleaf = breaker.boxes(of: overleaf, measure: width, alignment: .right)
        }
        layout.anchor = table.anchor
        return layout
    }

    /// The widths that the columns ask for; those that are to be solved are changed until the table is as short as it can be.
    private func widths(of table: ShapedTable, measure: Length) -> [Length] {
        let widths = ColumnSolver.widths(of: table.columns, demands: table.demands, measure: measure) {
            var hyphenated = table
            hyphenated.measureColumns(theme: theme, minimum: breaker.hyphenatedWidth)
            return hyphenated.demands.map(\.minimum)
        }
        let solved = table.columns.indices.filter { table.columns[$0].width == .solved }
        if solved.count < 2 { return widths }
        let search = HeightSearch(of: table, padding: style.padding.left + style.padding.right)
        return search.improved(widths, columns: solved, demands: table.demands)
    }

    /// The narrowest width in which every fixed column has its width and no word is divided.
    func minimumWidth(of table: ShapedTable) -> Length {
        zip(table.columns, table.demands).map { column, demand in
            if case .fixed(let width) = column.width { width } else { demand.minimum }
        }.total
    }

    /// Whether a table asks for landscape sheets, or its columns can hold their longest words on these and not on upright ones.
    func wantsLandscape(_ table: ShapedTable) -> Bool {
        if table.isLandscape { return !table.header.isEmpty || !table.rows.isEmpty }
        let minimum = minimumWidth(of: table)
        return minimum > theme.page.measure && minimum <= theme.page.turned(to: .landscape).measure
    }
}
