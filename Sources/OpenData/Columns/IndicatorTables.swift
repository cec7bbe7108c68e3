// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// The tables of indicators and of their figures.
enum IndicatorTables {
    static let indicators = TableDefinition<IndicatorRow>(
        "indicators",
        "Indicators",
        "One row for each performance indicator of a return, in the order of the return. Its figures are in `figures`.",
        key: ["row"],
        references: [.init("directorate", to: "directorates"), .init("directorate", "unit", to: "units")],
        columns: identity + standing + words
    )

    private static let identity: [OpenColumn<IndicatorRow>] = [
        .text("row", "Row", "The identifier of the indicator in these data.", type: .code, required: true) { $0.key },
        .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
            $0.directorate
        },
        .text(
            "unit",
            "Unit",
            "The identifier of the unit. Empty for an indicator of the directorate as a whole.",
            type: .code
        ) {
            $0.unit
        },
        .text("ref", "Reference", "The reference, as the business plan or the national set numbers it.", type: .code) {
            $0.reference
        },
        .text("measure", "Measure", "What is measured.") { $0.measure },
        .text(
            "better",
            "Better",
            "Whether a higher or a lower figure is better.",
            type: .choice(Indicator.Polarity.allCases.map(\.rawValue)),
            required: true
        ) { $0.better },
        .text(
            "basis",
            "Basis",
            "What a figure of a period counts: what was in the period, everything since the year began, how it stood on a day, the twelve months up to the end, or the year.",
            type: .choice(Indicator.Basis.allCases.map(\.rawValue.hyphenated))
        ) { $0.basis },
        .text("group", "Group", "The group by which the return divides its indicators among tables.", type: .code) {
            $0.group
        },
        .text("as_at", "As at", "The day that the latest figure is of, where that is not the round's.", type: .date) {
            $0.asAt
        },
        .count("lag", "Lag", "How many periods the latest figure lags behind the round.", required: true) { $0.lag },
    ]

    private static let standing: [OpenColumn<IndicatorRow>] = [
        .text("status", "Status", "How the latest figure stands, as papers print it.") { $0.status },
        .text(
            "status_id",
            "Status (identifier)",
            "What the status means, the same for every council: which goal the figure reaches, how the indicator is against the plan, or why there is no rating.",
            type: .choice(StatusCode.ofRows)
        ) { $0.code?.id },
        .flag("is_exception", "Exception", "Whether it is reported as an exception. Empty if it has no status.") {
            $0.isException
        },
        .text(
            "status_by_figures",
            "Status by the figures",
            "How it stands by its figures, where an officer has judged otherwise."
        ) {
            $0.computedStatus
        },
        .text("status_reason", "Reason of the judgement", "Why the officer has judged otherwise.") { $0.statusReason },
        .text("year_end_status", "Status at year end", "How the forecast for the year stands, as papers print it.") {
            $0.yearEndStatus
        },
        .text(
            "year_end_status_id",
            "Status at year end (identifier)",
            "What that status means.",
            type: .choice(StatusCode.ofRows)
        ) { $0.yearEndCode?.id },
        .text(
            "direction",
            "Direction of travel",
            "Whether the latest figure is better than the one before, as papers print it."
        ) {
            $0.direction
        },
        .text(
            "direction_id",
            "Direction of travel (identifier)",
            "The same in an identifier.",
            type: .choice(Direction.allCases.map(\.rawValue.hyphenated))
        ) { $0.directionCode },
        .count("rank", "Rank", "The position of the latest figure among those that are ranked; 1 is the best.") {
            $0.rank
        },
        .count("ranked", "Ranked", "How many are ranked.") { $0.ranked },
        .count("quartile", "Quartile", "The quarter that the latest figure is in; 1 is the best.") { $0.quartile },
    ]

    private static let words: [OpenColumn<IndicatorRow>] = [
        .text("reason", "Reason", "Why the figures are as they are: the comment of the return.") { $0.reason },
        .text("response", "Response", "What is done about it.") { $0.response },
        .text(
            "change_reason",
            "Reason of the change",
            "Why it is new, dropped or redefined since the round before, or why a figure was revised."
        ) {
            $0.changeReason
        },
        .text("notes", "Notes", "What the notes to its words say.") { $0.notes },
    ]

    static let figures = TableDefinition<FigureRow>(
        "figures",
        "Figures of indicators",
        "One row for each figure of an indicator. A value of several numbers has a row for each of them.",
        key: ["figure"],
        references: [
            .init("row", to: "indicators"), .init("directorate", to: "directorates"),
            .init("comparator", to: "comparators"),
        ],
        columns: [
            .text("figure", "Figure", "The identifier of the figure in these data.", type: .code, required: true) {
                $0.key
            },
            .text("row", "Row", "The identifier of the indicator.", type: .code, required: true) { $0.indicator },
            .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                $0.directorate
            },
            .text("ref", "Reference", "The reference of the indicator.", type: .code) { $0.reference },
            .text(
                "kind",
                "Kind",
                "What kind of figure: the actual, a target, a forecast, the least that is tolerated (floor), a stretched target, the ends of the range in which it is expected (low, high), a figure of others (comparator), or the officer's words on these (comparison).",
                type: .choice(FigureKind.all),
                required: true
            ) { $0.kind },
            .text(
                "period",
                "Period",
                "The period that the figure is of, as an ISO 8601 interval of its first and last day.",
                type: .form("[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}")
            ) { $0.period },
            .text("period_words", "Period in words", "The period as papers print it.") { $0.periodInWords },
            .text("comparator", "Comparator", "The identifier of the comparator, for a figure of others.", type: .code)
            {
                $0.comparator
            },
            .text("comparator_name", "Name of the comparator", "Whose figure it is.") { $0.comparatorName },
            .text("part", "Part", "What the number is of, where a value has several.") { $0.figure.part },
        ] + FigureColumns.columns { [$0.figure] }
    )

    static let details = TableDefinition<DetailRow>(
        "details",
        "Details",
        "One row for each thing that a return says of a row in a further column, such as who is accountable or what it costs.",
        key: ["detail"],
        references: [.init("directorate", to: "directorates")],
        columns: [
            .text("detail", "Detail", "The identifier of the detail in these data.", type: .code, required: true) {
                $0.key
            },
            .text("class", "Class", "The table that the row is in.", type: .choice(ReportedClass.names), required: true)
            {
                $0.reportedClass
            },
            .text("row", "Row", "The identifier of the row.", type: .code, required: true) { $0.row },
            .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                $0.directorate
            },
            .text("field", "Field", "What is said: the name of the column of the return.", type: .code, required: true)
            {
                $0.field
            },
            .text(
                "kind",
                "Kind",
                "How it is said.",
                type: .choice(Detail.Kind.allCases.map(\.rawValue)),
                required: true
            ) { $0.kind },
            .text(
                "date",
                "Date",
                "Of a date: a day, a month or a year.",
                type: .form("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
            ) { $0.date },
        ]
            + FigureColumns.columns { $0.figure.map { [$0] } ?? [] }.filter { $0.description.name != "printed" }
            + [.text("printed", "As printed", "The words, the date or the figure as papers print it.") { $0.printed }]
    )
}
