// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

/// The days on which nobody works, as the government has published them.
struct BankHolidayTests {
    /// Without the weekends for which a weekday is given instead.
    private func weekdays(_ year: Int, _ nation: Nation) -> [String] {
        BankHolidays(of: year, in: nation).days.filter { !$0.isWeekend }.sorted().map {
            String($0.iso8601.dropFirst(5))
        }
    }

    @Test(arguments: [
        (2009, ["01-01", "04-10", "04-13", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2012, ["01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"]),
        (2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
        (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2022, ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]),
        (2023, ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
    ])
    func `England and Wales`(year: Int, days: [String]) {
        #expect(weekdays(year, .england) == days)
        #expect(weekdays(year, .wales) == days)
    }

    @Test(arguments: [
        (2021, ["01-01", "01-04", "04-02", "05-03", "05-31", "08-02", "11-30", "12-27", "12-28"]),
        (2022, ["01-03", "01-04", "04-15", "05-02", "06-02", "06-03", "08-01", "09-19", "11-30", "12-26", "12-27"]),
        (2023, ["01-02", "01-03", "04-07", "05-01", "05-08", "05-29", "08-07", "11-30", "12-25", "12-26"]),
        (2024, ["01-01", "01-02", "03-29", "05-06", "05-27", "08-05", "12-02", "12-25", "12-26"]),
    ])
    func `Scotland`(year: Int, days: [String]) {
        #expect(weekdays(year, .scotland) == days)
    }

    @Test func `Scotland has kept St Andrew's Day since 2007`() throws {
        let day = { (year: Int) throws in try #require(CalendarDate(year: year, month: 11, day: 30)) }
        #expect(try !BankHolidays(of: 2006, in: .scotland).days.contains(day(2006)))
        #expect(try BankHolidays(of: 2007, in: .scotland).days.contains(day(2007)))
        #expect(try !BankHolidays(of: 2007, in: .england).days.contains(day(2007)))
    }

    @Test func `a calendar that begins or ends with holidays is not left`() throws {
        let first = try #require(CalendarDate("0001-01-01"))
        #expect(PublicationCalendar(nation: .england).lastDayOfPublication(before: first) == first)
    }

    @Test(arguments: [
        ("2009-11-30", true), ("2009-11-28", false), ("2009-11-29", false), ("2009-12-25", false),
        ("2009-12-28", false), ("2009-12-29", true),
    ])
    func `weekends and holidays are no working days`(day: String, isWorkingDay: Bool) throws {
        let day = try #require(CalendarDate(day))
        #expect(PublicationCalendar(nation: .england).isWorkingDay(day) == isWorkingDay)
        #expect(!PublicationCalendar(nation: .england, closedDays: [day]).isWorkingDay(day))
    }
}
