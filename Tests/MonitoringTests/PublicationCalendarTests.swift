// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

@Suite struct PublicationCalendarTests {
    /// Meetings and the last days on which their papers may be published.
    private static let english = [
        // The four meetings of the two papers that the program began with.
        ("2009-09-17", "2009-09-09"), ("2009-10-12", "2009-10-02"), ("2009-10-15", "2009-10-07"),
        ("2009-11-30", "2009-11-20"),
        // Each day of a week without holidays.
        ("2024-02-19", "2024-02-09"), ("2024-02-20", "2024-02-12"), ("2024-02-21", "2024-02-13"),
        ("2024-02-22", "2024-02-14"), ("2024-02-23", "2024-02-15"),
        // A leap day counts.
        ("2024-03-05", "2024-02-26"), ("2023-03-06", "2023-02-24"),
        // Over Good Friday and Easter Monday: early, late, and in 2024 as March turns to April.
        ("2008-03-27", "2008-03-17"), ("2011-04-27", "2011-04-15"), ("2024-04-02", "2024-03-21"),
        ("2024-04-09", "2024-03-28"), ("2025-04-24", "2025-04-14"),
        // Over Christmas and New Year, with days instead of a Saturday's, a Sunday's and both.
        ("2009-12-29", "2009-12-17"), ("2010-01-05", "2009-12-23"), ("2010-12-31", "2010-12-21"),
        ("2011-01-05", "2010-12-23"), ("2012-01-04", "2011-12-22"), ("2015-12-30", "2015-12-18"),
        ("2017-01-04", "2016-12-22"), ("2022-01-05", "2021-12-23"), ("2023-01-04", "2022-12-22"),
        ("2026-12-30", "2026-12-18"),
        // Over the holidays of May and August.
        ("2024-05-08", "2024-04-29"), ("2024-05-31", "2024-05-22"), ("2024-08-29", "2024-08-20"),
    ]

    @Test(arguments: english)
    func `papers of a council in England are public five clear days before`(meeting: String, last: String) throws {
        let calendar = PublicationCalendar(nation: .england)
        #expect(calendar.lastDayOfPublication(before: try #require(CalendarDate(meeting))).iso8601 == last)
    }

    @Test(arguments: [("2009-11-30", "2009-11-24"), ("2024-04-03", "2024-03-26"), ("2022-01-04", "2021-12-24")])
    func `papers of a council in Wales are public three clear days before`(meeting: String, last: String) throws {
        let calendar = PublicationCalendar(nation: .wales)
        #expect(calendar.lastDayOfPublication(before: try #require(CalendarDate(meeting))).iso8601 == last)
    }

    @Test(arguments: [
        ("2024-01-05", "2023-12-28"), ("2024-04-04", "2024-03-28"), ("2024-12-04", "2024-11-27"),
        // Over new year, also with both of its holidays on a weekend, and right after Easter, when only Good Friday is one.
        ("2025-01-07", "2024-12-30"), ("2026-01-08", "2025-12-31"), ("2022-01-06", "2021-12-29"),
        ("2024-04-02", "2024-03-26"), ("2026-12-31", "2026-12-23"),
    ])
    func `Scotland has its own holidays`(meeting: String, last: String) throws {
        let calendar = PublicationCalendar(nation: .scotland)
        #expect(calendar.lastDayOfPublication(before: try #require(CalendarDate(meeting))).iso8601 == last)
    }

    @Test(arguments: [
        ("2026-07-14", "2026-07-03"), ("2026-07-20", "2026-07-09"), ("2025-07-16", "2025-07-07"),
        ("2024-07-15", "2024-07-04"), ("2024-03-20", "2024-03-11"), ("2025-04-23", "2025-04-11"),
    ])
    func `papers of a council in Northern Ireland are public five clear days before`(meeting: String, last: String)
        throws
    {
        let calendar = PublicationCalendar(nation: .northernIreland)
        #expect(calendar.lastDayOfPublication(before: try #require(CalendarDate(meeting))).iso8601 == last)
    }

    @Test(arguments: [
        // On the 29th day before the meeting, or the working day before that.
        ("2026-06-18", "2026-05-20"), ("2026-01-29", "2025-12-31"), ("2009-11-30", "2009-10-30"),
        // That is Easter Monday, Easter Sunday, Saturday 3 January and Monday 28 December, a holiday for Boxing Day.
        ("2026-05-05", "2026-04-02"), ("2025-05-19", "2025-04-17"), ("2026-02-01", "2026-01-02"),
        ("2027-01-26", "2026-12-24"),
        // A leap day.
        ("2024-03-29", "2024-02-29"),
    ])
    func `notice of a key decision in England is given 28 clear days before, on a working day`(
        meeting: String,
        last: String
    ) throws {
        let meeting = try #require(CalendarDate(meeting))
        #expect(PublicationCalendar(nation: .england).lastDayOfNotice(before: meeting)?.iso8601 == last)
    }

    @Test(arguments: [Nation.wales, .scotland, .northernIreland])
    func `no other nation asks for the notice`(nation: Nation) throws {
        let meeting = try #require(CalendarDate("2026-06-18"))
        #expect(PublicationCalendar(nation: nation).lastDayOfNotice(before: meeting) == nil)
    }

    @Test func `notice is not given on a day on which the council is closed`() throws {
        let calendar = PublicationCalendar(nation: .england, closedDays: [try #require(CalendarDate("2026-05-20"))])
        let meeting = try #require(CalendarDate("2026-06-18"))
        #expect(calendar.lastDayOfNotice(before: meeting)?.iso8601 == "2026-05-19")
    }

    @Test func `a day on which the council is closed is no clear day`() throws {
        let closed = try #require(CalendarDate("2009-11-25"))
        let calendar = PublicationCalendar(nation: .england, closedDays: [closed])
        let meeting = try #require(CalendarDate("2009-11-30"))
        #expect(calendar.lastDayOfPublication(before: meeting).iso8601 == "2009-11-19")
    }

    @Test(arguments: [
        (1961, "1961-04-02"), (1981, "1981-04-19"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
        (2024, "2024-03-31"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2285, "2285-03-22"),
    ])
    func `Easter is where the calendar has it`(year: Int, easter: String) {
        #expect(BankHolidays.easter(year)?.iso8601 == easter)
    }

    @Test(arguments: [
        ("0001-01-01", CalendarDate.Weekday.monday), ("1752-09-14", .thursday), ("1900-02-28", .wednesday),
        ("2000-02-29", .tuesday), ("2009-11-30", .monday), ("2026-11-21", .saturday), ("9999-12-31", .friday),
    ])
    func `days fall on their weekdays`(date: String, weekday: CalendarDate.Weekday) throws {
        #expect(try #require(CalendarDate(date)).weekday == weekday)
    }

    @Test func `days are counted over the ends of months and years, both ways`() throws {
        let date = try #require(CalendarDate("2024-02-28"))
        #expect(date.adding(days: 2).iso8601 == "2024-03-01")
        #expect(date.adding(days: 308).iso8601 == "2025-01-01")
        #expect(date.adding(days: -59).iso8601 == "2023-12-31")
        #expect(date.adding(days: 400).adding(days: -400) == date)
    }
}
