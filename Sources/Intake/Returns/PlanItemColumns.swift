// SPDX-License-Identifier: Apache-2.0

import Formats

/// The columns of `actions.csv` and `activity.csv`.
enum PlanItemColumns {
    static let unit = DataColumn(
        "unit",
        required: true,
        "the identifier of a unit, or of a division that reports in its own right"
    )
    static let ref = DataColumn("ref", "the reference in the business plan")
    static let action = DataColumn("action", required: true, "the project, development or key action")
    static let outcome = DataColumn("outcome", "the planned outcome or deliverable")
    static let status = DataColumn("status", required: true, "one of the council's status words")
    static let reason = DataColumn("reason", "why it is not on course")
    static let response = DataColumn("response", "what is being done about it")
    static let due = DataColumn("due", "when it was due")
    static let comment = DataColumn(
        "comment",
        "`same as REF` where the row shares the reason and response of the row above it"
    )
    static let exempt = DataColumn(
        "exempt",
        "the paragraphs of Schedule 12A under which the row is not for publication"
    )
    static let itemClass = DataColumn("class", required: true, "`core service` or `activity level`")
    static let activity = DataColumn("activity", required: true, "the core service, or the activity that is forecast")
    static let forecast = DataColumn("forecast", "the forecast level of activity")
    static let actual = DataColumn("actual", "the actual level of activity")

    static let actions = [
        unit, ref, action, outcome, status, reason, response, due, comment, exempt, WaivedColumn.column,
    ]
    static let activities = [
        unit, ref, itemClass, activity, forecast, actual, status, reason, response, comment, exempt,
        WaivedColumn.column,
    ]
}
