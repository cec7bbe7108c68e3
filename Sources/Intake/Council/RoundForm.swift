// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// `round.yaml`.
enum RoundForm {
    static let title = FormKey("title", required: true, "what the round is called")
    static let subtitle = FormKey("subtitle", "the month of the round")
    static let year = FormKey(
        "year",
        required: true,
        "the year that is reported on, written `2009/10`, or `2009` for a calendar year"
    )
    static let yearKind = FormKey(
        "year-kind",
        .choice(ReportingYear.Kind.allCases.map(\.rawValue)),
        "when the year begins: in April (`financial`, unless it says otherwise), in January or in September"
    )
    static let point = FormKey(
        "point",
        required: true,
        "what the round reports on: `half-year`, `full-year`, `Q3`, `month 7` or `October`"
    )
    static let asAt = FormKey(
        "as-at",
        format: .date,
        required: true,
        "the day that the figures describe, written `2009-09-30`"
    )
    static let returnsDue = FormKey(
        "returns-due",
        format: .date,
        "the day by which directorates send their returns, written `2009-10-23`"
    )
    static let excludes = FormKey("excludes", "what is reported elsewhere, in words")

    static let form = Form(
        "round.yaml",
        [title, subtitle, year, yearKind, point, asAt, returnsDue, excludes, ExemptionWaivers.key, WaiverForm.key]
    )
}
