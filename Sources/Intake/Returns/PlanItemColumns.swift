// SPDX-License-Identifier: Apache-2.0

/// The columns of `actions.csv` and `activity.csv`.
enum PlanItemColumns {
    static let unit = CSVColumn(
        "unit",
        required: true,
        "the identifier of a unit, or of a division that reports in its own right"
    )
    static let ref = CSVColumn("ref", "the reference in the business plan")
    static let action = CSVColumn("action", required: true, "the project, development or key action")
    static let outcome = CSVColumn("outcome", "the planned outcome or deliverable")
    static let status = CSVColumn("status", required: true, "one of the council's status words")
    static let reason = CSVColumn("reason", "why it is not on course")
    static let response = CSVColumn("response", "what is being done about it")
    static let due = CSVColumn("due", "when it was due")
    static let comment = CSVColumn(
        "comment",
        "`same as REF` where the row shares the reason and response of the row above it"
    )
    static let exempt = CSVColumn("exempt", "the paragraphs of Schedule 12A under which the row is not for publication")
    static let itemClass = CSVColumn("class", required: true, "`core service` or `activity level`")
    static let activity = CSVColumn("activity", required: true, "the core service, or the activity that is forecast")
    static let forecast = CSVColumn("forecast", "the forecast level of activity")
    static let actual = CSVColumn("actual", "the actual level of activity")

    static let actions = [unit, ref, action, outcome, status, reason, response, due, comment, exempt]
    static let activities = [
        unit, ref, itemClass, activity, forecast, actual, status, reason, response, comment, exempt,
    ]
}
