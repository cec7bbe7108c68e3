// SPDX-License-Identifier: Apache-2.0

/// What the metadata and the schema say of a table.
struct TableDescription: Sendable, Hashable {
    /// Columns of which every row has a partner in another table.
    struct Reference: Sendable, Hashable {
        /// Of this table; the other table has columns of the same names.
        var columns: [String]
        /// The name of the other table.
        var table: String

        init(_ columns: String..., to table: String) {
            self.columns = columns
            self.table = table
        }
    }

    /// After which its file is called: `figures`.
    var name: String
    var title: String
    /// What one row of it is.
    var note: String
    var columns: [ColumnDescription]
    /// The columns by which a row is known; together they differ in every row.
    var key: [String]
    var references: [Reference]

    /// The name of its file of comma-separated values.
    var file: String { name + ".csv" }
}

/// A table of data, with its rows.
struct OpenTable: Sendable, Hashable {
    var description: TableDescription
    /// In the order of the columns.
    var rows: [[DataValue]]

    /// The positions of columns; those of names that it does not have are left out.
    func positions(of names: [String]) -> [Int] {
        names.compactMap { name in description.columns.firstIndex { $0.name == name } }
    }

    /// The references that every row has: a row without a unit refers to none.
    var references: [TableDescription.Reference] {
        description.references.filter { reference in
            let positions = positions(of: reference.columns)
            return rows.allSatisfy { row in positions.allSatisfy { row[$0] != .none } }
        }
    }
}

/// A kind of table: its description and its columns, apart from the rows of any round.
struct TableDefinition<Row>: Sendable {
    var description: TableDescription
    private var columns: [OpenColumn<Row>]

    init(
        _ name: String,
        _ title: String,
        _ note: String,
        key: [String],
        references: [TableDescription.Reference] = [],
        columns: [OpenColumn<Row>]
    ) {
        description = TableDescription(
            name: name,
            title: title,
            note: note,
            columns: columns.map(\.description),
            key: key,
            references: references
        )
        self.columns = columns
    }

    /// The table of some rows.
    func table(of rows: [Row]) -> OpenTable {
        OpenTable(description: description, rows: rows.map { row in columns.map { $0.value(row) } })
    }
}
