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
    ///
    /// - Parameter kind: what a column holds: emphasis of words is kept as Markdown, and dates of cells as dates.
    init(of source: any RowSource, table: ReturnTable, kind: (_ column: String) -> ReturnColumnKind) {
        let known = table.columns
        let head = DataTable.headerRow(of: source, columns: known) { _ in false }
        guard source.rows.indices.contains(head) else {
            self.init(columns: [])
            return
        }
        let names = source.rows[head].map { source.string($0).columnName }
        let width = names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        let isKnown = Dictionary(known.map { ($0.name, $0.name) }) { first, _ in first }
        let columns = names.prefix(width).map { isKnown[$0.lowercased()] ?? $0 }
        let kinds = columns.map(kind)
        let rows = source.rows.dropFirst(head + 1).map { row in
            (0..<width).map { column in
                guard column < row.count else { return "" }
                let cell = row.lowerBound + column
                return switch kinds[column] {
                case .date: source.date(cell) ?? source.string(cell)
                case .words: source.markdown(cell) ?? source.string(cell)
                case .unit, .reference, .figure: source.string(cell)
                }
            }
        }
        self.init(
            columns: columns,
            rows: rows.filter { row in row.contains { !$0.isEmpty } }
        )
    }

    /// The cells of a column, or `nil` if there is none of the name.
    func cells(of column: String) -> [String]? {
        columns.firstIndex(of: column).map { index in rows.map { $0[index] } }
    }

    /// Adds an empty column at the end if there is none of the name.
    mutating func add(column: String) {
        if columns.contains(column) { return }
        columns.append(column)
        for index in rows.indices { rows[index].append("") }
    }

    /// The same rows with other columns, of which each cell is made from the row.
    func with(columns: [String], cell: (_ row: Int, _ column: String) -> String) -> ReturnRows {
        ReturnRows(columns: columns, rows: rows.indices.map { row in columns.map { cell(row, $0) } })
    }
}

/// What the cells of a column of a return hold.
enum ReturnColumnKind {
    case unit, reference, date, figure, words
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
