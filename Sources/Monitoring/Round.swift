// SPDX-License-Identifier: Apache-2.0

/// One round of monitoring: a point in a financial year at which every directorate reports.
package struct Round: Sendable, Hashable {
    /// The point of the year that the round reports on.
    package enum Point: String, Sendable, Hashable, CaseIterable {
        case halfYear = "half-year"
        case fullYear = "full-year"
    }

    /// What the round is called: "2009/10 half-year monitoring".
    package var title: String
    /// Under the title, or `nil` for nothing.
    package var subtitle: String?
    /// The year that is reported on.
    package var year: FinancialYear
    /// Whether half of the year or all of it is reported on.
    package var point: Point
    /// The day that the returns speak of.
    package var asAt: CalendarDate
    /// What is reported elsewhere, in words.
    package var excludes: String?

    package init(
        title: String,
        subtitle: String? = nil,
        year: FinancialYear,
        point: Point,
        asAt: CalendarDate,
        excludes: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.year = year
        self.point = point
        self.asAt = asAt
        self.excludes = excludes
    }
}
