// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// What a finding quotes of a round with exempt information is hidden, as in every other report.
struct ExemptTests {
    private let gcse = "NI 75,GCSEs with English and mathematics,higher,49.7%,51.8%,[x],,"
    private let columns = "unit,ref,measure,better,2007/08 actual,2008/09 actual,2009/10 mid-year,comment,exempt"

    @Test func `of an exempt passage nothing is quoted`() throws {
        let round = ReviewedRound(
            statement: "Plain words.\n\n> [!EXEMPT 3]\n> NI 75 stands at 51.3%.",
            indicators: ["NI 75,GCSEs with English and mathematics,higher,49.7%,51.8%,[x],"]
        )
        let lines = try round.lines()
        #expect(
            lines == [
                "figure-differs returns/people/statement.md:4:19: `…`: for `NI 75` the table has `49.7%` (2007/08) and `51.8%` (2008/09) (put `…` right, or the table; if another figure is meant, say which)"
            ]
        )
        #expect(try round.diagnostics().map(\.excerpt) == [nil])
    }

    @Test func `of a file with an exempt row no figure is quoted`() throws {
        let exempt = "NI 76,Something exempt,higher,19.7%,11.8%,[x],,3"
        let round = ReviewedRound(statement: "NI 75 stands at 51.3%.", indicators: [gcse, exempt], columns: columns)
        let lines = try round.lines()
        #expect(
            lines == [
                "figure-differs returns/people/statement.md:1:17: `NI 75 stands at 51.3%`: for `…` the table has `…` (…) and `…` (…) (put `51.3%` right, or the table; if another figure is meant, say which)"
            ]
        )
    }
}
