// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The description of a group of tables for programs: CSV on the Web (W3C Recommendation "Metadata Vocabulary for Tabular Data", 17 December 2015).
struct TableMetadata {
    static let name = "csv-metadata.json"

    /// Whose tables they are, and of which round.
    var title: String
    /// As a BCP 47 tag: that of the words in the tables.
    var language: String
    var tables: [OpenTable]

    /// The language of the names, titles and descriptions of columns.
    private static let ownLanguage = "en"

    var json: JSONValue {
        [
            "@context": ["http://www.w3.org/ns/csvw", ["@language": .string(Self.ownLanguage)]],
            "dc:title": .string(title),
            "dc:language": .string(language),
            "dc:description": .string(
                "Nothing that is not for publication is in these data. A text that begins with =, +, -, @ or a control character has an apostrophe before it, so that no spreadsheet takes it for a formula; numbers have none."
            ),
            "dialect": [
                "encoding": "utf-8", "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true,
                "lineTerminators": ["\r\n"],
            ],
            "tables": .array(tables.map(table)),
        ]
    }

    private func table(_ table: OpenTable) -> JSONValue {
        let description = table.description
        return [
            "url": .string(description.file),
            "dc:title": .string(description.title),
            "dc:description": .string(description.note),
            "tableSchema": [
                "columns": .array(description.columns.map(column)),
                "primaryKey": .array(table.key.map { .string($0) }),
                "foreignKeys": .array(
                    table.references.map { reference in
                        let columns = JSONValue(reference.columns)
                        return [
                            "columnReference": columns,
                            "reference": ["resource": .string(reference.table + ".csv"), "columnReference": columns],
                        ]
                    }
                ),
            ],
        ]
    }

    private func column(_ column: ColumnDescription) -> JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(column.name),
            // The header row has the name: a validator compares it with the titles.
            "titles": .array([.string(column.name), .string(column.title)]),
            "dc:description": .string(column.note),
            "datatype": column.type.datatype,
            "required": .flag(column.isRequired),
        ]
        if !column.isRequired { members["null"] = "" }
        if column.type == .text { members["lang"] = .string(language) }
        return .object(members)
    }
}

extension OpenTable {
    /// The columns of its key, if every row has all of them.
    fileprivate var key: [String] {
        let positions = positions(of: description.key)
        return rows.allSatisfy { row in positions.allSatisfy { row[$0] != .none } } ? description.key : []
    }
}

extension DataType {
    /// The datatype with its format, as the metadata names it.
    fileprivate var datatype: JSONValue {
        switch self {
        case .text, .code: "string"
        case .choice(let names): ["base": "string", "format": .string(names.joined(separator: "|"))]
        case .form(let pattern): ["base": "string", "format": .string(pattern)]
        case .decimal: "decimal"
        case .count: ["base": "integer", "minimum": 0]
        case .flag: ["base": "boolean", "format": "true|false"]
        case .date: ["base": "date", "format": "yyyy-MM-dd"]
        }
    }
}
