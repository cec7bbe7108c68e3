// SPDX-License-Identifier: Apache-2.0

extension BankHolidays.Division {
    /// The bank holidays of a year that follow from rules: the Banking and Financial Dealings Act 1971, sch. 1, and the days that are
    /// proclaimed every year.
    ///
    /// The titles are GOV.UK's, by which a list says that it moves one of them.
    package func rules(in year: Int) -> [BankHoliday] {
        let christmas = observed([("Christmas Day", 12, 25), ("Boxing Day", 12, 26)], in: year)
        let may = [
            BankHoliday(title: "Early May bank holiday", date: .first(.monday, of: 5, in: year)),
            BankHoliday(title: "Spring bank holiday", date: .last(.monday, of: 5, in: year)),
        ]
        let easter = BankHolidays.easter(year)
        let goodFriday = easter.map { BankHoliday(title: "Good Friday", date: $0.adding(days: -2)) }
        let easterMonday = easter.map { BankHoliday(title: "Easter Monday", date: $0.adding(days: 1)) }
        let newYear = ("New Year's Day", 1, 1)
        let lateSummer = BankHoliday(title: "Summer bank holiday", date: .last(.monday, of: 8, in: year))
        switch self {
        case .englandAndWales:
            let own = observed([newYear], in: year) + [lateSummer]
            return own + [goodFriday, easterMonday].compactMap(\.self) + may + christmas
        case .scotland:
            // St Andrew's Day Bank Holiday (Scotland) Act 2007.
            let saint = year < 2007 ? [] : observed([("St Andrew's Day", 11, 30)], in: year)
            let summer = BankHoliday(title: "Summer bank holiday", date: .first(.monday, of: 8, in: year))
            let own = observed([newYear, ("2nd January", 1, 2)], in: year) + [summer] + saint
            return own + [goodFriday].compactMap(\.self) + may + christmas
        case .northernIreland:
            let own =
                observed([newYear], in: year) + [lateSummer]
                + observed([("St Patrick's Day", 3, 17)], in: year)
                + observed([("Battle of the Boyne", 7, 12)], in: year)
            return own + [goodFriday, easterMonday].compactMap(\.self) + may + christmas
        }
    }

    /// Days that follow one another, each on its own day or, if that is a weekend, on the next that is not a holiday already.
    private func observed(_ days: [(title: String, month: Int, day: Int)], in year: Int) -> [BankHoliday] {
        let dates = days.compactMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
        var taken = Set(dates)
        return zip(days, dates).map { day, date in
            var observed = date
            if date.isWeekend {
                while observed.isWeekend || taken.contains(observed) { observed = observed.adding(days: 1) }
                taken.insert(observed)
            }
            return BankHoliday(title: day.title, date: observed)
        }
    }
}

extension BankHolidays {
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
}

extension CalendarDate {
    /// The first day of a month that is some day of the week.
    fileprivate static func first(_ weekday: Weekday, of month: Int, in year: Int) -> CalendarDate {
        var date = CalendarDate(year: year, month: month, day: 1) ?? .first
        while date.weekday != weekday { date = date.adding(days: 1) }
        return date
    }

    /// The last day of a month that is some day of the week.
    fileprivate static func last(_ weekday: Weekday, of month: Int, in year: Int) -> CalendarDate {
        var date = CalendarDate(year: year, month: month, day: days(inMonth: month, of: year)) ?? .first
        while date.weekday != weekday { date = date.adding(days: -1) }
        return date
    }
}
