// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// `round.yaml`.
enum RoundForm {
    static let title = FormKey("title", required: true, "what the round is called")
    static let subtitle = FormKey("subtitle", "the month of the round")
    static let year = FormKey("year", required: true, "the financial year, written `2009/10`")
    static let point = FormKey(
        "point",
        .choice(Round.Point.allCases.map(\.rawValue)),
        required: true,
        "how far through the year the round stands"
    )
    static let asAt = FormKey("as-at", required: true, "the day that the figures describe, written `2009-09-30`")
    static let excludes = FormKey("excludes", "what is reported elsewhere, in words")

    static let form = Form("round.yaml", [title, subtitle, year, point, asAt, excludes, ExemptionWaivers.key])
}
