// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring

/// A round as one JSON document: what it is of, and the rows of every table as objects.
struct RoundDocument {
    static let name = "round.json"

    var round: MonitoringRound
    var wording: Wording
    var tables: [OpenTable]

    var json: JSONValue {
        let (council, round) = (round.council, round.round)
        var members: [String: JSONValue] = [
            "$schema": .string(RoundSchema.name),
            "council": [
                "name": .string(council.name), "short_name": .string(council.shortName),
                "nation": .string(council.nation.rawValue), "language": .string(council.language),
            ],
            "round": [
                "title": .string(round.title), "subtitle": JSONValue(round.subtitle),
                "period": JSONValue(round.period.interval), "period_words": .string(wording.words(round.period)),
                "as_at": .string(round.asAt.iso8601), "excludes": JSONValue(round.excludes),
            ],
        ]
        for table in tables { members[table.description.member] = .array(table.objects) }
        return .object(members)
    }
}

extension TableDescription {
    /// The member of the document that has its rows.
    var member: String { name.replacing("-", with: "_") }
}

extension OpenTable {
    /// Each row as an object, its members named as the columns are.
    fileprivate var objects: [JSONValue] {
        let names = description.columns.map(\.name)
        return rows.map { row in .object(Dictionary(zip(names, row.map { JSONValue($0) })) { $1 }) }
    }
}
