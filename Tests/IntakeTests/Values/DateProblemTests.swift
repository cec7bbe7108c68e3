// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Intake

/// Why a text is not a date.
struct DateProblemTests {
    @Test(arguments: [
        ("2010-02-30", "30 February 2010 does not exist", "February has 28 days"),
        ("2012-02-30", "30 February 2012 does not exist", "February has 29 days"),
        ("31/04/2010", "31 April 2010 does not exist", "April has 30 days"),
        ("30/11/2009", "`30/11/2009` is not written as a date", "write `2009-11-30`"),
        ("30 November 2009", "`30 November 2009` is not written as a date", "write `2009-11-30`"),
        ("30-Nov-09", "`30-Nov-09` is not written as a date", "write `2009-11-30`"),
        (
            "2009-13-01", "`2009-13-01` is not a date: there is no month 13",
            "dates are written year, month, day: `2009-11-30`"
        ),
        ("soon", "`soon` is not a date", "write it `2009-11-30`"),
        ("", "`` is not a date", "write it `2009-11-30`"),
        ("99999999999999999999-1-1", "`99999999999999999999-1-1` is not a date", "write it `2009-11-30`"),
    ])
    func `a date that is none is explained`(text: String, message: String, hint: String) {
        let problem = DateProblem(text).message
        #expect(problem.rule == .invalidDate)
        #expect(problem.text.description == message)
        #expect(problem.hint?.description == hint)
    }

    @Test func `where a month is enough, Excel's way of writing it is understood`() {
        #expect(DateProblem("Mar-10", alsoMonthsAndYears: true).message.hint == "write `2010-03`")
        #expect(
            DateProblem("soon", alsoMonthsAndYears: true).message.hint == "write it `2010-03-31`, `2010-03` or `2010`"
        )
    }
}
