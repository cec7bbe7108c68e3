// SPDX-License-Identifier: Apache-2.0

/// Says by when a paper must be public before its meeting.
package struct PublicationCalendar: Sendable, Hashable {
    private let nation: Nation
    private let bankHolidays: BankHolidays
    /// Days on which the council's offices are closed, beside weekends and bank holidays.
    private let closedDays: Set<CalendarDate>

    /// - Parameter bankHolidays: those of the nation; `nil` for those that follow from rules.
    package init(nation: Nation, bankHolidays: BankHolidays? = nil, closedDays: Set<CalendarDate> = []) {
        self.nation = nation
        self.bankHolidays = bankHolidays ?? BankHolidays(of: nation.division)
        self.closedDays = closedDays
    }

    /// Whether a day counts: no weekend, no bank holiday, no day on which the council is closed.
    package func isWorkingDay(_ date: CalendarDate) -> Bool {
        !date.isWeekend && !closedDays.contains(date) && !bankHolidays.days(in: date.year).contains(date)
    }

    /// The last day on which a paper may be published: the working day before as many clear days as the law asks for. Clear days are
    /// working days; neither the day of publication nor that of the meeting is one.
    package func lastDayOfPublication(before meeting: CalendarDate) -> CalendarDate {
        var date = meeting
        for _ in 0...nation.clearDays { date = lastWorkingDay(onOrBefore: date.adding(days: -1)) }
        return date
    }

    private func lastWorkingDay(onOrBefore date: CalendarDate) -> CalendarDate {
        var date = date
        while !isWorkingDay(date), date > .first { date = date.adding(days: -1) }
        return date
    }
}
