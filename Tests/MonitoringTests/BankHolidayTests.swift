// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

/// Bank holidays by rule, and what lists of them change. `BankHolidayFileTests` has the years of the program's own list.
struct BankHolidayTests {
    private func days(_ holidays: BankHolidays, in year: Int) -> [String] {
        holidays.days(in: year).sorted().map { String($0.iso8601.dropFirst(5)) }
    }

    private func holiday(_ date: String, _ title: String) throws -> BankHoliday {
        BankHoliday(title: title, date: try #require(CalendarDate(date)))
    }

    @Test(arguments: [
        (2009, ["01-01", "04-10", "04-13", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    ])
    func `England and Wales`(year: Int, days expected: [String]) {
        #expect(days(BankHolidays(of: .englandAndWales), in: year) == expected)
    }

    @Test(arguments: [
        (2021, ["01-01", "01-04", "04-02", "05-03", "05-31", "08-02", "11-30", "12-27", "12-28"]),
        (2024, ["01-01", "01-02", "03-29", "05-06", "05-27", "08-05", "12-02", "12-25", "12-26"]),
        // New Year's Day is a Saturday, and 2 January a Sunday.
        (2028, ["01-03", "01-04", "04-14", "05-01", "05-29", "08-07", "11-30", "12-25", "12-26"]),
    ])
    func `Scotland`(year: Int, days expected: [String]) {
        #expect(days(BankHolidays(of: .scotland), in: year) == expected)
    }

    @Test(arguments: [
        (2024, ["01-01", "03-18", "03-29", "04-01", "05-06", "05-27", "07-12", "08-26", "12-25", "12-26"]),
        (2025, ["01-01", "03-17", "04-18", "04-21", "05-05", "05-26", "07-14", "08-25", "12-25", "12-26"]),
        (2026, ["01-01", "03-17", "04-03", "04-06", "05-04", "05-25", "07-13", "08-31", "12-25", "12-28"]),
    ])
    func `Northern Ireland has St Patrick's Day and 12 July, on a Monday where they are on a weekend`(
        year: Int,
        days expected: [String]
    ) {
        #expect(days(BankHolidays(of: .northernIreland), in: year) == expected)
    }

    @Test func `Scotland has kept St Andrew's Day since 2007`() {
        #expect(!days(BankHolidays(of: .scotland), in: 2006).contains("11-30"))
        #expect(days(BankHolidays(of: .scotland), in: 2007).contains("11-30"))
        #expect(!days(BankHolidays(of: .englandAndWales), in: 2007).contains("11-30"))
    }

    // MARK: - Lists

    @Test func `a day with the title of a usual holiday moves it, and any other day is added`() throws {
        let holidays = try BankHolidays(
            of: .englandAndWales,
            oneOffDays: [
                holiday("2027-05-07", "Early May bank holiday (an anniversary)"),
                holiday("2027-06-03", "SPRING BANK HOLIDAY"),
                holiday("2027-06-04", "Jubilee"), holiday("2027-06-07", "Jubilee"),
                holiday("2027-09-06", "Summer bank holiday week"),
            ]
        )
        #expect(
            days(holidays, in: 2027) == [
                "01-01", "03-26", "03-29", "05-07", "06-03", "06-04", "06-07", "08-30", "09-06", "12-27", "12-28",
            ]
        )
        #expect(days(holidays, in: 2026) == days(BankHolidays(of: .englandAndWales), in: 2026))
    }

    @Test(arguments: ["New Year’s Day", "new year's day", "New Year's Day"])
    func `a title is the same with either apostrophe and in any letters`(title: String) throws {
        let moved = try BankHolidays(of: .scotland, oneOffDays: [holiday("2026-01-05", title)])
        #expect(days(moved, in: 2026).prefix(2) == ["01-02", "01-05"])
    }

    @Test func `a whole year of the council's list alone says what its holidays are`() throws {
        let own = try ["2027-01-01", "2027-05-04", "2027-12-28"].map { try holiday($0, "A holiday") }
        let proclaimed = try [holiday("2027-06-04", "Jubilee"), holiday("2028-06-05", "Another")]
        let holidays = BankHolidays(of: .englandAndWales, oneOffDays: proclaimed, ownList: own)
        #expect(BankHolidays.Division.englandAndWales.coverage(of: own, in: 2027) == .wholeYear)
        #expect(days(holidays, in: 2027) == ["01-01", "05-04", "12-28"])
        #expect(days(holidays, in: 2028).contains("06-05"))
        #expect(days(holidays, in: 2028).contains("12-25"))
    }

    @Test func `one-off days of the council's list are added to the rules and to the program's`() throws {
        let own = try [holiday("2027-07-02", "A proclaimed day"), holiday("2027-06-02", "Spring bank holiday")]
        let proclaimed = try [holiday("2027-06-04", "Jubilee"), holiday("2027-06-03", "Spring bank holiday")]
        let holidays = BankHolidays(of: .englandAndWales, oneOffDays: proclaimed, ownList: own)
        #expect(BankHolidays.Division.englandAndWales.coverage(of: own, in: 2027) == .oneOffDays)
        #expect(
            days(holidays, in: 2027) == [
                "01-01", "03-26", "03-29", "05-03", "06-02", "06-04", "07-02", "08-30", "12-27", "12-28",
            ]
        )
    }

    @Test(arguments: [["2027-01-01", "2027-07-02"], ["2027-07-02", "2027-12-28"], ["2027-08-30", "2027-07-02"]])
    func `a part of a year takes nothing away`(dates: [String]) throws {
        let own = try dates.map { try holiday($0, "A holiday") }
        let holidays = BankHolidays(of: .englandAndWales, ownList: own)
        #expect(BankHolidays.Division.englandAndWales.coverage(of: own, in: 2027) == .partOfYear)
        #expect(
            days(holidays, in: 2027) == [
                "01-01", "03-26", "03-29", "05-03", "05-31", "07-02", "08-30", "12-27", "12-28",
            ]
        )
    }

    // MARK: - Working days

    @Test func `a calendar that begins or ends with holidays is not left`() throws {
        let first = try #require(CalendarDate("0001-01-01"))
        let calendar = PublicationCalendar(nation: .england)
        #expect(calendar.lastDayOfPublication(before: first) == first)
        #expect(calendar.lastDayOfNotice(before: first) == first)
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
