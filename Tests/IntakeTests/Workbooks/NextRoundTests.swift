// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// What the next round takes over of the last one.
struct NextRoundTests {
    private func next(_ last: String, _ period: String? = nil, kind: ReportingYear.Kind = .financial) throws
        -> NextRound
    {
        let year = ReportingYear(first: 2026, kind: kind)
        let last = try #require(Period(last, in: year))
        return NextRound(
            last: Round(title: "", period: last, asAt: try #require(last.lastDay)),
            period: try period.map { try #require(Period($0, in: year)) } ?? NextRound.period(after: last),
            comparators: [Comparator(id: "england", name: "England", source: "A department")]
        )
    }

    /// Columns of figures of the next round, each with what a row has in it; `-` for nothing.
    private func moved(_ next: NextRound, _ columns: String...) -> [String] {
        let rows = ReturnRows(columns: columns, rows: [columns.indices.map { "\($0 + 1)" }])
        let moved = next.rows(rows, of: .indicators)
        return zip(moved.columns, moved.rows[0]).map { "\($0): \($1.isEmpty ? "-" : $1)" }
    }

    @Test func `figures of quarters move on by one, and a target of the year stays`() throws {
        #expect(
            moved(
                try next("Q2 2026/27"),
                "2026/27 Q1 actual",
                "2026/27 Q2 actual",
                "2026/27 target",
                "2026/27 Q2 target",
                "2026/27 forecast",
                "England 2026/27 Q1",
                "england 2026/27 Q2"
            ) == [
                "2026/27 Q2 actual: 2", "2026/27 Q3 actual: -", "2026/27 target: 3", "2026/27 Q3 target: -",
                "2026/27 forecast: -", "England 2026/27 Q2: 7", "england 2026/27 Q3: -",
            ]
        )
    }

    @Test func `at the end of a year the target is that of the next year`() throws {
        #expect(
            moved(try next("Q4 2026/27"), "2026/27 Q3 actual", "2026/27 Q4 actual", "2026/27 target", "2025/26 actual")
                == [
                    "2026/27 Q4 actual: 2", "2027/28 Q1 actual: -", "2027/28 target: -", "2026/27 actual: -",
                ]
        )
    }

    @Test func `after a half-year the forecast of the year is its result`() throws {
        #expect(
            moved(
                try next("half-year"),
                "2025/26 actual",
                "2026/27 target",
                "2026/27 mid-year",
                "2026/27 forecast"
            ) == ["2025/26 actual: 1", "2026/27 target: 2", "2026/27 mid-year: 3", "2026/27 actual: -"]
        )
    }

    @Test func `after a year its result is that of the year before, in whatever round comes next`() throws {
        let columns = ["2025/26 actual", "2026/27 actual", "2026/27 target"]
        #expect(
            moved(try next("full-year"), columns[0], columns[1], columns[2]) == [
                "2026/27 actual: 2", "2027/28 actual: -", "2027/28 target: -",
            ]
        )
        #expect(
            moved(try next("full-year", "half-year 2027/28"), columns[0], columns[1], columns[2]) == [
                "2026/27 actual: 2", "2027/28 forecast: -", "2027/28 target: -", "2027/28 mid-year: -",
            ]
        )
    }

    @Test func `months move over the end of a calendar year`() throws {
        #expect(
            moved(try next("December 2026"), "November 2026 actual", "December 2026 actual") == [
                "December 2026 actual: 2", "January 2027 actual: -",
            ]
        )
    }

    @Test func `notes behind figures are not taken over, and other codes are`() throws {
        let next = try next("Q1 2026/27")
        let rows = ReturnRows(
            columns: ["2025/26 Q4 actual", "2026/27 Q1 actual"],
            rows: [["5", "81% [p][^flood][^b]"]]
        )
        #expect(next.rows(rows, of: .indicators).rows == [["81% [p]", ""]])
    }

    @Test func `a row keeps what it is, and loses how it stood`() throws {
        let rows = ReturnRows(
            columns: [
                "unit", "ref", "action", "outcome", "status", "reason", "due", "Owner", "complete", "exempt", "Odd",
            ],
            rows: [
                ["sport", "S1", "Open it", "Opened", "not on course", "Rain.", "2026-03", "A. Person", "40%", "3", "x"]
            ]
        )
        #expect(
            try next("Q1 2026/27").rows(rows, of: .actions).rows == [
                ["sport", "S1", "Open it", "Opened", "", "", "2026-03", "A. Person", "", "3", ""]
            ]
        )
    }

    // MARK: - Texts

    private let place = SourceLocation(file: "papers/cabinet.md", line: 1, column: 1)

    private func appendix(_ title: String, _ content: PaperSource.Appendix.Content) -> PaperSource.Appendix {
        PaperSource.Appendix(title: title, content: content, location: place)
    }

    @Test func `a paper keeps its header without days and texts, and its headings`() throws {
        let text = """
            ---
            layout: cabinet              # ours
            to: { body: cabinet, date: 2026-10-12 }
            subject: Quarter 2 performance 2026/27
            classification: Unrestricted
            summary: |
              It was a good quarter.

              Very good.
            implications: { legal: none }
            appendices:
              - { title: Returns, of: all-directorates }
              - title: Minute
                text: |
                  They said so.
              - { title: More, of: [works] }
            background-papers: none
            exempt:
              - { paragraph: 3, reason: Bids., public-interest: Less. }
            status: final
            ---
            # Introduction

            In quarter 2 much was done.

            > [!EXEMPT 3]
            > # A bid

            {{> outcomes of: actions }}

            # Quarter 2 in figures
            """
        #expect(
            try next("Q2 2026/27").paper(
                text,
                [
                    appendix("Returns", .returns(.allDirectorates)),
                    appendix("Minute", .text(Prose(text: "They said so.", at: place))),
                    appendix("More", .returns(.directorates(["works"]))),
                ]
            ) == """
                ---
                layout: cabinet              # ours
                to: { body: cabinet, date:  }
                subject: Quarter 3 performance 2026/27
                classification: Unrestricted
                appendices:
                  - { title: "Returns", of: all-directorates }
                  - { title: "More", of: [works] }
                background-papers: none
                status: draft
                ---
                # Introduction

                {{> outcomes of: actions }}

                # Quarter 3 in figures


                """
        )
    }

    @Test(arguments: [
        ("cabinet-2027-02-08", "cabinet"), ("committees-2027-02", "committees"), ("highlights", "highlights"),
        ("plan-2027", "plan-2027"), ("2027-02-08", "2027-02-08"), ("a-12-13-14", "a-12-13-14"),
    ])
    func `a file is called without its day`(name: String, short: String) {
        #expect(NextRound.withoutDay(name) == short)
    }

    @Test func `round.yaml keeps its other keys and its comments`() throws {
        let text =
            "# Ours\ntitle: Half-year monitoring 2026/27\nsubtitle: September 2026\nyear: 2026/27\npoint: half-year # or not\nas-at: 2026-09-30\nreturns-due: 2026-10-15\nexcludes: 2026/27 outturn\n"
        #expect(
            try next("half-year").roundFile(text)
                == "# Ours\ntitle: Full-year monitoring 2026/27\nsubtitle: March 2027\nyear: 2026/27\npoint: full-year\nas-at: 2027-03-31\nexcludes: 2026/27 outturn\n"
        )
    }
}
