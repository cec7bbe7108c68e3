// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

@testable import OpenData

/// Figures as exact numbers.
struct FigureTextTests {
    @Test(arguments: [
        (Quantity(digits: 5640, decimals: 2), "56.40"),
        (Quantity(digits: 2745, decimals: 3, scale: .million), "2745000"),
        (Quantity(digits: 27455, decimals: 4, scale: .thousand), "2745.5"), (Quantity(digits: -5, decimals: 1), "-0.5"),
        (Quantity(digits: 0, scale: .billion), "0"), (Quantity(digits: 0, decimals: 1), "0.0"),
        (Quantity(digits: 7_262_462), "7262462"), (Quantity(digits: 1, decimals: 3), "0.001"),
        (Quantity(digits: 12, decimals: 0, scale: .thousand, hasPlusSign: true), "12000"),
        (Quantity(digits: .max, scale: .billion), "9223372036854775807000000000"),
    ])
    func `a number is in ones, with the decimals that were written`(quantity: Quantity, digits: String) {
        #expect(quantity.plainDecimal == digits)
    }

    @Test func `a period is its first and last day`() {
        let year = ReportingYear(first: 2009)
        #expect(Period(year: year, span: .year).interval == "2009-04-01/2010-03-31")
        #expect(Period(year: year, span: .quarter(4)).interval == "2010-01-01/2010-03-31")
        #expect(Period(year: year, span: .month(11)).interval == "2010-02-01/2010-02-28")
    }

    @Test func `statuses have identifiers that no council changes`() {
        #expect(StatusCode(.doneAndOngoing).id == "done-and-ongoing")
        #expect(
            StatusCode(Verdict.step(.init(word: "Green", goal: .target, isException: false))).id == "reaches-target"
        )
        #expect(StatusCode(Verdict.step(.init(word: "Red", goal: nil, isException: true))).id == "reaches-none")
        #expect(StatusCode(.unrated(.dataOnly)).id == "data-only")
        #expect(Set(StatusCode.ofCounts).count == StatusCode.ofCounts.count)
    }
}
