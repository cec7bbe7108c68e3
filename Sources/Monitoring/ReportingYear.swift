// SPDX-License-Identifier: Apache-2.0

/// A year that is reported on: a council's own from April to March, `2026/27`; a calendar year, `2026`; or a school year.
package struct ReportingYear: Sendable, Hashable {
    /// When a year begins.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case financial, calendar, academic

        /// The month in which it begins, January being 1: April for a financial year (Local Government Act 1972, s. 171), September for
        /// a school year.
        package var firstMonth: Int {
            switch self {
            case .financial: 4
            case .calendar: 1
            case .academic: 9
            }
        }
    }

    /// When it begins.
    package let kind: Kind
    /// The calendar year in which it begins.
    package let first: Int

    package init(first: Int, kind: Kind = .financial) {
        self.first = first
        self.kind = kind
    }

    /// Reads `2009/10`, `2009-10`, `2009–10`, `2009/2010` or `09/10`, and `2009` for a calendar year.
    ///
    /// - Parameter kind: what a year of two numbers is: financial or academic.
    /// - Returns: `nil` if the second year does not follow the first, or the text is no year.
    package init?(_ text: some StringProtocol, kind: Kind = .financial) {
        let parts = text.split(omittingEmptySubsequences: false) { "/-\u{2010}\u{2011}\u{2013}".contains($0) }
        guard let firstPart = parts.first, let written = Int(digits: firstPart) else { return nil }
        if parts.count == 1, firstPart.count == 4, CalendarDate.fourDigitYears.contains(written) {
            self.init(first: written, kind: .calendar)
            return
        }
        guard parts.count == 2, let second = Int(digits: parts[1]), kind != .calendar else { return nil }
        switch (firstPart.count, parts[1].count) {
        case (4, 2), (2, 2): guard (written + 1) % 100 == second else { return nil }
        case (4, 4): guard written + 1 == second else { return nil }
        default: return nil
        }
        let first = firstPart.count == 2 ? 2000 + written : written
        guard CalendarDate.fourDigitYears.contains(first) else { return nil }
        self.init(first: first, kind: kind)
    }

    /// The year of the same kind, `years` years earlier.
    package func before(_ years: Int) -> ReportingYear { ReportingYear(first: first - years, kind: kind) }
}

extension ReportingYear: CustomStringConvertible {
    /// `2009/10`, or `2009` for a calendar year.
    package var description: String {
        if kind == .calendar { return String(first) }
        let second = (first + 1) % 100
        return "\(first)/\(second < 10 ? "0" : "")\(second)"
    }
}
