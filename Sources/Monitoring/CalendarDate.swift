// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, free of time and time zone.
package struct CalendarDate: Sendable, Hashable, Codable {
    /// 1 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nothing where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The first day that there is.
    static let first = CalendarDate()

    private init() {
        year = 1
        month = 1
        day = 1
    }

    /// The years that a plan or a period may name: those that are printed with the four digits with which they are written.
    package static let fourDigitYears = 1000...9999

    /// Reads `2009-11-30` (ISO 8601, extended format); `nil` for another format, or a day that does not exist.
    package init?(_ text: some StringProtocol) { self.init(substring: Substring(text)) }

    /// The same for one type of text, so that code for it is made: returns have thousands of dates.
    init?(substring text: Substring) {
        guard text.utf8.count == 10 else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(digits: parts[0]), let month = Int(digits: parts[1]), let day = Int(digits: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// In English, January first.
    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The number of the month that has a name, or begins so: `October`, `Oct`; `nil` if there is none.
    package static func month(named name: some StringProtocol) -> Int? {
        let name = name.lowercased()
        guard name.count >= 3 else { return nil }
        return monthNames.firstIndex { month in
            month.lowercased() == name || name.count <= 4 && month.lowercased().hasPrefix(name)
        }.map { $0 + 1 }
    }

    /// How many days a month has: 29 for the February of a leap year.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `2009-11-30`.
    package var iso8601: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension CalendarDate {
    /// A day of the week, Monday first.
    package enum Weekday: Int, Sendable, Hashable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday

        /// In English, with a capital: "Monday".
        package var name: String { "\(self)".prefix(1).uppercased() + "\(self)".dropFirst() }
    }

    /// The day of the week, for every year of the calendar.
    package var weekday: Weekday { Weekday(rawValue: (dayNumber + 2) % 7) ?? .monday }

    /// Whether it is a Saturday or a Sunday.
    package var isWeekend: Bool { weekday == .saturday || weekday == .sunday }

    /// So many days later, or earlier; the first or the last day that there is where it would lie beyond.
    package func adding(days: Int) -> CalendarDate {
        var date = self
        for _ in 0..<abs(days) { date = days < 0 ? date.before : date.after }
        return date
    }

    private var after: CalendarDate {
        CalendarDate(year: year, month: month, day: day + 1) ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
    }

    private var before: CalendarDate {
        CalendarDate(year: year, month: month, day: day - 1)
            ?? CalendarDate(year: year, month: month - 1, day: Self.days(inMonth: max(1, month - 1), of: year))
            ?? CalendarDate(year: year - 1, month: 12, day: 31) ?? self
    }

    /// Days since 1 March of the year 0, in a calendar whose years begin in March so that a leap day ends one.
    package var dayNumber: Int {
        let shiftedYear = month > 2 ? year : year - 1
        let shiftedMonth = (month + 9) % 12
        return 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
            + (153 * shiftedMonth + 2) / 5 + day - 1
    }

    /// The ``dayNumber`` of 30 December 1899, the day before the first of the numbers that spreadsheets have for days.
    package static let spreadsheetEpoch = 693_899

    /// The year, month and day with a ``dayNumber``, of any year from 0 on (Howard Hinnant, "chrono-compatible low-level date algorithms").
    package static func components(ofDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
        let era = number / 146_097
        let dayOfEra = number % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension CalendarDate: Comparable, CustomStringConvertible {
    package static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }

    /// `30 November 2009`, as reports write it; papers have the words of their language.
    package var description: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }
}

extension Int {
    /// Reads ASCII digits and nothing else.
    init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}
