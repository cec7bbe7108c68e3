// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// How a workbook counts days.
enum DateSystem: Sendable, Hashable {
    /// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which there never was (ISO/IEC 29500-1, 18.17.4.1).
    case from1900
    /// Day 0 is 1 January 1904, as Excel for the Mac once counted.
    case from1904

    /// A day and a time, as a cell shows them.
    struct Moment {
        var year: Int
        var month: Int
        var day: Int
        /// Of the week, Sunday first.
        var weekday: Int
        /// Since midnight.
        var seconds: Double
    }

    /// The day and the time of a number, or `nil` if no cell can show it.
    ///
    /// - Parameter decimals: the digits of seconds that are shown.
    func moment(_ value: Double, decimals: Int) -> Moment? {
        guard value >= 0, value < 2_958_466 else { return nil }
        var day = Int(value)
        let parts = [1.0, 10, 100, 1000][min(decimals, 3)]
        var seconds = ((value - Double(day)) * 86_400 * parts).rounded() / parts
        if seconds >= 86_400 {
            day += 1
            seconds -= 86_400
        }
        switch self {
        case .from1904:
            return Self.civil(day + 1_462, seconds)
        case .from1900 where day == 60:
            return Moment(year: 1900, month: 2, day: 29, weekday: 3, seconds: seconds)
        case .from1900 where day == 0:
            return Moment(year: 1900, month: 1, day: 0, weekday: 6, seconds: seconds)
        case .from1900:
            var moment = Self.civil(day < 60 ? day + 1 : day, seconds)
            // Before the day that there never was, Excel is a day ahead in the week.
            if day < 60 { moment.weekday = (moment.weekday + 6) % 7 }
            return moment
        }
    }

    /// The date of a number, or `nil` if it is none or no day at all.
    func date(_ value: Double) -> CalendarDate? {
        moment(value, decimals: 3).flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
    }

    /// The number of a day that is stored as `2026-03-31T12:00:00`, as strict workbooks may, or `nil` if it is none.
    func number(ofISO8601 text: String) -> Double? {
        let halves = text.split(separator: "T", maxSplits: 1)
        guard let first = halves.first, let date = CalendarDate(first) else { return nil }
        var seconds = 0.0
        if halves.count == 2 {
            let parts = halves[1].split(separator: ":").map { Double($0.prefix { $0 != "Z" }) }
            for (part, length) in zip(parts, [3_600.0, 60, 1]) { seconds += (part ?? 0) * length }
        }
        let days = Double(date.dayNumber - CalendarDate.spreadsheetEpoch)
        let number = days + seconds / 86_400
        switch self {
        case .from1904: return number - 1_462
        case .from1900: return number < 61 ? number - 1 : number
        }
    }

    /// The moment a number of days after 30 December 1899, and of seconds after midnight.
    private static func civil(_ days: Int, _ seconds: Double) -> Moment {
        let (year, month, day) = CalendarDate.components(ofDayNumber: days + CalendarDate.spreadsheetEpoch)
        return Moment(year: year, month: month, day: day, weekday: (days + 6) % 7, seconds: seconds)
    }
}

extension NumberFormat.Section {
    /// A number as a date or a time, or `nil` if the cell shows that it cannot.
    func shownAsDate(_ value: Double, in dates: DateSystem) -> String? {
        let decimals = pieces.compactMap { if case .date(.fraction(let count)) = $0 { count } else { nil } }.max() ?? 0
        guard let moment = dates.moment(value, decimals: decimals) else { return nil }
        let isHalved = pieces.contains { if case .date(.halfOfDay) = $0 { true } else { false } }
        return pieces.map { piece in
            switch piece {
            case .literal(let words): words
            case .point: "."
            case .comma: ","
            case .percent: "%"
            case .date(let part): part.text(of: moment, value: value, isHalved: isHalved)
            case .digit, .exponent, .stroke, .general, .text: ""
            }
        }.joined()
    }

    /// The date of a number as `2026-03-31`, or as `2026-03` where only its month is shown; `nil` if it is no date.
    func isoDate(_ value: Double, in dates: DateSystem) -> String? {
        guard isDate, let date = dates.date(value) else { return nil }
        var shows = (day: false, month: false, year: false)
        for case .date(let part) in pieces {
            switch part {
            case .day: shows.day = true
            case .month: shows.month = true
            case .year: shows.year = true
            default: break
            }
        }
        guard shows.month || shows.day else { return nil }
        return shows.day ? date.iso8601 : String(date.iso8601.dropLast(3))
    }
}

extension NumberFormat.DatePart {
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    fileprivate func text(of moment: DateSystem.Moment, value: Double, isHalved: Bool) -> String {
        let seconds = Int(moment.seconds)
        let hour = seconds / 3_600
        switch self {
        case .year(let count): return count <= 2 ? padded(moment.year % 100, 2) : padded(moment.year, 4)
        case .month(let count):
            let name = CalendarDate.monthNames[moment.month - 1]
            switch count {
            case 1, 2: return padded(moment.month, count)
            case 3: return String(name.prefix(3))
            case 5: return String(name.prefix(1))
            default: return name
            }
        case .day(let count):
            if count <= 2 { return padded(moment.day, count) }
            let name = Self.weekdays[moment.weekday]
            return count == 3 ? String(name.prefix(3)) : name
        case .hour(let count): return padded(isHalved ? (hour + 11) % 12 + 1 : hour, min(count, 2))
        case .minute(let count): return padded(seconds / 60 % 60, min(count, 2))
        case .second(let count): return padded(seconds % 60, min(count, 2))
        case .fraction(let count):
            let scale = [10, 100, 1000][min(count, 3) - 1]
            return "." + padded(Int((moment.seconds * Double(scale)).rounded()) % scale, min(count, 3))
        case .halfOfDay(let isShort): return (hour < 12 ? "AM" : "PM").prefix(isShort ? 1 : 2).description
        case .hoursInAll(let count): return padded(Int(value * 24 + 1e-9), count)
        case .minutesInAll(let count): return padded(Int(value * 1_440 + 1e-9), count)
        case .secondsInAll(let count): return padded(Int((value * 86_400).rounded()), count)
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
