// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The JSON Schema (draft 2020-12) of the document of a round: the same for every council and round.
struct RoundSchema {
    static let name = "round.schema.json"

    var tables: [TableDescription]

    var json: JSONValue {
        var properties: [String: JSONValue] = [
            "$schema": ["const": .string(Self.name)],
            "council": Self.object(
                "The council that the round is of.",
                [
                    ("name", "Its name in full.", ["type": "string"]),
                    ("short_name", "Its name as papers shorten it.", ["type": "string"]),
                    ("nation", "The nation whose law its papers follow.", ["type": "string"]),
                    ("language", "The language of its words, as a BCP 47 tag.", ["type": "string"]),
                ]
            ),
            "round": Self.object(
                "Which round it is.",
                [
                    ("title", "What the round is called.", ["type": "string"]),
                    ("subtitle", "What stands under its title.", ["type": ["string", "null"]]),
                    (
                        "period", "The period that is reported on: an ISO 8601 interval of days.",
                        ["type": ["string", "null"]]
                    ),
                    ("period_words", "The same as papers print it.", ["type": "string"]),
                    ("as_at", "The day that the returns speak of.", ["type": "string", "format": "date"]),
                    ("excludes", "What is reported elsewhere.", ["type": ["string", "null"]]),
                ]
            ),
        ]
        for table in tables {
            properties[table.member] = [
                "type": "array", "title": .string(table.title), "description": .string(table.note),
                "items": Self.object(
                    table.note,
                    table.columns.map { ($0.name, $0.note, $0.type.schema(isRequired: $0.isRequired)) }
                ),
            ]
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string(Self.name),
            "title": "A round of monitoring",
            "description":
                "The public data of one round. Numbers are exact; the text beside each is what papers print. `null` is where there is nothing.",
            "type": "object",
            "properties": .object(properties),
            "required": .array(properties.keys.sorted().map { .string($0) }),
            "additionalProperties": false,
        ]
    }

    /// An object that has all of some members and no others.
    private static func object(_ note: String, _ members: [(name: String, note: String, type: JSONValue)]) -> JSONValue
    {
        var properties: [String: JSONValue] = [:]
        for member in members {
            guard case .object(var schema) = member.type else { continue }
            schema["description"] = .string(member.note)
            properties[member.name] = .object(schema)
        }
        return [
            "type": "object", "description": .string(note), "properties": .object(properties),
            "required": .array(members.map { .string($0.name) }), "additionalProperties": false,
        ]
    }
}

extension DataType {
    /// The schema of a member that has such a value, or else `null`.
    fileprivate func schema(isRequired: Bool) -> JSONValue {
        func type(_ name: String, _ others: [String: JSONValue] = [:]) -> JSONValue {
            let type: JSONValue = isRequired ? .string(name) : [.string(name), "null"]
            return .object(others.merging(["type": type]) { $1 })
        }
        switch self {
        case .text, .code: return type("string")
        case .choice(let names):
            return ["enum": .array(names.map { .string($0) } + (isRequired ? [] : [.null]))]
        case .form(let pattern): return type("string", ["pattern": .string("^(\(pattern))$")])
        case .decimal: return type("number")
        case .count: return type("integer", ["minimum": 0])
        case .flag: return type("boolean")
        case .date: return type("string", ["format": "date"])
        }
    }
}
