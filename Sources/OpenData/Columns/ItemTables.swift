// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// The tables of what business plans promise, one for each class.
enum ItemTables {
    static let coreServices = definition("core-services", "Core services", "core service")
    static let actions = definition("actions", "Actions", "project, development or key action")
    static let activity = definition(
        "activity",
        "Activity levels",
        "forecast activity level",
        FigureColumns.columns(prefix: "forecast", "Forecast") { $0.forecast }
            + FigureColumns.columns(prefix: "actual", "Actual") { $0.actual }
    )

    /// The table of a class of plan items, if it has one.
    static func definition(of reported: ReportedClass) -> TableDefinition<ItemRow>? {
        switch reported {
        case .coreServices: coreServices
        case .activity: activity
        case .actions: actions
        case .indicators: nil
        }
    }

    private static func definition(
        _ name: String,
        _ title: String,
        _ thing: String,
        _ figures: [OpenColumn<ItemRow>] = []
    ) -> TableDefinition<ItemRow> {
        TableDefinition(
            name,
            title,
            "One row for each \(thing) of a return, in the order of the return.",
            key: ["row"],
            references: [.init("directorate", to: "directorates"), .init("directorate", "unit", to: "units")],
            columns: [
                .text("row", "Row", "The identifier of the row in these data.", type: .code, required: true) { $0.key },
                .text("directorate", "Directorate", "The identifier of the directorate.", type: .code, required: true) {
                    $0.directorate
                },
                .text("unit", "Unit", "The identifier of the unit.", type: .code, required: true) { $0.unit },
                .text("ref", "Reference", "The reference, as the business plan numbers it.", type: .code) {
                    $0.reference
                },
                .text("title", "Title", "What is promised.") { $0.title },
                .text("outcome", "Planned outcome", "What is to come of it.") { $0.outcome },
                .text(
                    "due",
                    "Due",
                    "When it is due, as closely as the plan says: a day, a month or a year.",
                    type: .form("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
                ) { $0.due },
                .text("due_printed", "Due, as printed", "The same as papers print it.") { $0.dueInWords },
                .text("status", "Status", "How it is against the plan, in the council's word.", required: true) {
                    $0.status
                },
                .text(
                    "status_id",
                    "Status (identifier)",
                    "What the status means, the same for every council.",
                    type: .choice(Status.allCases.map { StatusCode($0).id }),
                    required: true
                ) { $0.code.id },
                .flag("is_exception", "Exception", "Whether it is reported as an exception.", required: true) {
                    $0.isException
                },
                .text("reason", "Reason", "Why it is as it is. Rows that share a reason each have it.") { $0.reason },
                .text("response", "Response", "What is done about it.") { $0.response },
            ] + figures + [.text("notes", "Notes", "What the notes to its words say.") { $0.notes }]
        )
    }
}
