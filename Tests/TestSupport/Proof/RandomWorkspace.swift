// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files of a workspace with one return and table kinds of its own, all by chance from a seed.
///
/// What is drawn is what a council may write: shares and fixed widths of columns, headings over several columns, columns that fold and that do not,
/// bands at two levels, comments that several rows share, notes in titles and in cells.
package struct RandomWorkspace {
    /// The text of each file, by its path.
    package private(set) var files: [String: String] = [:]
    private var random: SeededGenerator
    private var notes: [String] = []

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        files["council.yaml"] = Self.council
        files["round.yaml"] = Self.round
        files["papers/paper.md"] = Self.paper
        files["returns/services/statement.md"] = "# Summary\n\n\(words(1...30)).\n"
        let areActions = chance(1, in: 2)
        files["layouts/tables/own.yaml"] = areActions ? actions() : indicators()
        let rows = areActions ? "actions" : "indicators"
        files["returns/services/return.yaml"] = """
            declares: [\(rows)]
            received: 2025-10-15
            signed-by: head
            numbering: none
            tables: [{ kind: own, of: [\(rows)] }]
            notes:
              a: \(note())
              b: \(note())
            """
    }

    // MARK: - Choosing

    private mutating func chance(_ wins: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < wins }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func one(of words: [String]) -> String { words.randomElement(using: &random) ?? words[0] }

    // MARK: - Words

    private static let vocabulary = [
        "the", "service", "asked", "for", "prices", "in", "committee", "£1.2", "million", "by", "30", "September", "a",
        "performance", "and/or", "telecommunications-administration", "2025/26", "report_final_version.xlsx", "plan",
    ]

    private mutating func words(_ count: ClosedRange<Int>) -> String {
        (0..<number(count)).map { _ in one(of: Self.vocabulary) }.joined(separator: " ")
    }

    private mutating func note() -> String { "Note " + words(chance(1, in: 4) ? 60...160 : 2...20) }

    // MARK: - Kinds

    /// A kind for plan items, and rows of it.
    private mutating func actions() -> String {
        let fields = ["action", "outcome", "reason", "response", "due", "status"]
        var columns = ["{ title: \(title()), fields: [{ field: ref, label: Ref. }, action]\(shape(first: true)) }"]
        for field in fields.dropFirst().shuffled(using: &random).prefix(number(1...5)) {
            columns.append("{ title: \(title()), field: \(field)\(shape()) }")
        }
        if chance(1, in: 3) { columns.append("{ title: \(title()), own: sponsor\(shape()) }") }
        let hasSponsor = columns.last?.contains("own: sponsor") == true
        var rows = ["unit,ref,action,outcome,status,reason,response,due" + (hasSponsor ? ",sponsor" : "")]
        for (index, unit) in unitsOfRows().enumerated() {
            let shares = index > 0 && chance(1, in: 3) && rows[index].hasPrefix(unit)
            let reason = shares ? "same as R\(index)" : words(1...30) + mark()
            let response = shares ? "" : words(1...40)
            let cells = [
                unit, "R\(index + 1)", words(1...9), words(1...12), "not on course", reason, response,
                "2026-0\(number(1...9))-15",
            ]
            rows.append((hasSponsor ? cells + [words(1...3)] : cells).joined(separator: ","))
        }
        files["returns/services/actions.csv"] = rows.joined(separator: "\n") + "\n"
        return kind(rows: one(of: ["exceptions", "items"]), columns: columns)
    }

    /// A kind for indicators, and rows of it.
    private mutating func indicators() -> String {
        var columns = ["{ title: \(title()), fields: [{ field: ref, label: \"\" }, measure]\(shape(first: true)) }"]
        let figures = ["actual, years-ago: 1", "target", "mid-year", "forecast"]
        for field in figures.shuffled(using: &random).prefix(number(1...4)) {
            let align = one(of: ["decimal", "decimal", "right", "centre"])
            columns.append("{ title: \(title()), field: \(field), align: \(align)\(shape()) }")
        }
        if chance(3, in: 4) { columns.append("{ title: \(title()), field: comment\(shape()) }") }
        var rows = [
            "unit,ref,measure,better,status,2024/25 actual,2025/26 target,2025/26 mid-year,2025/26 forecast,comment"
        ]
        for (index, unit) in unitsOfRows().enumerated() {
            let shares = index > 0 && chance(1, in: 3) && rows[index].hasPrefix(unit)
            let comment = shares ? "same as R\(index)" : words(1...40) + mark()
            let sign = one(of: ["%", "", " days", "%"])
            let figures = (0..<4).map { _ in "\(number(0...9999)).\(number(0...99))\(sign)" }.joined(separator: ",")
            rows.append("\(unit),R\(index + 1),\(words(1...12)),higher,not on course,\(figures),\(comment)")
        }
        files["returns/services/indicators.csv"] = rows.joined(separator: "\n") + "\n"
        return kind(rows: one(of: ["indicators", "indicator-exceptions"]), columns: columns)
    }

    /// The unit of each row.
    private mutating func unitsOfRows() -> [String] {
        let count = chance(1, in: 5) ? number(10...24) : number(1...9)
        return (0..<count).map { _ in one(of: ["north", "south", "arts"]) }.sorted()
    }

    private mutating func kind(rows: String, columns: [String]) -> String {
        var lines = ["title: \(words(2...8))"]
        if chance(1, in: 2) { lines.append("lead-in: \"\(words(3...20)):\"") }
        lines.append("rows: \(rows)")
        lines.append("bands: \(one(of: ["none", "[unit]", "[division, unit]"]))")
        if chance(1, in: 8) { lines.append("landscape: true") }
        return (lines + ["columns:"] + columns.map { "  - " + $0 }).joined(separator: "\n") + "\n"
    }

    private mutating func title() -> String { "\"\(words(1...4))\"" }

    /// The mark of a note of the return, or nothing.
    private mutating func mark() -> String { chance(1, in: 6) ? one(of: ["[^a]", "[^b]"]) : "" }

    /// What else a column says: its width, what it stands under and whether it folds.
    private mutating func shape(first: Bool = false) -> String {
        var keys = first ? ", row-header: true" : chance(2, in: 3) ? ", folds: true" : ""
        switch number(0...5) {
        case 0: keys += ", width: \(number(1...4))"
        case 1 where !first: keys += ", fixed: \(number(12...40))mm"
        default: break
        }
        if chance(1, in: 4) { keys += ", under: \(one(of: ["Plan", "Result of the year"]))" }
        return keys
    }

    // MARK: - What does not change

    private static let council = """
        name: Exampleshire Council
        short-name: EC
        nation: England
        language: en-GB
        house-style: { theme: accessible, missing: words }
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members }
        people:
          head: { name: Owen Marsden, post: Director, telephone: 01632 960200 }
        directorates:
          services:
            name: Services
            head: { person: head, title: Director }
            divisions:
              first: { name: First Division of the Directorate, units: { north: North, south: South } }
            units: { arts: Arts }
        """

    private static let round = """
        title: 2025/26 half-year monitoring
        year: 2025/26
        point: half-year
        as-at: 2025-09-30
        """

    private static let paper = """
        ---
        layout: cabinet
        by: [head]
        to: { body: cabinet, date: 2025-11-24 }
        subject: Half-year monitoring
        classification: Unrestricted
        summary: This report shows the plans.
        recommendations:
          - { verb: NOTE, text: the report }
        contact: head
        appendices:
          - { title: Returns, of: all-directorates }
        background-papers: none
        status: final
        ---
        # Introduction

        Text.
        """
}
