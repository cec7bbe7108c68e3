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

    /// The height of the text area of a sheet, upright or on its side.
    private var leastPageHeight: Length {
        min(theme.page.textHeight, theme.page.turned(to: .landscape).textHeight)
    }

    /// Lays out a table.
    ///
    /// - Parameter left: the distance from the margin to its left edge, which the measure is without.
    func layout(of table: ShapedTable, measure: Length, left: Length = .zero) -> TableLayout {
        var edges = [left]
        for width in widths(of: table, measure: measure) { edges.append(edges[edges.count - 1] + width) }
        let builder = RowBuilder(columns: table.columns, edges: edges, theme: theme, breaker: breaker)
        let carried = table.carriedTotals.map { builder.rows(table.rows, carrying: $0) }
        var layout = TableLayout(
            style: style,
            edges: edges,
            header: builder.rows(table.header),
            rows: carried?.rows ?? builder.rows(table.rows)
        )
        layout.carry(carried?.totals, page: leastPageHeight)
        let width = edges[edges.count - 1] - left
        if let title = table.continuedTitle {
            layout.continuedTitle = breaker.boxes(of: title, measure: width, alignment: .left)
        }
        if let overleaf = table.overleaf {
            layout.overleaf = breaker.boxes(of: overleaf, measure: width, alignment: .right)
        }
        layout.repeatsHeader = table.repeatsHeader
        layout.anchor = table.anchor
        return layout
    }

    /// The widths that the columns ask for; those that are to be solved are changed until the table is as short as it can be.
    private func widths(of table: ShapedTable, measure: Length) -> [Length] {
        let solution = ColumnSolver.solution(of: table.columns, demands: table.demands, measure: measure) {
            dividedFloors(of: table)
        }
        let solved = table.columns.indices.filter { table.columns[$0].width == .solved }
        if solved.count < 2 { return solution.widths }
        let isTurned = measure > theme.page.measure
        var search = HeightSearch(
            of: table,
            padding: style.padding.left + style.padding.right,
            page: theme.page.turned(to: isTurned ? .landscape : .portrait).textHeight
        )
        return search.improved(
            solution.widths,
            columns: solved,
            demands: table.demands,
            floors: solution.floors
        )
    }

    /// The least widths of columns, with divided words.
    func dividedFloors(of table: ShapedTable) -> WidthFloors {
        WidthFloors(
            table.demands,
            parts: table.demands(theme: theme, minimum: breaker.hyphenatedWidth).map(\.minimum),
            figures: table.demands(theme: theme, minimum: breaker.figureWidth).map(\.minimum)
        )
    }

    /// The narrowest width in which every fixed column has its width and no word is divided.
    func minimumWidth(of table: ShapedTable) -> Length {
        zip(table.columns, table.demands).map { column, demand in
            if case .fixed(let width) = column.width { width } else { demand.minimum }
        }.total
    }
}
