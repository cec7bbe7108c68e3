// SPDX-License-Identifier: Apache-2.0

/// The header cells that name each cell of a table.
///
/// A cell is named by the headers of every column that it covers, outermost first; by the bands above it, outermost first; and by the
/// row headers of every row that it covers. They are listed for each cell (Headers, ISO 32000-1, table 349; `headers` in HTML), because
/// no reader could infer bands from their position.
package struct TableHeaders: Sendable, Hashable {
    /// The cells that a header cell names.
    package enum Scope: Sendable, Hashable {
        case row
        case column
    }

    /// The relations of one cell.
    package struct Cell: Sendable, Hashable {
        /// The scope of a header cell; `nil` for a data cell.
        package var scope: Scope?
        /// The header cells that name the cell.
        package var headers: [NodeID] = []
        /// The first column that the cell covers.
        package var column = 0
    }

    /// The relations of all cells in reading order, those of the header rows first.
    package let cells: [Cell]

    /// - Throws: a ``TableShapeError`` for a table whose rows do not fill its columns.
    package init(of table: Table) throws(TableShapeError) {
        var finder = HeaderFinder(columns: table.columns.count)
        try finder.add(table)
        cells = finder.cells
    }
}

/// Why the cells of a table do not form a grid.
package enum TableShapeError: Error, Sendable, Hashable, CustomStringConvertible {
    case cellOutsideColumns
    case rowTooShort
    case cellOutsideRows

    package var description: String {
        switch self {
        case .cellOutsideColumns: "a cell stands out of the columns of its table"
        case .rowTooShort: "a row does not fill the columns of its table"
        case .cellOutsideRows: "a cell stands out of the rows of its table"
        }
    }
}

/// Walks a table row by row, with the headers that are in force.
private struct HeaderFinder {
    private(set) var cells: [TableHeaders.Cell] = []
    private var grid: CellGrid
    /// The headers of each column, outermost first.
    private var columns: [[NodeID]]

    init(columns: Int) {
        grid = CellGrid(columns: columns)
        self.columns = Array(repeating: [], count: columns)
    }

    mutating func add(_ table: Table) throws(TableShapeError) {
        for row in table.header { try addHeader(row) }
        try grid.end()
        let rowHeaders = Self.rowHeaders(of: table.rows)
        var bands: [(level: Int, cell: NodeID)] = []
        for (index, row) in table.rows.enumerated() {
            if case .band(let level) = row.kind { bands.removeAll { $0.level >= level } }
            for cell in row.cells {
                let covered = try grid.place(cell)
                var naming = TableHeaders.Cell(column: covered.lowerBound)
                if case .band(let level) = row.kind {
                    // A band names the rows under it. As the header of its columns it would name those under the next band too.
                    naming.scope = .row
                    naming.headers = bands.map(\.cell)
                    bands.append((level, cell.id))
                } else {
                    naming.headers = headers(of: covered) + bands.map(\.cell)
                    if cell.isHeader {
                        naming.scope = .row
                    } else {
                        for row in rowHeaders[index..<min(index + cell.rowSpan, rowHeaders.count)] {
                            for header in row where !naming.headers.contains(header) { naming.headers.append(header) }
                        }
                    }
                }
                cells.append(naming)
            }
            try grid.endRow()
        }
        try grid.end()
    }

    private mutating func addHeader(_ row: Table.Row) throws(TableShapeError) {
        for cell in row.cells {
            let covered = try grid.place(cell)
            cells.append(
                TableHeaders.Cell(scope: .column, headers: headers(of: covered), column: covered.lowerBound)
            )
            for column in covered { columns[column].append(cell.id) }
        }
        try grid.endRow()
    }

    /// The headers of some columns, each once.
    private func headers(of covered: Range<Int>) -> [NodeID] {
        if covered.count == 1 { return columns[covered.lowerBound] }
        var headers: [NodeID] = []
        for header in columns[covered].joined() where !headers.contains(header) { headers.append(header) }
        return headers
    }

    /// The row headers of each row; one that covers several rows is a header of each.
    private static func rowHeaders(of rows: [Table.Row]) -> [[NodeID]] {
        var headers = [[NodeID]](repeating: [], count: rows.count)
        for (index, row) in rows.enumerated() where row.kind == .body {
            for cell in row.cells where cell.isHeader {
                for covered in index..<min(index + cell.rowSpan, rows.count) { headers[covered].append(cell.id) }
            }
        }
        return headers
    }
}

/// Assigns cells to the columns of a table, and checks that every row fills them.
private struct CellGrid {
    /// For each column, the number of rows for which a cell still occupies it, the current one included.
    private var taken: [Int]
    private var next = 0

    init(columns: Int) { taken = Array(repeating: 0, count: columns) }

    /// The columns that the next cell of the row covers.
    mutating func place(_ cell: Table.Cell) throws(TableShapeError) -> Range<Int> {
        while next < taken.count, taken[next] > 0 { next += 1 }
        let covered = next..<next + max(1, cell.columnSpan)
        guard covered.upperBound <= taken.count, cell.rowSpan >= 1, taken[covered].allSatisfy({ $0 == 0 }) else {
            throw .cellOutsideColumns
        }
        for column in covered { taken[column] = cell.rowSpan }
        next = covered.upperBound
        return covered
    }

    mutating func endRow() throws(TableShapeError) {
        guard taken.allSatisfy({ $0 > 0 }) else { throw .rowTooShort }
        for column in taken.indices { taken[column] -= 1 }
        next = 0
    }

    /// Checks that no cell goes on below the last row.
    func end() throws(TableShapeError) {
        guard taken.allSatisfy({ $0 == 0 }) else { throw .cellOutsideRows }
    }
}
