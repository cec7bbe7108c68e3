// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Testing

@testable import Intake

/// Dates as councils and their spreadsheets write them.
struct DateReaderTests {
    /// The date in ISO 8601, or the message and the hint.
    private func read(_ text: String, alsoMonthsAndYears: Bool = true) -> String {
        do throws(Diagnostic.Message) {
            switch try DateReader(alsoMonthsAndYears: alsoMonthsAndYears).date(text) {
            case .day(let date): return date.iso8601
            case .month(let year, let month): return "\(year)-\(month)"
            case .year(let year): return "\(year)"
            }
        } catch {
            return "\(error.text) | \(error.hint?.description ?? "")"
        }
    }

    @Test(arguments: [
        ("2027-03-31", "2027-03-31"), ("31/03/2027", "2027-03-31"), ("31/3/27", "2027-03-31"),
        ("1.4.2027", "2027-04-01"), ("31-03-2027", "2027-03-31"), ("2027/03/31", "2027-03-31"),
        ("31 March 2027", "2027-03-31"), ("31st March 2027", "2027-03-31"), ("Wednesday, 31 March 2027", "2027-03-31"),
        ("31-Mar-27", "2027-03-31"), ("2 Sept 2027", "2027-09-02"), ("March 31, 2027", "2027-03-31"),
        ("2027-03-31 00:00:00", "2027-03-31"), ("31/03/2027 00:00", "2027-03-31"),
        ("2027-03-31T00:00:00Z", "2027-03-31"),
        ("\u{200E}31/\u{200E}03/\u{200E}2027", "2027-03-31"), ("31\u{A0}March\u{A0}2027", "2027-03-31"),
        ("Mar-26", "2026-3"), ("Mar 26", "2026-3"), ("Dec 2026", "2026-12"), ("March 2026", "2026-3"),
        ("May-25", "2025-5"),
        ("03/2026", "2026-3"), ("2026-03", "2026-3"), ("2026", "2026"),
    ])
    func `dates are read day first`(text: String, date: String) {
        #expect(read(text) == date)
    }

    @Test(arguments: [
        (
            "45930",
            "`45930` is the number that a spreadsheet has for a day, 30 September 2025 | "
                + "if that is the day, write `2025-09-30`, and give the column the format of a date"
        ),
        (
            "17/07/1905",
            "`17/07/1905` is what a spreadsheet shows for the number 2025 in a cell with the format of a date | "
                + "if the year is meant, write `2025`, and give the column the format Text"
        ),
        (
            "03/31/2027",
            "`03/31/2027` is not a date with the day first | if the month is first, write `2027-03-31`"
        ),
        (
            "26-Mar",
            "`26-Mar` may be 26 March or the month 2026-03 | for the month write `2026-03`; for the day, write its year too"
        ),
        (
            "March 26",
            "`March 26` may be 26 March or the month 2026-03 | for the month write `2026-03`; for the day, write its year too"
        ),
        ("2-Jan", "`2-Jan` has no year | write the year too"),
        (
            "2205-03-31",
            "`2205-03-31` is of the year 2205, in which no plan of the council ends | "
                + "check the year: it is written with four digits, from 1974 to 2099"
        ),
        (
            "#REF!",
            "`#REF!` is an error of the spreadsheet, not a value | put the formula right, or type over it what it should give"
        ),
        (
            "########",
            "`########` is an error of the spreadsheet, not a value | the column was too narrow to show it: widen it, and save the file again"
        ),
        (
            "TBC",
            "`TBC` is not a date | write it `2010-03-31`, `2010-03` or `2010`, or leave it empty where there is none yet"
        ),
        ("2025/6", "`2025/6` is not a date | write it `2010-03-31`, `2010-03` or `2010`"),
        ("2025/26", "`2025/26` is not a date | write it `2010-03-31`, `2010-03` or `2010`"),
        ("31/03", "`31/03` is not a date | write it `2010-03-31`, `2010-03` or `2010`"),
    ])
    func `what may be two dates is a question, with the likely answer`(text: String, message: String) {
        #expect(read(text) == message)
    }

    @Test(arguments: [
        ("2010-02-30", "30 February 2010 does not exist | February has 28 days"),
        ("2012-02-30", "30 February 2012 does not exist | February has 29 days"),
        ("31/04/2010", "31 April 2010 does not exist | April has 30 days"),
        (
            "2009-13-01",
            "`2009-13-01` is not a date: there is no month 13 | write it `2009-11-30`, or with the day first"
        ),
        ("soon", "`soon` is not a date | write it `2009-11-30`"),
        ("", "`` is not a date | write it `2009-11-30`, or leave it empty where there is none yet"),
        ("Mar-26", "`Mar-26` is not a date | write it `2009-11-30`"),
        ("2026", "`2026` is not a date | write it `2009-11-30`"),
        ("99999999999999999999-1-1", "`99999999999999999999-1-1` is not a date | write it `2009-11-30`"),
    ])
    func `a day that is none is explained`(text: String, message: String) {
        #expect(read(text, alsoMonthsAndYears: false) == message)
    }

    @Test func `the numbers of a spreadsheet are days, and back`() {
        #expect(SpreadsheetDay.date(61)?.iso8601 == "1900-03-01")
        #expect(SpreadsheetDay.date(45_351)?.iso8601 == "2024-02-29")
        for number in stride(from: 61, to: 80_000, by: 13) {
            #expect(SpreadsheetDay.date(number).map(SpreadsheetDay.number) == number)
        }
    }

    @Test(arguments: ["MARCH 26", "march 26", "Mar 26th", "Mar 31st", "31st Mar"])
    func `a day without its year is a question, in capitals and with an ordinal too`(text: String) {
        let told = read(text)
        #expect(told.hasPrefix("`\(text)` "), "\(told)")
        #expect(!told.contains("2031"))
    }
}
