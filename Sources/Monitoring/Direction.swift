// SPDX-License-Identifier: Apache-2.0

/// The direction of travel of an indicator, by its polarity: a falling figure is an improvement if lower is better.
package enum Direction: String, Sendable, Hashable, CaseIterable {
    case improving
    case stable
    case worsening
    case notComparable = "not comparable"
}

/// How a council computes the direction of travel of its indicators.
package struct DirectionRule: Sendable, Hashable {
    /// What the latest figure is compared with.
    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        /// The period before.
        case previous = "previous"
        /// The same period of the year before.
        case sameLastYear = "same-period-last-year"
        /// The two before it: only three figures that go one way are a direction.
        case lastThree = "last-three"
    }

    /// For the short-term direction; the long-term one compares with the same period last year.
    package var comparison: Comparison
    /// A smaller change is none; without it every change is one.
    package var band: RatingScale.Tolerance?

    package init(comparison: Comparison = .previous, band: RatingScale.Tolerance? = nil) {
        self.comparison = comparison
        self.band = band
    }
}

extension Indicator {
    /// The direction of travel; `nil` if neither a higher nor a lower figure is better.
    ///
    /// Cumulative figures always grow within a year: they are compared with the same period last year only.
    ///
    /// - Parameters:
    ///   - period: of its latest figure.
    ///   - comparison: what that is compared with.
    ///   - band: a smaller change is none; `nil` if every change is one.
    package func direction(
        at period: Period,
        against comparison: DirectionRule.Comparison,
        band: RatingScale.Tolerance?
    ) -> Direction? {
        if polarity == .neither { return nil }
        func change(from former: Period, to latter: Period) -> Direction {
            direction(from: former, to: latter, band: band)
        }
        switch comparison {
        case .previous where basis == .cumulative, .lastThree where basis == .cumulative: return .notComparable
        case .previous: return change(from: period.before(1), to: period)
        case .sameLastYear: return change(from: period.yearsBefore(1), to: period)
        case .lastThree:
            let first = change(from: period.before(2), to: period.before(1))
            let second = change(from: period.before(1), to: period)
            if first == .notComparable || second == .notComparable { return .notComparable }
            return first == second ? first : .stable
        }
    }

    private func direction(from former: Period, to latter: Period, band: RatingScale.Tolerance?) -> Direction {
        guard let former = figures[FigureKey(former, .actual)], let latter = figures[FigureKey(latter, .actual)],
            case .number(let first) = former.value, case .number(let second) = latter.value,
            // A figure by a new method says nothing beside one by the old.
            former.qualifiers.contains(.revised) == latter.qualifiers.contains(.revised),
            let before = ExactNumber(first), let after = ExactNumber(second), let sign = after.compared(with: before)
        else { return .notComparable }
        // The amount of a band is in the units of the figures: points for per cent.
        let excess = band?.amount(of: before).flatMap { after.minus(before)?.magnitude?.minus($0) }
        if sign == 0 || excess?.isPositive == false { return .stable }
        return (sign > 0) == (polarity == .higher) ? .improving : .worsening
    }
}
