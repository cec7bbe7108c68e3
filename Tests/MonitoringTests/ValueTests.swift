// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

struct ValueTests {
    @Test(arguments: [
        (Quantity(digits: 7_262_462), "7,262,462"),
        (Quantity(digits: 6869, decimals: 2, unit: "%"), "68.69%"),
        (Quantity(digits: 900, decimals: 1, unit: "%"), "90.0%"),
        (Quantity(digits: 2745, decimals: 3, scale: .million, currency: "£"), "£2.745m"),
        (Quantity(digits: 335, decimals: 1, unit: "days"), "33.5\u{A0}days"),
        (Quantity(digits: 5, decimals: 2), "0.05"),
        (Quantity(digits: -12, decimals: 1), "\u{2212}1.2"),
        (Quantity(digits: 1000), "1,000"),
        (Quantity(digits: 3, hasPlusSign: true, unit: "points"), "+3\u{A0}points"),
        (Quantity(digits: 999), "999"),
    ])
    func `a quantity keeps its decimals and groups its thousands`(quantity: Quantity, text: String) {
        #expect(quantity.description == text)
    }

    @Test(arguments: [
        "2009-02-29", "2010-13-01", "2009-9-1", "2009/09/01", "", "0000-01-01", "2009-04-31", "２００９-01-01",
    ])
    func `a day that does not exist is no date`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `a date reads and prints`() {
        #expect(CalendarDate("2008-02-29")?.description == "29 February 2008")
        #expect(CalendarDate("2009-11-30")?.iso8601 == "2009-11-30")
    }

    @Test(arguments: [("2010-03-31", "31 March 2010"), ("2010-03", "March 2010"), ("2010", "2010")])
    func `a due date is as close as the plan says`(text: String, printed: String) {
        #expect(DueDate(text)?.description == printed)
    }

    @Test func `a due month past December is none`() { #expect(DueDate("2010-13") == nil) }

    @Test func `a financial year names the year that follows`() {
        #expect(ReportingYear("2009/10")?.before(1).description == "2008/09")
        #expect(ReportingYear("1999/00")?.description == "1999/00")
        #expect(ReportingYear("2009/11") == nil)
        #expect(ReportingYear("2009")?.kind == .calendar)
    }
}
