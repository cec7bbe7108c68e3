// SPDX-License-Identifier: Apache-2.0

/// The bank holidays of a year, by rule: the Banking and Financial Dealings Act 1971, sch. 1, with the days that royal
/// proclamations have added and moved.
package struct BankHolidays: Sendable, Hashable {
    /// The holidays, among them those weekends for which a weekday is given as well.
    package let days: Set<CalendarDate>

    /// The holidays of a calendar year; Wales has those of England.
    package init(of year: Int, in nation: Nation) {
        var days = nation == .scotland ? Self.scottish(year) : Self.english(year)
        for (moved, to) in Self.moved where moved.year == year {
            days.remove(moved)
            days.insert(to)
        }
        for extra in Self.extra where extra.year == year { days.insert(extra) }
        self.days = days
    }

    /// Easter Sunday, by Gauss's rule as Meeus, Jones and Butcher give it.
    package static func easter(_ year: Int) -> CalendarDate? {
        let golden = year % 19
        let century = year / 100
        let ofCentury = year % 100
        let correction = (century + 8) / 25
        let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let day = epact + weekday - 7 * late + 114
        return CalendarDate(year: year, month: day / 31, day: day % 31 + 1)
    }

    private static func english(_ year: Int) -> Set<CalendarDate> {
        var days = easterDays(year, [-2, 1])
        days.formUnion(observed([(1, 1)], in: year))
        days.formUnion(observed([(12, 25), (12, 26)], in: year))
        days.formUnion([
            first(.monday, of: 5, in: year), last(.monday, of: 5, in: year), last(.monday, of: 8, in: year),
        ])
        return days
    }

    private static func scottish(_ year: Int) -> Set<CalendarDate> {
        var days = easterDays(year, [-2])
        days.formUnion(observed([(1, 1), (1, 2)], in: year))
        days.formUnion(observed([(12, 25), (12, 26)], in: year))
        // St Andrew's Day Bank Holiday (Scotland) Act 2007.
        if year >= 2007 { days.formUnion(observed([(11, 30)], in: year)) }
        days.formUnion([
            first(.monday, of: 5, in: year), last(.monday, of: 5, in: year), first(.monday, of: 8, in: year),
        ])
        return days
    }

    private static func easterDays(_ year: Int, _ offsets: [Int]) -> Set<CalendarDate> {
        guard let easter = easter(year) else { return [] }
        return Set(offsets.map(easter.adding))
    }

    /// Days with a weekday instead of each that falls on a weekend: the next that is not a holiday already.
    private static func observed(_ days: [(month: Int, day: Int)], in year: Int) -> Set<CalendarDate> {
        let dates = days.compactMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
        var observed = Set(dates)
        for date in dates where date.isWeekend {
            var substitute = date
            while substitute.isWeekend || observed.contains(substitute) { substitute = substitute.adding(days: 1) }
            observed.insert(substitute)
        }
        return observed
    }

    private static func first(_ weekday: CalendarDate.Weekday, of month: Int, in year: Int) -> CalendarDate {
        var date = day(year, month, 1)
        while date.weekday != weekday { date = date.adding(days: 1) }
        return date
    }

    private static func last(_ weekday: CalendarDate.Weekday, of month: Int, in year: Int) -> CalendarDate {
        var date = day(year, month, CalendarDate.days(inMonth: month, of: year))
        while date.weekday != weekday { date = date.adding(days: -1) }
        return date
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? .first
    }

    /// The early May day for the anniversary of 1945; the spring day for the Jubilees.
    private static let moved: [(CalendarDate, CalendarDate)] = [
        (day(1995, 5, 1), day(1995, 5, 8)), (day(2020, 5, 4), day(2020, 5, 8)),
        (day(2002, 5, 27), day(2002, 6, 4)), (day(2012, 5, 28), day(2012, 6, 4)), (day(2022, 5, 30), day(2022, 6, 2)),
    ]

    /// The turn of the millennium, royal weddings, Jubilees, a funeral and a coronation.
    private static let extra = [
        day(1977, 6, 7), day(1981, 7, 29), day(1999, 12, 31), day(2002, 6, 3), day(2011, 4, 29), day(2012, 6, 5),
        day(2022, 6, 3),
        day(2022, 9, 19), day(2023, 5, 8),
    ]
}
