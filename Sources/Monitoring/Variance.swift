// SPDX-License-Identifier: Apache-2.0

/// How far a figure is from its target.
package struct Variance: Sendable, Hashable {
    /// Without its sign, in the unit of the figure; percentage points between percentages.
    package var difference: Quantity
    /// The difference in per cent of the target, to one decimal; `nil` between percentages, and if the target is 0.
    package var percent: Quantity?
    /// Below zero where the figure is less than its target, above where it is more.
    package var sign: Int
}

/// The position of a figure relative to its expected range.
package enum RangeStanding: Sendable, Hashable {
    case below, within, above
}

extension Indicator {
    /// How far the actual of a period, or else its forecast, is from the target; `nil` without two numbers of the same thing.
    package func variance(at period: Period) -> Variance? {
        let figure = figures[FigureKey(period, .actual)] ?? figures[FigureKey(period, .forecast)]
        guard case .number(let actual)? = figure?.value, case .number(let target)? = goal(.target, at: period)?.value,
            let exactActual = ExactNumber(actual), let exactTarget = ExactNumber(target),
            let sign = exactActual.compared(with: exactTarget),
            let difference = actual.distance(from: target)
        else { return nil }
        let isShare = actual.unit == "%"
        return Variance(
            difference: difference,
            percent: isShare ? nil : exactActual.minus(exactTarget)?.magnitude?.share(of: exactTarget),
            sign: sign
        )
    }

    /// The range in which the figure of a period is expected, and where the figure is; `nil` without the three numbers.
    package func expectedRange(at period: Period) -> (low: Quantity, high: Quantity, standing: RangeStanding)? {
        guard case .number(let low)? = goal(.low, at: period)?.value,
            case .number(let high)? = goal(.high, at: period)?.value,
            case .number(let actual)? = figures[FigureKey(period, .actual)]?.value,
            let figure = ExactNumber(actual),
            let toLow = ExactNumber(low).flatMap({ figure.compared(with: $0) }),
            let toHigh = ExactNumber(high).flatMap({ figure.compared(with: $0) })
        else { return nil }
        return (low, high, toLow < 0 ? .below : toHigh > 0 ? .above : .within)
    }

    /// Whether the figure of a period has the best possible value: 100% if higher is better, 0 if lower is better.
    package func isAtBest(at period: Period) -> Bool {
        guard case .number(let actual)? = figures[FigureKey(period, .actual)]?.value, let exact = ExactNumber(actual)
        else { return false }
        switch polarity {
        case .higher:
            return actual.unit == "%" && exact.compared(with: .hundredPerCent) == 0
        case .lower: return actual.digits == 0
        case .neither: return false
        }
    }
}

extension Quantity {
    /// The difference to another number without its sign, in the same scale; `nil` where it is too large.
    fileprivate func distance(from other: Quantity) -> Quantity? {
        var (first, second) = (self, other)
        if first.scale != second.scale {
            guard let own = first.unscaled, let others = second.unscaled else { return nil }
            (first, second) = (own, others)
        }
        let decimals = max(first.decimals, second.decimals)
        guard let left = first.digits(atDecimals: decimals), let right = second.digits(atDecimals: decimals) else {
            return nil
        }
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        guard !overflow, difference != .min else { return nil }
        return Quantity(
            digits: abs(difference),
            decimals: decimals,
            scale: first.scale,
            currency: currency,
            unit: unit == "%" ? "points" : unit
        )
    }

    private func digits(atDecimals decimals: Int) -> Int? {
        var digits = digits
        for _ in self.decimals..<max(self.decimals, decimals) {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            digits = product
        }
        return digits
    }

    /// The same number in ones; `nil` where it is too large.
    private var unscaled: Quantity? {
        let (digits, overflow) = digits.multipliedReportingOverflow(by: scale.factor)
        return overflow
            ? nil : Quantity(digits: digits, decimals: decimals, currency: currency, unit: unit)
    }
}
