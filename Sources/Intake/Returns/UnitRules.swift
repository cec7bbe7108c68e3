// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

extension DiagnosticCollector {
    /// Reports the first figure of a row that is in another unit than the others, as `0.81` beside `85%`, or `2,650,000` beside `£2.7m`.
    ///
    /// What was revised, `[r]`, may be counted in another way than before.
    func checkUnits(of observations: [Observation]) {
        let figures = observations.compactMap { observation -> (Quantity, SourceLocation)? in
            guard case .number(let quantity) = observation.value, !observation.qualifiers.contains(.revised) else {
                return nil
            }
            return (quantity, observation.location)
        }
        guard let first = figures.first(where: { !$0.0.isBare }) ?? figures.first else { return }
        for (quantity, location) in figures where !quantity.isOfUnit(of: first.0) {
            // A nought is nought of anything.
            if quantity.digits == 0, quantity.isBare { continue }
            if first.0.unit == "%", let percentage = quantity.percentageOfFraction {
                report(.fraction(quantity, percentage: percentage), at: location)
            } else {
                report(
                    quantity.isBare ? .bareFigure(quantity, beside: first.0) : .otherUnit(quantity, first.0),
                    at: location
                )
            }
            return
        }
    }
}

extension Quantity {
    /// Whether it has neither unit nor currency.
    fileprivate var isBare: Bool { unit == nil && currency == nil }

    fileprivate func isOfUnit(of other: Quantity) -> Bool {
        func plural(_ unit: String?) -> String? {
            unit.map { QuantityReader.units.contains($0 + "s") ? $0 + "s" : $0 }
        }
        return currency == other.currency && (unit == other.unit || plural(unit) == plural(other.unit))
    }

    /// The percentage that a bare fraction from 0 to 1 is, `81%` for `0.81`; `nil` for other numbers.
    fileprivate var percentageOfFraction: Quantity? {
        guard isBare, scale == .one, decimals > 0, decimals <= 8 else { return nil }
        let one = (0..<decimals).reduce(1) { power, _ in power * 10 }
        guard digits.magnitude <= one else { return nil }
        var percentage = self
        percentage.unit = "%"
        percentage.decimals = max(0, decimals - 2)
        if decimals < 2 { percentage.digits *= 10 }
        return percentage
    }
}

extension Diagnostic.Message {
    fileprivate static func fraction(_ quantity: Quantity, percentage: Quantity) -> Self {
        Self(
            .percentageAsFraction,
            "`\(quantity)` stands beside figures in per cent",
            hint: "if it is the share that a spreadsheet shows as a percentage, write `\(percentage)`"
        )
    }

    fileprivate static func bareFigure(_ quantity: Quantity, beside other: Quantity) -> Self {
        let unit = other.unit ?? other.currency ?? ""
        return Self(
            .mixedUnits,
            "`\(quantity)` has no unit, and another figure of the row has `\(unit)`",
            hint: "write the unit of each figure: they are printed beside one another"
        )
    }

    fileprivate static func otherUnit(_ quantity: Quantity, _ other: Quantity) -> Self {
        Self(
            .mixedUnits,
            "`\(quantity)` and `\(other)` in the row are of different units",
            hint: "give all figures of a row in one unit"
        )
    }
}
