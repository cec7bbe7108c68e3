// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring

/// The columns of `indicators.csv`.
enum IndicatorColumns {
    static let unit = DataColumn("unit", "the identifier of a unit or division")
    static let ref = DataColumn("ref", "the indicator's number")
    static let measure = DataColumn("measure", required: true, "what is measured")
    static let better = DataColumn("better", required: true, "which way is better: `higher`, `lower` or `neither`")
    static let group = DataColumn("class", "the class that a table of the return asks for")
    static let status = DataColumn("status", "one of the council's status words")
    static let basis = DataColumn(
        "basis",
        "what its figures count: \(Indicator.Basis.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))"
    )
    static let asAt = DataColumn("as at", "the day that its latest figure is of, where that is not the round's")
    static let lag = DataColumn("lag", "how many of the round's periods its latest figure lags behind")
    static let tolerance = DataColumn(
        "tolerance",
        "how far short of its target it may fall and still be within tolerance: `5%` of the target, or `2 points`"
    )
    static let statusReason = DataColumn("status reason", "why the status is not the one that its figures make")
    static let yearEndStatus = DataColumn("year-end status", "how it is expected to stand at the end of the year")
    static let comparison = DataColumn("comparison", "how it stands against others")
    static let rank = DataColumn("rank", "its position among others, of which 1 is the best: `8 of 22`")
    static let quartile = DataColumn("quartile", "the quarter of the others that it is in: from 1, the best, to 4")
    static let comment = DataColumn("comment", "what there is to say of it, or `same as REF`")
    static let response = DataColumn("response", "what is being done to bring it back to its target")
    static let changeReason = DataColumn(
        "change reason",
        "why it is new, dropped or redefined since the round before, or a figure of that round revised"
    )
    static let exempt = PlanItemColumns.exempt

    static let all = [
        unit, ref, measure, better, group, status, statusReason, yearEndStatus, tolerance, basis, asAt, lag, comparison,
        rank, quartile, comment, response, changeReason, exempt, WaivedColumn.column,
    ]

    /// What a column of figures holds, by its name: `2008/09 actual`, `2026/27 Q3 target`, `Q3 2026/27`, `October 2026 actual`,
    /// `2009/10 mid-year`. Without a word for its kind it holds actuals.
    ///
    /// - Parameter year: the round's, of which a period without a year is; `nil` if it is not known.
    static func key(_ name: String, in year: ReportingYear?) -> Indicator.FigureKey? {
        var words = name.split { " \u{A0}".contains($0) }
        var kinds: [Indicator.FigureKey.Kind] = []
        words.removeAll { word in
            guard let kind = Indicator.FigureKey.Kind(rawValue: word.lowercased()) else { return false }
            kinds.append(kind)
            return true
        }
        guard kinds.count <= 1, let period = Period(words.joined(separator: " "), in: year),
            // A year alone is no name of a column.
            !kinds.isEmpty || period.span != .year
        else { return nil }
        return Indicator.FigureKey(period, kinds.first ?? .actual)
    }

    /// Names of columns of figures that a round may have, for hints: of its year and those around it, and of periods like its own.
    static func examples(around period: Period?) -> [String] {
        let period = period ?? Period(year: ReportingYear(first: 2009), span: .half(1))
        let years = (-1...3).map { period.wholeYear.before($0) }
        let count = 12 / period.span.months
        let parts = period.span == .year ? [] : (-count...2 * count).map { period.before($0) }
        let keys = (years + parts).flatMap { period in
            Indicator.FigureKey.Kind.allCases.map { "\(Indicator.FigureKey(period, $0))" }
        }
        return keys + years.map { "\(Indicator.FigureKey(Period(year: $0.year, span: .half(1)), .actual))" }
    }
}
