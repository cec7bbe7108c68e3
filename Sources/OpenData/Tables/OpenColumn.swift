// SPDX-License-Identifier: Apache-2.0

/// A column of a table of data: its description, and what it holds of a row.
struct OpenColumn<Row>: Sendable {
    var description: ColumnDescription
    var value: @Sendable (Row) -> DataValue

    /// A column of text.
    ///
    /// - Parameters:
    ///   - name: as the header row and the members of JSON objects say it.
    ///   - title: as a person reads it.
    ///   - note: what the column holds, in a sentence or two.
    static func text(
        _ name: String,
        _ title: String,
        _ note: String,
        type: DataType = .text,
        required isRequired: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> OpenColumn {
        OpenColumn(ColumnDescription(name, title, note, type, isRequired)) { DataValue(text: value($0)) }
    }

    /// A column of decimal numbers; the numbers are in plain digits.
    static func decimal(
        _ name: String,
        _ title: String,
        _ note: String,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> OpenColumn {
        OpenColumn(ColumnDescription(name, title, note, .decimal, false)) { row in
            value(row).map { .number($0) } ?? .none
        }
    }

    /// A column of whole numbers.
    static func count(
        _ name: String,
        _ title: String,
        _ note: String,
        required isRequired: Bool = false,
        _ value: @escaping @Sendable (Row) -> Int?
    ) -> OpenColumn {
        OpenColumn(ColumnDescription(name, title, note, .count, isRequired)) { DataValue(count: value($0)) }
    }

    /// A column of yes and no.
    static func flag(
        _ name: String,
        _ title: String,
        _ note: String,
        required isRequired: Bool = false,
        _ value: @escaping @Sendable (Row) -> Bool?
    ) -> OpenColumn {
        OpenColumn(ColumnDescription(name, title, note, .flag, isRequired)) { row in
            value(row).map { .flag($0) } ?? .none
        }
    }

    private init(_ description: ColumnDescription, _ value: @escaping @Sendable (Row) -> DataValue) {
        self.description = description
        self.value = value
    }
}

/// What the metadata and the schema say of a column.
struct ColumnDescription: Sendable, Hashable {
    /// In small letters with underscores: `period_words`.
    var name: String
    /// As a person reads it.
    var title: String
    /// What the column holds.
    var note: String
    var type: DataType
    /// Whether no cell of it is empty.
    var isRequired: Bool

    init(_ name: String, _ title: String, _ note: String, _ type: DataType, _ isRequired: Bool) {
        self.name = name
        self.title = title
        self.note = note
        self.type = type
        self.isRequired = isRequired
    }
}
