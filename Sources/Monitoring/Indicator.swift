// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A performance indicator with its figures.
package struct Indicator: Sendable, Hashable {
    /// Which way is better.
    package enum Polarity: String, Sendable, Hashable, CaseIterable {
        case higher, lower, neither
    }

    /// What a figure is of: an actual of some year, a target, and so on.
    package struct Period: Sendable, Hashable {
        /// What kind of figure.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case actual = "actual"
            case target = "target"
            case midYear = "mid-year"
            case forecast = "forecast"
        }

        /// The financial year that the figure is of.
        package var year: FinancialYear
        /// What was, what was to be, or what is expected.
        package var kind: Kind

        package init(year: FinancialYear, kind: Kind) {
            self.year = year
            self.kind = kind
        }
    }

    /// A unit or division, or `nil` if the return's tables have no bands.
    package var unit: String?
    package var reference: String?
    /// What is measured, as the row says it.
    package var measure: Prose
    /// Whether a higher or a lower figure is better, for the comparison with a target.
    package var polarity: Polarity
    /// Which of the return's tables it belongs to, where they divide the indicators.
    package var group: String?
    /// `nil` if the indicator illustrates performance and is no exception.
    package var status: Status?
    /// The figures of the row, by the columns that have one.
    package var figures: [Period: Observation]
    /// The value of others that it is compared with.
    package var comparison: Observation?
    /// Why the figures are as they are.
    package var comment: Comment
    /// Where the row is not for publication.
    package var exemption: Exemption?
    /// The row, for diagnostics.
    package var location: SourceLocation

    package init(
        unit: String? = nil,
        reference: String? = nil,
        measure: Prose,
        polarity: Polarity,
        group: String? = nil,
        status: Status? = nil,
        figures: [Period: Observation],
        comparison: Observation? = nil,
        comment: Comment,
        exemption: Exemption? = nil,
        location: SourceLocation
    ) {
        self.unit = unit
        self.reference = reference
        self.measure = measure
        self.polarity = polarity
        self.group = group
        self.status = status
        self.figures = figures
        self.comparison = comparison
        self.comment = comment
        self.exemption = exemption
        self.location = location
    }
}

extension Indicator.Period: CustomStringConvertible {
    /// `2009/10 mid-year`.
    package var description: String { "\(year) \(kind.rawValue)" }
}
