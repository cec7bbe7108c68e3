// SPDX-License-Identifier: Apache-2.0

/// One round of monitoring: a point in a year at which every directorate reports.
package struct Round: Sendable, Hashable {
    /// What the round is called: "2009/10 half-year monitoring".
    package var title: String
    /// Under the title, or `nil` for nothing.
    package var subtitle: String?
    /// What is reported on: a month, a quarter, half of a year or all of it.
    package var period: Period
    /// The day that the returns speak of.
    package var asAt: CalendarDate
    /// The day by which directorates send their returns, or `nil` if that is not said. No paper prints it.
    package var returnsDue: CalendarDate?
    /// What is reported elsewhere, in words.
    package var excludes: String?

    package init(
        title: String,
        subtitle: String? = nil,
        period: Period,
        asAt: CalendarDate,
        returnsDue: CalendarDate? = nil,
        excludes: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.period = period
        self.asAt = asAt
        self.returnsDue = returnsDue
        self.excludes = excludes
    }

    /// The year that is reported on.
    package var year: ReportingYear { period.year }
}
