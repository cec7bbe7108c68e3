// SPDX-License-Identifier: Apache-2.0

/// A council's year, from 1 April to 31 March, named by both: `2009/10`.
package struct FinancialYear: Sendable, Hashable {
    /// The calendar year in which it begins.
    package let first: Int

    package init(first: Int) { self.first = first }

    /// Reads `2009/10`; `nil` if the second year does not follow the first.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let first = Int(digits: parts[0]), first > 0,
            let second = Int(digits: parts[1]), (first + 1) % 100 == second
        else { return nil }
        self.first = first
    }

    /// The year that began so many years earlier.
    package func before(_ years: Int) -> FinancialYear { FinancialYear(first: first - years) }
}

extension FinancialYear: CustomStringConvertible {
    package var description: String {
        let second = (first + 1) % 100
        return "\(first)/\(second < 10 ? "0" : "")\(second)"
    }
}
