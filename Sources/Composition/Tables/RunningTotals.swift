// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// The totals, row by row, of the columns of a table that carry theirs from page to page.
///
/// Only whole figures and money add up: of the other figures an officer would have to say what a total means. What has no number adds nothing.
struct RunningTotals {
    /// The total of a column so far.
    private struct Sum {
        var column: Int
        var quantity: Quantity?
        /// The first figure that could not be added.
        var odd: SourceLocation?
    }

    private var sums: [Sum]

    /// - Parameter columns: those that carry their totals, from left to right.
    init(columns: [Int]) { sums = columns.map { Sum(column: $0) } }

    /// The columns whose figures could all be added, if there are any.
    var columns: [Int] { sums.filter { $0.odd == nil && $0.quantity != nil }.map(\.column) }

    /// The locations of the first figure of each column that could not be added.
    var oddPlaces: [SourceLocation] { sums.compactMap(\.odd) }

    /// The totals so far; `nil` for a column without a figure yet.
    var quantities: [(column: Int, quantity: Quantity?)] { sums.map { ($0.column, $0.quantity) } }

    /// Adds the figure of a row to the total of its column.
    mutating func add(_ observation: Observation, in column: Int) {
        guard let index = sums.firstIndex(where: { $0.column == column }), sums[index].odd == nil else { return }
        switch observation.value {
        case .number(let quantity):
            guard let sum = quantity.added(to: sums[index].quantity) else {
                sums[index].odd = observation.location
                return
            }
            sums[index].quantity = sum
        case .composite: sums[index].odd = observation.location
        case .yesOrNo, .words, .absent: break
        }
    }
}

extension Quantity {
    /// The sum with a total of the same currency and scale; `nil` if this is neither a whole figure nor money, or if the two do not add up.
    fileprivate func added(to total: Quantity?) -> Quantity? {
        guard unit == nil, currency != nil || decimals == 0 else { return nil }
        guard let total else {
            var first = self
            first.hasPlusSign = false
            return first
        }
        let most = max(decimals, total.decimals)
        guard currency == total.currency, scale == total.scale, let own = digits(withDecimals: most),
            let others = total.digits(withDecimals: most)
        else { return nil }
        let (sum, isTooLarge) = own.addingReportingOverflow(others)
        return isTooLarge ? nil : Quantity(digits: sum, decimals: most, scale: scale, currency: currency)
    }

    /// The digits with more of them after the point, or `nil` if there are too many.
    private func digits(withDecimals wanted: Int) -> Int? {
        var digits = digits
        for _ in decimals..<max(decimals, wanted) {
            let (larger, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
            if isTooLarge { return nil }
            digits = larger
        }
        return digits
    }
}
