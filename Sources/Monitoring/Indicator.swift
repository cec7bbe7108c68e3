// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A performance indicator with its figures.
package struct Indicator: Sendable, Hashable {
    /// Which way is better.
    package enum Polarity: String, Sendable, Hashable, CaseIterable {
        case higher, lower, neither
    }

    /// What a figure is of: the actual of some period, its target, and so on.
    package struct FigureKey: Sendable, Hashable {
        /// What kind of figure.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case actual, target, forecast, floor, stretch
            /// The ends of the range in which the figure is expected, where neither way is better.
            case low, high
        }

        /// The period that the figure is of.
        package var period: Period
        /// What was, what was to be, or what is expected.
        package var kind: Kind

        package init(_ period: Period, _ kind: Kind) {
            self.period = period
            self.kind = kind
        }
    }

    /// What a figure of a period counts.
    package enum Basis: String, Sendable, Hashable, CaseIterable {
        /// Only what was in the period.
        case inPeriod = "in period"
        /// Everything since the year began.
        case cumulative = "cumulative"
        /// How it stood on one day.
        case snapshot = "snapshot"
        /// The twelve months up to the end of the period.
        case rolling = "rolling year"
        /// Measured once a year.
        case annual = "annual"
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
    package var status: StatusWord?
    /// The figures of the row, by the columns that have one.
    package var figures: [FigureKey: Observation]
    /// What its figures count, or `nil` if the row does not say.
    package var basis: Basis?
    /// The day that its latest figure is of, where that is not the round's.
    package var asAt: CalendarDate?
    /// How many of the round's periods its latest figure lags behind, as figures do that others publish.
    package var lag: Int
    /// How far short of a target a figure may fall and still reach the floor, where that is not the council's.
    package var tolerance: RatingScale.Tolerance?
    /// The rating of its latest figure; `nil` if the council has no scale.
    package var rating: Rating?
    /// The rating of its forecast for the year; `nil` if the council has no scale, or the row has neither a forecast nor a status for it.
    package var yearEndRating: Rating?
    /// How it stands against others in the officer's own words, which are printed as they are.
    package var comparison: Observation?
    /// The figures of others, by the columns that have one.
    package var comparatorFigures: [Comparator.FigureKey: Observation]
    /// Its latest figure's position among those that are ranked, or `nil` if the row does not say.
    package var rank: Rank?
    /// The quarter that its latest figure is in, or `nil` if the row does not say.
    package var quartile: Quartile?
    /// Why the figures are as they are.
    package var comment: Comment
    /// Why it is new, dropped or defined otherwise than in the round before, or why a figure of that round is another now.
    package var changeReason: Prose
    /// What else the return says of it, by the names of the fields.
    package var details: [String: Detail]
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
        status: StatusWord? = nil,
        figures: [FigureKey: Observation],
        basis: Basis? = nil,
        asAt: CalendarDate? = nil,
        lag: Int = 0,
        tolerance: RatingScale.Tolerance? = nil,
        rating: Rating? = nil,
        yearEndRating: Rating? = nil,
        comparison: Observation? = nil,
        comparatorFigures: [Comparator.FigureKey: Observation] = [:],
        rank: Rank? = nil,
        quartile: Quartile? = nil,
        comment: Comment,
        changeReason: Prose = Prose(),
        details: [String: Detail] = [:],
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
        self.basis = basis
        self.asAt = asAt
        self.lag = lag
        self.tolerance = tolerance
        self.rating = rating
        self.yearEndRating = yearEndRating
        self.comparison = comparison
        self.comparatorFigures = comparatorFigures
        self.rank = rank
        self.quartile = quartile
        self.comment = comment
        self.changeReason = changeReason
        self.details = details
        self.exemption = exemption
        self.location = location
    }
}

extension Indicator {
    /// Everything that its row says in prose.
    package var prose: [Prose] {
        var texts: [Prose] = []
        visitProse { texts.append($0) }
        return texts
    }

    /// Visits everything that its row says in prose, without an array of it: rows are many.
    package func visitProse(_ visit: (Prose) -> Void) {
        visit(measure)
        comment.visitProse(visit)
        if !changeReason.isEmpty { visit(changeReason) }
        if let rating { visit(rating.reason) }
        if let yearEndRating { visit(yearEndRating.reason) }
        if !details.isEmpty { details.sortedByName.compactMap(\.prose).forEach(visit) }
    }

    /// Visits every figure of its row, in no order.
    package func visitObservations(_ visit: (Observation) -> Void) {
        figures.values.forEach(visit)
        if let comparison { visit(comparison) }
        if !comparatorFigures.isEmpty { comparatorFigures.values.forEach(visit) }
        if !details.isEmpty { details.values.compactMap(\.observation).forEach(visit) }
    }

    /// Every figure of its row in the order of the names of their columns.
    package var sortedObservations: [Observation] {
        figures.sorted { $0.key.description < $1.key.description }.map(\.value) + [comparison].compactMap(\.self)
            + comparatorFigures.sorted { $0.key.description < $1.key.description }.map(\.value)
            + details.sortedByName.compactMap(\.observation)
    }

    /// Whether it is an exception, which is reported with a reason: by its rating, or else by its status; `nil` if it has neither.
    package var isException: Bool? { rating?.verdict.isException ?? status?.isException }

    /// Whether it reaches no goal; of an indicator without a rating, whether its status is an exception.
    package var isOffTarget: Bool {
        switch rating?.verdict {
        case .step(let step): step.goal == nil
        case .unrated: false
        case nil: status?.isException == true
        }
    }
}

extension Indicator.FigureKey: CustomStringConvertible {
    /// As the column is called: `2009/10 target`, `2026/27 Q3 actual`, and `2009/10 mid-year` for the actual of the first half.
    package var description: String {
        if period.span == .half(1), kind == .actual { return "\(period.year) mid-year" }
        return "\(period) \(kind.rawValue)"
    }
}
