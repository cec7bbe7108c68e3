// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// The columns of `indicators.csv`: figures by period and kind, and what else a row says of them.
struct IndicatorColumnsTests {
    private let year = ReportingYear(first: 2026)

    @Test(arguments: [
        ("2026/27 Q3 actual", "2026/27 Q3 actual"), ("Q3 2026/27", "2026/27 Q3 actual"),
        ("Q3 actual", "2026/27 Q3 actual"),
        ("actual Q3 2025/26", "2025/26 Q3 actual"), ("2026/27 target", "2026/27 target"),
        ("Target 2026/27", "2026/27 target"), ("2026/27 Q3 Target", "2026/27 Q3 target"),
        ("2009/10 mid-year", "2009/10 mid-year"), ("2026/27 forecast", "2026/27 forecast"),
        ("Oct 2026", "October 2026 actual"), ("2026/27 H1 actual", "2026/27 mid-year"),
    ])
    func `a column is of a kind of figure of a period`(name: String, key: String) {
        #expect(IndicatorColumns.key(name, in: year)?.description == key)
    }

    @Test(arguments: [
        "2026/27", "2026", "target", "actual target 2026/27", "Q5 2026/27", "2026/28 actual", "notes", "",
    ])
    func `other names are of no figure`(name: String) {
        #expect(IndicatorColumns.key(name, in: year) == nil)
    }

    /// What reading a table gives in a round of the third quarter of 2026/27.
    private func indicators(_ table: String) throws -> (indicators: [Indicator], problems: [Diagnostic]) {
        var files = GoodWorkspace.files
        files["round.yaml"] = "title: Q3\nyear: 2026/27\npoint: Q3\nas-at: 2026-12-31\n"
        files["returns/communities/indicators.csv"] = table
        let contents = try read(files)
        let own = contents.diagnostics.filter { $0.location?.file.hasSuffix("indicators.csv") == true }
        return (contents.round?.returns.first?.indicators ?? [], own)
    }

    @Test func `an unknown period has the nearest as a hint`() throws {
        let found = try indicators("unit,measure,better,2026/27 Q3 actul,2026/27 traget\nsport,Swims,higher,1,2\n")
        // Nobody knows what is in these columns: the file is not quoted.
        let unknown = found.problems.filter { $0.rule == .unknownColumn }
        #expect(unknown.map(\.message) == ["unknown column `…`", "unknown column `…`"])
        #expect(unknown.map(\.hint) == ["did you mean `2026/27 Q3 actual`?", "did you mean `2026/27 target`?"])
    }

    @Test func `two columns for the same figures are an error, however they are spelt`() throws {
        let found = try indicators("unit,measure,better,Q3 2026/27,2026/27 Q3 actual\nsport,Swims,higher,1,2\n")
        #expect(
            found.problems.map(\.message) == [
                "the columns `Q3 2026/27` and `2026/27 Q3 actual` are for the same figures"
            ]
        )
    }

    @Test func `a row says what its figures count, of which day they are, and how far they lag behind`() throws {
        let found = try indicators(
            """
            unit,measure,better,Q3 2026/27,basis,as at,lag
            sport,Swims,higher,1,Cumulative,2027-01-15,1
            sport,Dives,higher,1,,,2 quarters
            sport,Falls,lower,1,snapshot,,6 months
            sport,Runs,lower,1,,,

            """
        )
        #expect(found.problems == [])
        #expect(found.indicators.map(\.basis) == [.cumulative, nil, .snapshot, nil])
        #expect(found.indicators.map(\.lag) == [1, 2, 2, 0])
        #expect(found.indicators.map(\.asAt?.iso8601) == ["2027-01-15", nil, nil, nil])
        #expect(found.indicators.first?.figures.keys.map(\.description) == ["2026/27 Q3 actual"])
    }

    @Test func `what cannot be read of them is an error at its cell`() throws {
        let found = try indicators(
            """
            unit,measure,better,Q3 2026/27,basis,as at,lag
            sport,Swims,higher,1,cumulativ,15 January,1 month
            sport,Dives,higher,1,,,a year

            """
        )
        #expect(
            found.problems.map(\.line) == [
                "error returns/communities/indicators.csv:2:22 (basis): `cumulativ` does not say what the figures count",
                "error returns/communities/indicators.csv:2:32 (as at): `15 January` has no year",
                "error returns/communities/indicators.csv:2:43 (lag): `1 month` is not a lag",
                "error returns/communities/indicators.csv:3:24 (lag): `a year` is not a lag",
            ]
        )
        #expect(found.problems.first?.hint == "did you mean `cumulative`?")
    }
}
