// SPDX-License-Identifier: Apache-2.0

/// Whether an indicator gets better or worse, by its polarity: a falling figure improves where lower is better.
package enum Direction: String, Sendable, Hashable, CaseIterable {
    case improving
    case stable
    case worsening
    case notComparable = "not comparable"
}

/// How a council tells which way indicators go.
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

    /// For the direction in the short run; in the long run the same period last year is compared.
    package var comparison: Comparison
    /// A smaller change is none; without it every change is one.
    package var band: RatingScale.Tolerance?

    package init(comparison: Comparison = .previous, band: RatingScale.Tolerance? = nil) {
        self.comparison = comparison
        self.band = band
    }
}

extension Indicator {
    /// Which way an indicator goes; `nil` if neither way is better.
    ///
    /// Figures that count from the beginning of a year grow whatever happens: they are compared with the same period last year only.
    ///
    /// - Parameters:
    ///   - period: of its latest figure.
    ///   - comparison: what that is compared with.
    package func direction(
        at period: Period,
        against comparison: DirectionRule.Comparison,
        by rule: DirectionRule
    ) -> Direction? {
        if polarity == .neither { return nil }
        switch comparison {
        case .previous where basis == .cumulative, .lastThree where basis == .cumulative: return .notComparable
        case .previous: return direction(from: period.before(1), to: period, by: rule)
        case .sameLastYear: return direction(from: period.yearsBefore(1), to: period, by: rule)
        case .lastThree:
            let first = direction(from: period.before(2), to: period.before(1), by: rule)
            let second = direction(from: period.before(1), to: period, by: rule)
            if first == .notComparable || second == .notComparable { return .notComparable }
            return first == second ? first : .stable
        }
    }

    private func direction(from former: Period, to latter: Period, by rule: DirectionRule) -> Direction {
        guard case .number(let first)? = figures[FigureKey(former, .actual)]?.value,
            case .number(let second)? = figures[FigureKey(latter, .actual)]?.value,
            // A figure by a new method says nothing beside one by the old.
            figures[FigureKey(latter, .actual)]?.qualifiers.contains(.revised)
                == figures[FigureKey(former, .actual)]?
                .qualifiers.contains(.revised),
            let before = ExactNumber(first), let after = ExactNumber(second), let sign = after.compared(with: before)
        else { return .notComparable }
        if sign == 0 || isWithinBand(before, after, rule) { return .stable }
        return (sign > 0) == (polarity == .higher) ? .improving : .worsening
    }

    /// Whether a change is not more than what counts as none.
    private func isWithinBand(_ before: ExactNumber, _ after: ExactNumber, _ rule: DirectionRule) -> Bool {
        guard let band = rule.band, let change = after.minus(before)?.magnitude else { return false }
        let bound: ExactNumber? =
            switch band {
            case .percent(let share): ExactNumber(share).flatMap { before.magnitude?.percent($0) }
            case .amount(let amount): ExactNumber(amount)
            }
        // In the units of the figures, whatever the band is written in: points for per cent.
        return bound.flatMap { bound in change.minus(bound)?.isPositive == false } ?? false
    }
}
