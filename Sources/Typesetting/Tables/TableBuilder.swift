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

    /// The sheets that have a measure.
    private func page(_ measure: Length) -> Theme.PageStyle {
        theme.page.turned(to: measure > theme.page.measure ? .landscape : .portrait)
    }

    /// The left edges of the columns of a table, and the right edge of the last, without laying out its rows.
    func edges(of table: ShapedTable, measure: Length, left: Length = .zero) -> [Length] {
        widths(of: table, measure: measure).reduce(into: [left]) { edges, width in
            edges.append(edges[edges.count - 1] + width)
        }
    }

    /// Lays out a table.
    ///
    /// - Parameter left: the distance from the margin to its left edge, which the measure is without.
    func layout(of table: ShapedTable, measure: Length, left: Length = .zero) -> TableLayout {
        let edges = edges(of: table, measure: measure, left: left)
        var theme = theme
        theme.page = page(measure)
        var builder = RowBuilder(of: table, edges: edges, theme: theme, breaker: breaker)
        // The rows come first: titles are aligned with the figures under them.
        var totals: TableLayout.CarriedTotals?
        let rows: [TableLayout.Row]
        if let carried = table.carriedTotals {
            let built = builder.rows(table.rows, carrying: carried)
            rows = built.rows
            totals = built.totals
        } else {
            rows = builder.rows(table.rows)
        }
        var layout = TableLayout(style: style, edges: edges, header: builder.rows(table.header), rows: rows)
        let width = edges[edges.count - 1] - left
        layout.repeatsHeader = table.repeatsHeader
        if let title = table.continuedTitle {
            layout.continuedTitle = breaker.boxes(of: title, measure: width, alignment: .left)
        }
        if let overleaf = table.overleaf {
            layout.overleaf = breaker.boxes(of: overleaf, measure: width, alignment: .right)
        }
        if let totals { layout.lacksRoomForTotals = !layout.carry(totals, page: leastPageHeight) }
        layout.anchor = table.anchor
        layout.exemptBar = exemptBar(left: left)
        return layout
    }

    /// The bar beside rows that are not for publication: as far outside the left edge of the table as beside a passage, if the sheet has room there.
    private func exemptBar(left: Length) -> TableLayout.ExemptBar? {
        guard let style = theme.exempt, theme.page.margins.left + left >= style.outside + style.bar / 2 else {
            return nil
        }
        return TableLayout.ExemptBar(x: left - style.outside, thickness: style.bar, colour: theme.body.text.colour)
    }

    /// The widths that the columns ask for; those that are to be solved are changed until the table is as short as it can be, and any that are not fixed
    /// so that statuses stay on one line where it gets no higher.
    private func widths(of table: ShapedTable, measure: Length) -> [Length] {
        let solution = ColumnSolver.solution(of: table.columns, demands: table.demands, measure: measure) {
            dividedFloors(of: table)
        }
        let solved = table.columns.indices.filter { table.columns[$0].width == .solved }
        var widths = solution.widths
        lazy var search = HeightSearch(
            of: table,
            padding: style.padding.left + style.padding.right,
            page: page(measure).textHeight
        )
        if solved.count > 1 {
            widths = search.improved(widths, columns: solved, demands: table.demands, floors: solution.floors)
        }
        let free = table.columns.indices.filter { !table.columns[$0].width.isFixed }
        guard free.contains(where: { table.demands[$0].status > widths[$0] }) else { return widths }
        return search.keepingStatuses(widths, columns: free, floors: solution.floors)
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
