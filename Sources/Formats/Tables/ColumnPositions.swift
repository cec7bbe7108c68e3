// SPDX-License-Identifier: Apache-2.0

/// The positions of the known columns of a table in each of its rows, by their names.
///
/// The columns are few, and every cell of many rows is asked for by its column: comparing the lengths of names costs less than hashing one.
/// A class, since every row refers to it.
final class ColumnPositions {
    private let columns: [(name: String, length: Int, index: Int)]

    init(_ columns: [(name: String, index: Int)]) {
        self.columns = columns.map { ($0.name, $0.name.utf8.count, $0.index) }
    }

    /// The position of a column, or `nil` if the table does not have it.
    subscript(name: String) -> Int? {
        let length = name.utf8.count
        for column in columns where column.length == length && column.name == name { return column.index }
        return nil
    }
}
