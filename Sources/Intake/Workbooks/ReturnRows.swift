// SPDX-License-Identifier: Apache-2.0

import Formats
import WorkspaceFiles

/// The rows of a table of a return as texts, each under the names of its columns.
struct ReturnRows {
    var columns: [String]
    /// As many cells in each as there are columns.
    var rows: [[String]]

    init(columns: [String], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// The rows of a file or a sheet, without empty rows and what is above the names of the columns.
    init(of source: any RowSource, table: ReturnTable) {
        let known = table.columns
        let head = DataTable.headerRow(of: source, columns: known) { _ in false }
        guard source.rows.indices.contains(head) else {
            self.init(columns: [])
            return
        }
        let names = source.rows[head].map { source.string($0).columnName }
        let width = names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        let isKnown = Dictionary(known.map { ($0.name, $0.name) }) { first, _ in first }
        let rows = source.rows.dropFirst(head + 1).map { row in
            (0..<width).map { column in
                guard column < row.count else { return "" }
                let cell = row.lowerBound + column
                return source.date(cell) ?? source.markdown(cell) ?? source.string(cell)
            }
        }
        self.init(
            columns: names.prefix(width).map { isKnown[$0.lowercased()] ?? $0 },
            rows: rows.filter { row in row.contains { !$0.isEmpty } }
        )
    }

    /// The cells of a column, or `nil` if there is none of the name.
    func cells(of column: String) -> [String]? {
        columns.firstIndex(of: column).map { index in rows.map { $0[index] } }
    }

    /// The same rows with other columns, of which each cell is made from the row.
    func with(columns: [String], cell: (_ row: Int, _ column: String) -> String) -> ReturnRows {
        ReturnRows(columns: columns, rows: rows.indices.map { row in columns.map { cell(row, $0) } })
    }
}

extension ReturnTable {
    /// The columns that every council knows.
    var columns: [DataColumn] {
        switch self {
        case .actions: PlanItemColumns.actions
        case .activity: PlanItemColumns.activities
        case .indicators, .formerIndicators: IndicatorColumns.all
        }
    }
}
