// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// The tables of the council's parts, of which other tables name rows.
enum PlaceTables {
    static let directorates = TableDefinition<DirectorateRow>(
        "directorates",
        "Directorates",
        "One row for each directorate of the council.",
        key: ["directorate"],
        columns: [
            .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                $0.id
            },
            .text("name", "Name", "The name of the directorate, as papers print it.", required: true) { $0.name },
            .text("head", "Head", "The title of the post that leads it.") { $0.head },
            .flag(
                "has_data",
                "Has data",
                "Whether the return of the directorate is in these data. One that is not public, or that no open paper appends, is not.",
                required: true
            ) { $0.isPublished },
        ]
    )

    static let units = TableDefinition<UnitRow>(
        "units",
        "Units",
        "One row for each unit of a directorate, and for each division, in the council's order.",
        key: ["directorate", "unit"],
        references: [.init("directorate", to: "directorates")],
        columns: [
            .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                $0.directorate
            },
            .text(
                "unit",
                "Unit",
                "The identifier of the unit or division. It is the only one of its directorate; another directorate may have the same.",
                type: .code,
                required: true
            ) { $0.id },
            .text("division", "Division", "The name of the division that it is, or is a part of.") { $0.division },
            .text("name", "Name", "The name of the unit. A division in its own right has none.") { $0.unit },
            .text(
                "nil_returns",
                "Nil returns",
                "The classes of which it has said that there is nothing to report, separated by spaces.",
                type: .form(
                    "(core-services|activity|actions|indicators)( (core-services|activity|actions|indicators))*"
                )
            ) { $0.nilReturns.joined(separator: " ") },
        ]
    )

    static let counts = TableDefinition<CountRow>(
        "counts",
        "How many stand how",
        "One row for each status that rows of a class and a unit have. Rows that are withheld do not count, unlike in the charts of papers.",
        key: ["directorate", "unit", "class", "status"],
        references: [.init("directorate", to: "directorates"), .init("directorate", "unit", to: "units")],
        columns: [
            .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                $0.directorate
            },
            .text(
                "unit",
                "Unit",
                "The identifier of the unit. Empty for rows of the directorate as a whole.",
                type: .code
            ) {
                $0.unit
            },
            .text("class", "Class", "What is counted.", type: .choice(ReportedClass.names), required: true) {
                $0.reportedClass
            },
            .text("status", "Status", "The status, in the council's word.", required: true) { $0.status },
            .text(
                "status_id",
                "Status (identifier)",
                "What the status means, the same for every council. `not-listed`: the return counts the rows and does not list them; none of them is an exception. `without-status`: they have no status or rating.",
                type: .choice(StatusCode.ofCounts),
                required: true
            ) { $0.code.id },
            .flag(
                "is_exception",
                "Exception",
                "Whether rows with the status are reported as exceptions. Empty where they have none."
            ) {
                $0.isException
            },
            .count("count", "Count", "How many rows.", required: true) { $0.count },
        ]
    )

    static let withheld = TableDefinition<WithheldRow>(
        "withheld",
        "Rows that are withheld",
        "How many rows of a return its public papers say are withheld, and under which paragraphs. There is nothing else of these rows in the data.",
        key: ["directorate", "class", "printed"],
        references: [.init("directorate", to: "directorates")],
        columns: [
            .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                $0.directorate
            },
            .text("class", "Class", "What is withheld.", type: .choice(ReportedClass.names), required: true) {
                $0.reportedClass
            },
            .text("printed", "As printed", "What papers print in place of each row.", required: true) { $0.printed },
            .count("rows", "Rows", "How many rows.", required: true) { $0.count },
        ]
    )

    static let comparators = TableDefinition<ComparatorRow>(
        "comparators",
        "Comparators",
        "One row for each of the others with whom indicators are compared.",
        key: ["comparator"],
        columns: [
            .text("comparator", "Comparator", "The identifier of the comparator.", type: .code, required: true) {
                $0.id
            },
            .text("name", "Name", "Whose figures they are, and which, as papers print it.", required: true) { $0.name },
            .text("source", "Source", "Where the figures are published.") { $0.source },
        ]
    )
}

extension ReportedClass {
    /// Their identifiers.
    static let names = allCases.map(\.rawValue)
}
