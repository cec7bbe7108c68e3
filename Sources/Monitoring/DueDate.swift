// SPDX-License-Identifier: Apache-2.0

/// When something was due, as closely as the plan says: a day, a month or a year.
package enum DueDate: Sendable, Hashable {
    case day(CalendarDate)
    case month(year: Int, month: Int)
    case year(Int)

    /// Reads `2010-03-31`, `2010-03` or `2010`; `nil` for another format, or a date that does not exist.
    package init?(_ text: some StringProtocol) { self.init(substring: Substring(text)) }

    private init?(substring text: Substring) {
        if let date = CalendarDate(substring: text) {
            guard CalendarDate.fourDigitYears.contains(date.year) else { return nil }
            self = .day(date)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = Int(digits: first),
            CalendarDate.fourDigitYears.contains(year)
        else { return nil }
        if parts.count == 1 {
            self = .year(year)
        } else if parts.count == 2, parts[1].count == 2, let month = Int(digits: parts[1]), (1...12).contains(month) {
            self = .month(year: year, month: month)
        } else {
            return nil
        }
    }
}

extension DueDate: CustomStringConvertible {
    /// `31 March 2010`, `March 2010` or `2010`, as reports write it.
    package var description: String {
        switch self {
        case .day(let date): date.description
        case .month(let year, let month): "\(CalendarDate.monthNames[month - 1]) \(year)"
        case .year(let year): String(year)
        }
    }
}
