// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// Which cells of a table name which others.
///
/// A cell is named by the headers of every column that it covers, outermost first; by the bands that it stands under,
/// outermost first; and by the row headers of every row that it covers. Said outright for each cell (Headers, ISO 32000-1,
/// table 349), because no reader could work bands out from their place.
struct TableHeaders {
    struct Cell {
        /// What it names; nothing for a cell that names nothing.
        var scope: StructureElement.CellAttributes.Scope?
        var headers: [NodeID] = []
    }

    /// In reading order, those of the header rows first.
    private(set) var cells: [Cell] = []
    private var grid: TableGrid
    /// The headers of each column, outermost first.
    private var columns: [[NodeID]]

    /// - Throws: an ``ExportError`` for a table whose rows do not fill its columns.
    init(of table: Table) throws(ExportError) {
        grid = TableGrid(columns: table.columns.count)
        columns = Array(repeating: [], count: table.columns.count)
        for row in table.header { try addHeader(row) }
        try grid.end()
        let rowHeaders = Self.rowHeaders(of: table.rows)
        var bands: [(level: Int, cell: NodeID)] = []
        for (index, row) in table.rows.enumerated() {
            if case .band(let level) = row.kind { bands.removeAll { $0.level >= level } }
            for cell in row.cells {
                let covered = try grid.place(cell)
                var naming = Cell()
                if case .band(let level) = row.kind {
                    // A band names the rows under it. As the header of its columns it would go on to name those under the
                    // next band.
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

    private mutating func addHeader(_ row: Table.Row) throws(ExportError) {
        for cell in row.cells {
            let covered = try grid.place(cell)
            cells.append(Cell(scope: .column, headers: headers(of: covered)))
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

/// Places cells on a table's columns, and insists that every row fills them.
private struct TableGrid {
    /// For each column, how many rows it is still taken for, the current one included.
    private var taken: [Int]
    private var next = 0

    init(columns: Int) { taken = Array(repeating: 0, count: columns) }

    /// The columns that the next cell of the row covers.
    mutating func place(_ cell: Table.Cell) throws(ExportError) -> Range<Int> {
        while next < taken.count, taken[next] > 0 { next += 1 }
        let covered = next..<next + max(1, cell.columnSpan)
        guard covered.upperBound <= taken.count, cell.rowSpan >= 1, taken[covered].allSatisfy({ $0 == 0 }) else {
            throw ExportError("a cell stands out of the columns of its table")
        }
        for column in covered { taken[column] = cell.rowSpan }
        next = covered.upperBound
        return covered
    }

    mutating func endRow() throws(ExportError) {
        guard taken.allSatisfy({ $0 > 0 }) else { throw ExportError("a row does not fill the columns of its table") }
        for column in taken.indices { taken[column] -= 1 }
        next = 0
    }

    /// No cell goes on below the last row.
    func end() throws(ExportError) {
        guard taken.allSatisfy({ $0 == 0 }) else { throw ExportError("a cell stands out of the rows of its table") }
    }
}
