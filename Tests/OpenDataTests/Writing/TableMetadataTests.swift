// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import OpenData

/// The description of the tables for programs.
struct TableMetadataTests {
    private func member(_ name: String, of value: JSONValue?) -> JSONValue? {
        if case .object(let members)? = value { members[name] } else { nil }
    }

    private func metadata(_ rows: [[DataValue]]) -> JSONValue? {
        let description = TableDescription(
            name: "figures",
            title: "Figures",
            note: "One row for each.",
            columns: [
                ColumnDescription("row", "Row", "Its name.", .code, true),
                ColumnDescription("unit", "Unit", "Whose.", .text, false),
                ColumnDescription("value", "Value", "How much.", .decimal, false),
                ColumnDescription("day", "Day", "When.", .date, false),
                ColumnDescription("kind", "Kind", "What.", .choice(["a", "b"]), true),
            ],
            key: ["row"],
            references: [.init("unit", to: "units")]
        )
        let table = OpenTable(description: description, rows: rows)
        guard
            case .array(let tables)? = member(
                "tables",
                of: TableMetadata(title: "A: b", language: "cy", tables: [table]).json
            )
        else { return nil }
        return member("tableSchema", of: tables.first)
    }

    @Test func `columns have their names as titles, a datatype, and what stands for nothing`() {
        let schema = metadata([])
        #expect(
            member("columns", of: schema) == [
                [
                    "name": "row", "titles": ["row", "Row"], "dc:description": "Its name.", "datatype": "string",
                    "required": true,
                ],
                [
                    "name": "unit", "titles": ["unit", "Unit"], "dc:description": "Whose.", "datatype": "string",
                    "required": false, "null": "", "lang": "cy",
                ],
                [
                    "name": "value", "titles": ["value", "Value"], "dc:description": "How much.", "datatype": "decimal",
                    "required": false, "null": "",
                ],
                [
                    "name": "day", "titles": ["day", "Day"], "dc:description": "When.",
                    "datatype": ["base": "date", "format": "yyyy-MM-dd"], "required": false, "null": "",
                ],
                [
                    "name": "kind", "titles": ["kind", "Kind"], "dc:description": "What.",
                    "datatype": ["base": "string", "format": "a|b"], "required": true,
                ],
            ]
        )
        #expect(member("primaryKey", of: schema) == ["row"])
    }

    @Test func `a reference is stated where every row has it`() {
        let whole: [DataValue] = [.text("1"), .text("sport"), .none, .none, .text("a")]
        let without: [DataValue] = [.text("2"), .none, .none, .none, .text("a")]
        #expect(
            member("foreignKeys", of: metadata([whole])) == [
                ["columnReference": ["unit"], "reference": ["resource": "units.csv", "columnReference": ["unit"]]]
            ]
        )
        #expect(member("foreignKeys", of: metadata([whole, without])) == [])
    }
}
