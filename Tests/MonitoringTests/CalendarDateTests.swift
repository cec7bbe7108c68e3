// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

/// Days, at the edges of months, years and the calendar.
struct CalendarDateTests {
    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(arguments: [
        (2008, 2, 29), (2000, 2, 29), (1900, 2, 28), (2009, 2, 28), (2009, 4, 30), (2009, 12, 31), (2009, 1, 31),
    ])
    func `a month ends on its last day`(year: Int, month: Int, last: Int) {
        #expect(CalendarDate.days(inMonth: month, of: year) == last)
        #expect(CalendarDate(year: year, month: month, day: last) != nil)
        #expect(CalendarDate(year: year, month: month, day: last + 1) == nil)
    }

    @Test(arguments: [(0, 1, 1), (10_000, 1, 1), (2009, 0, 1), (2009, 13, 1), (2009, 1, 0), (2009, 1, -1), (-1, 1, 1)])
    func `what is out of the calendar is no day`(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func `days follow one another, whatever unit they differ in`() throws {
        let days = ["0001-01-01", "2008-12-31", "2009-01-01", "2009-01-31", "2009-02-01", "9999-12-31"]
        let dates = try days.map { try date($0) }
        #expect(dates.shuffled().sorted().map(\.iso8601) == days)
        #expect(dates.map(\.iso8601) == days)
    }

    @Test func `counting ends at the first and the last day`() throws {
        #expect(try date("0001-01-02").adding(days: -5).iso8601 == "0001-01-01")
        #expect(try date("9999-12-30").adding(days: 5).iso8601 == "9999-12-31")
        #expect(try date("2009-11-30").adding(days: 0).iso8601 == "2009-11-30")
    }

    @Test func `the seven days of a week have their names, and two of them are its end`() throws {
        let monday = try date("2009-11-30")
        let week = (0..<7).map { monday.adding(days: $0) }
        #expect(
            week.map(\.weekday.name) == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        )
        #expect(week.map(\.isWeekend) == [false, false, false, false, false, true, true])
        #expect(week.map(\.weekday) == CalendarDate.Weekday.allCases)
    }

    @Test func `weekdays go on over four hundred years without a gap`() throws {
        var day = try date("1899-12-31")
        var weekday = day.weekday.rawValue
        for _ in 0..<(400 * 366) {
            day = day.adding(days: 1)
            weekday = (weekday + 1) % 7
            guard day.weekday.rawValue == weekday else {
                Issue.record("\(day) is no \(day.weekday.name)")
                return
            }
        }
    }

    @Test(arguments: [
        ("2010-03-31", "31 March 2010"), ("2010-12", "December 2010"), ("2010-01", "January 2010"), ("1999", "1999"),
    ])
    func `a due date prints as closely as it was written`(text: String, printed: String) {
        #expect(DueDate(text)?.description == printed)
    }

    @Test(arguments: [
        "", "10", "2010-", "2010-0", "2010-00", "2010-3", "2010-003", "2010-02-30", "2010/03", "March 2010", "٢٠١٠",
        "-2010", "2010-03-", "0000", "0000-05", "0001", "0999-05", "0209-05-01",
    ])
    func `what is no day, month or year is no due date`(text: String) {
        #expect(DueDate(text) == nil)
    }

    @Test(arguments: [
        ("2009/10", 2009), ("1999/00", 1999), ("2099/00", 2099), ("1000/01", 1000), ("2009-10", 2009),
        ("2009–10", 2009),
        ("2009/2010", 2009), ("09/10", 2009),
    ])
    func `a financial year begins in its first year`(text: String, first: Int) {
        #expect(ReportingYear(text)?.first == first)
    }

    @Test(arguments: [
        "", "2009/09", "2009/1", "2009/10/11", " 2009/10", "２００９/10", "0000/01", "2009/2011", "209/10", "09/2010",
        "0000", "0001", "0999/00", "0001/0002",
        "9/10",
    ])
    func `what is written otherwise is no financial year`(text: String) {
        #expect(ReportingYear(text) == nil)
    }

    @Test(arguments: ["0226-03", "October 0226", "Oct-0001", "Q3 0226"])
    func `no period is of a year before 1000, which would not be printed as it is written`(text: String) {
        #expect(Period(text, in: ReportingYear(first: 2026)) == nil)
    }

    @Test func `the years before a financial year are counted back`() {
        let year = ReportingYear(first: 2001)
        #expect((0...2).map { year.before($0).description } == ["2001/02", "2000/01", "1999/00"])
        #expect(Indicator.FigureKey(Period(year: year, span: .half(1)), .actual).description == "2001/02 mid-year")
    }
}
