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
    static let comparison = DataColumn("comparison", "how it stands against others")
    static let comment = DataColumn("comment", "what there is to say of it, or `same as REF`")
    static let exempt = PlanItemColumns.exempt

    static let all = [unit, ref, measure, better, group, status, comparison, comment, exempt]

    /// What a column of figures holds by its name: `2008/09 actual`.
    static func period(_ name: String) -> Indicator.Period? {
        let words = name.split(separator: " ")
        guard words.count == 2, let year = FinancialYear(words[0]),
            let kind = Indicator.Period.Kind(rawValue: words[1].lowercased())
        else { return nil }
        return Indicator.Period(year: year, kind: kind)
    }

    /// Names of columns of figures that a round may have, for hints.
    static func examples(around year: FinancialYear?) -> [String] {
        let middle = year ?? FinancialYear(first: 2009)
        return (-1...3).flatMap { years in
            Indicator.Period.Kind.allCases.map { "\(Indicator.Period(year: middle.before(years), kind: $0))" }
        }
    }
}
