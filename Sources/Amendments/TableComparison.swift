// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// Compares tables row by row: rows are the same whose keys are.
struct TableComparison {
    /// The keys of rows.
    private(set) var figures = RowKeys()
    private(set) var words = RowKeys()
    private(set) var added = RowKeys()
    private(set) var removed = RowKeys()
    /// Whether rows follow one another otherwise than they did.
    private(set) var isReordered = false
    private(set) var nodes: Set<NodeID> = []

    /// A row with the bands over it.
    private struct Placed {
        var row: Int
        /// The bands over it, outermost first.
        var bands: [String]
        var key: String

        var path: [String] { bands + [key] }
    }

    /// Adds what has changed in the rows.
    ///
    /// - Returns: whether the header or the bands have changed.
    mutating func compare(_ old: Table, _ new: Table) -> Bool {
        let (oldGrid, newGrid) = (CellGrid(old), CellGrid(new))
        let (oldRows, newRows) = (Self.placed(old.rows), Self.placed(new.rows))
        var matches: [Int: Placed] = [:]
        var free = oldRows
        // First those in the same band, then those that have moved to another.
        for path in [\Placed.path, \Placed.key.asPath] {
            var byPath: [[String]: [Placed]] = [:]
            for row in free.reversed() { byPath[row[keyPath: path], default: []].append(row) }
            for row in newRows where matches[row.row] == nil {
                matches[row.row] = byPath[row[keyPath: path]]?.popLast()
            }
            let taken = Set(matches.values.map(\.row))
            free.removeAll { taken.contains($0.row) }
        }
        var last: Set<NodeID> = new.header.first?.nodes ?? []
        var removals = free[...]
        var furthest = -1
        for row in newRows {
            while let lost = removals.first, lost.row < (matches[row.row]?.row ?? -1) {
                remove(lost, after: last)
                removals.removeFirst()
            }
            if let match = matches[row.row] {
                if match.row < furthest, match.bands == row.bands {
                    isReordered = true
                    nodes.formUnion(new.rows[row.row].nodes)
                }
                furthest = max(furthest, match.row)
                compare(oldGrid, match.row, newGrid, row.row, key: row.key)
            } else {
                added.insert(row.key)
                nodes.formUnion(new.rows[row.row].nodes)
            }
            last = new.rows[row.row].nodes
        }
        for lost in removals { remove(lost, after: last) }
        return headerHasChanged(old, new) || bandsHaveChanged(oldRows, newRows, matches, new)
    }

    private mutating func remove(_ row: Placed, after nodes: Set<NodeID>) {
        removed.insert(row.key)
        self.nodes.formUnion(nodes)
    }

    private mutating func compare(_ old: CellGrid, _ oldRow: Int, _ new: CellGrid, _ newRow: Int, key: String) {
        for column in 0..<max(old.columns, new.columns) {
            let (first, second) = (old.cell(oldRow, column), new.cell(newRow, column))
            guard first?.isFirst == true || second?.isFirst == true, first?.text != second?.text else { continue }
            let isFigure =
                new.holdsFigures(column)
                || ComparableText.withoutNumbers(first?.text ?? "") == ComparableText.withoutNumbers(second?.text ?? "")
            if isFigure { figures.insert(key) } else { words.insert(key) }
            nodes.formUnion(second?.nodes ?? new.nodes(ofRow: newRow))
        }
    }

    private mutating func headerHasChanged(_ old: Table, _ new: Table) -> Bool {
        let texts = [old, new].map { $0.header.map { row in row.cells.map { ComparableText.text(of: $0.blocks) } } }
        if texts[0] == texts[1] { return false }
        for row in new.header { nodes.formUnion(row.nodes) }
        return true
    }

    /// Whether equal rows are under other headings.
    private mutating func bandsHaveChanged(
        _ oldRows: [Placed],
        _ newRows: [Placed],
        _ matches: [Int: Placed],
        _ new: Table
    ) -> Bool {
        var hasChanged = false
        for row in newRows {
            guard let match = matches[row.row], match.bands != row.bands else { continue }
            hasChanged = true
            let band = new.rows[..<row.row].last { $0.kind.isBand }
            nodes.formUnion(band?.nodes ?? new.rows[row.row].nodes)
        }
        return hasChanged
    }

    private static func placed(_ rows: [Table.Row]) -> [Placed] {
        var bands: [String] = []
        var placed: [Placed] = []
        for (index, row) in rows.enumerated() {
            switch row.kind {
            case .band(let level):
                bands.removeLast(max(0, bands.count - (level - 1)))
                bands.append(ComparableText.text(of: row.cells.flatMap(\.blocks)))
            case .body, .header: placed.append(Placed(row: index, bands: bands, key: row.key))
            }
        }
        return placed
    }
}

/// The cell at each row and column of a table, with spans resolved.
private struct CellGrid {
    struct Entry {
        var text: String
        var nodes: Set<NodeID>
        /// Whether the cell begins in this place.
        var isFirst: Bool
    }

    let columns: Int
    private let table: Table
    private var entries: [[Entry?]]

    init(_ table: Table) {
        self.table = table
        columns = table.columns.count
        entries = Array(repeating: Array(repeating: nil, count: columns), count: table.rows.count)
        for (row, content) in table.rows.enumerated() {
            var column = 0
            for cell in content.cells {
                while column < columns, entries[row][column] != nil { column += 1 }
                let entry = Entry(text: ComparableText.text(of: cell.blocks), nodes: cell.blocks.nodes, isFirst: false)
                for place in row..<min(row + cell.rowSpan, table.rows.count) {
                    for index in column..<min(column + cell.columnSpan, columns) { entries[place][index] = entry }
                }
                if column < columns { entries[row][column]?.isFirst = true }
                column += cell.columnSpan
            }
        }
    }

    func cell(_ row: Int, _ column: Int) -> Entry? { column < columns ? entries[row][column] : nil }

    func nodes(ofRow row: Int) -> Set<NodeID> { table.rows[row].nodes }

    func holdsFigures(_ column: Int) -> Bool { column < columns && table.columns[column].holdsFigures }
}

extension String {
    fileprivate var asPath: [String] { [self] }
}

/// Keys in their order, each once.
struct RowKeys {
    private(set) var keys: [String] = []
    private var known: Set<String> = []

    mutating func insert(_ key: String) {
        if known.insert(key).inserted { keys.append(key) }
    }
}
