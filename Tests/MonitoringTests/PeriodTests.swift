// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

/// Months, quarters, halves and years: how they are written, counted and bounded.
struct PeriodTests {
    private let year = ReportingYear(first: 2026)

    private func read(_ text: String, in year: ReportingYear? = ReportingYear(first: 2026)) -> String? {
        Period(text, in: year)?.description
    }

    @Test(arguments: [
        ("2026/27 Q3", "2026/27 Q3"), ("Q3 2026/27", "2026/27 Q3"), ("q3 2026-27", "2026/27 Q3"), ("Q3", "2026/27 Q3"),
        ("FQ3", "2026/27 Q3"), ("Quarter 3 2025/26", "2025/26 Q3"), ("third quarter 2025/26", "2025/26 Q3"),
        ("2026/27", "2026/27"), ("26/27", "2026/27"), ("2026/2027 full year", "2026/27"),
        ("year-end 2025/26", "2025/26"),
        ("H2 2026/27", "2026/27 H2"), ("half-year 2026/27", "2026/27 H1"), ("2026/27 mid-year", "2026/27 H1"),
        ("October 2026", "October 2026"), ("Oct 2026", "October 2026"), ("Oct-26", "October 2026"),
        ("2026-10", "October 2026"), ("month 7", "October 2026"), ("M7 2026/27", "October 2026"),
        ("2026/27 period 12", "March 2027"), ("2026", "2026"), ("Q1 2026", "2026 Q1"), ("Sept 2026", "September 2026"),
    ])
    func `the usual spellings are understood`(text: String, period: String) {
        #expect(read(text) == period)
    }

    @Test(arguments: [
        "", "Q5 2026/27", "Q0", "H3", "month 13", "2026/28", "Q3 2026/27 2025/26", "Oct", "Octember 2026", "2026-13",
        "Q", "Q3 of 2026/27", "quarter three", "fifth quarter 2026/27", "Q99999999999999999999", "2026/27/28",
    ])
    func `what is no period is none`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `a period without a year is of the round's, and of none where that is not known`() {
        #expect(read("Q2", in: nil) == nil)
        #expect(read("Q2 2026/27", in: nil) == "2026/27 Q2")
        #expect(read("Q2", in: ReportingYear(first: 2026, kind: .calendar)) == "2026 Q2")
        // A financial year that is written with a hyphen, and not a month.
        #expect(read("2009-10") == "2009/10")
    }

    @Test func `each kind of year has its own months`() {
        func months(_ kind: ReportingYear.Kind, _ span: Period.Span) -> [String] {
            let period = Period(year: ReportingYear(first: 2026, kind: kind), span: span)
            return [period.firstDay?.iso8601 ?? "", period.lastDay?.iso8601 ?? ""]
        }
        #expect(months(.financial, .quarter(3)) == ["2026-10-01", "2026-12-31"])
        #expect(months(.financial, .quarter(4)) == ["2027-01-01", "2027-03-31"])
        #expect(months(.financial, .half(2)) == ["2026-10-01", "2027-03-31"])
        #expect(months(.financial, .month(11)) == ["2027-02-01", "2027-02-28"])
        #expect(months(.calendar, .quarter(1)) == ["2026-01-01", "2026-03-31"])
        #expect(months(.calendar, .year) == ["2026-01-01", "2026-12-31"])
        #expect(months(.academic, .quarter(2)) == ["2026-12-01", "2027-02-28"])
        #expect(months(.academic, .year) == ["2026-09-01", "2027-08-31"])
    }

    @Test func `earlier periods are counted over the ends of years`() {
        let quarter = Period(year: year, span: .quarter(2))
        #expect(
            (0...5).map { quarter.before($0).description } == [
                "2026/27 Q2", "2026/27 Q1", "2025/26 Q4", "2025/26 Q3", "2025/26 Q2", "2025/26 Q1",
            ]
        )
        #expect(quarter.before(-3).description == "2027/28 Q1")
        #expect(quarter.yearsBefore(1).description == "2025/26 Q2")
        #expect(Period(year: year, span: .month(1)).before(1).description == "March 2026")
        #expect(Period(year: year, span: .half(1)).before(1).description == "2025/26 H2")
        #expect(Period(year: year, span: .year).before(2).description == "2024/25")
        #expect(Period(year: ReportingYear(first: 0), span: .quarter(1)).before(1).year.first == -1)
    }

    @Test func `periods are in the order in which they begin, a year before its parts`() {
        let names = ["2026/27 Q2", "2026/27", "2026/27 Q1", "2026/27 H1", "2025/26 Q4"]
        let sorted = names.compactMap { Period($0, in: nil) }.sorted().map(\.description)
        #expect(sorted == ["2025/26 Q4", "2026/27", "2026/27 H1", "2026/27 Q1", "2026/27 Q2"])
    }

    @Test func `a month of a calendar year is a part of the year of its kind`() {
        let march = Period(month: 3, of: 2027, kind: .financial)
        #expect(march.year.description == "2026/27")
        #expect(march.span == .month(12))
        #expect(Period(month: 9, of: 2026, kind: .academic).span == .month(1))
        #expect(Period(month: 12, of: 2026, kind: .calendar).year.description == "2026")
    }

    @Test func `a part of a year is written as a round's point`() {
        for span in Period.Span.examples { #expect(Period.Span(span.name) == span, "\(span.name)") }
    }
}
