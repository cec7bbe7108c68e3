// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// What councils' reports say today, by the numbers of the survey of their practice (M1 to M40): each is said in the paper of a district
/// council's third quarter, or in one that differs from it in a few cells.
struct PracticeElementTests {
    /// An element, and the words that say it in the tree of a paper.
    struct Element: Sendable, CustomTestStringConvertible {
        var number: Int
        var name: String
        /// What is changed in the sample to say it: files with a text of theirs and its replacement, or with nothing and a whole file.
        var edits: [Edit] = []
        /// Stretches of lines of the tree.
        var words: [String]

        struct Edit: Sendable {
            var file: String
            var old: String
            var new: String
        }

        init(_ number: Int, _ name: String, _ words: String..., edits: (String, String, String)...) {
            self.init(number, name, words, edits: edits)
        }

        init(_ number: Int, _ name: String, _ words: [String], edits: [(String, String, String)]) {
            self.number = number
            self.name = name
            self.words = words
            self.edits = edits.map { Edit(file: $0, old: $1, new: $2) }
        }

        var testDescription: String { "M\(number) \(name)" }
    }

    private static let housing = "returns/housing-communities/indicators.csv"
    private static let gas =
        "repairs,HC 6,Homes with a gas safety certificate that is in date,higher,,100%,100%,99.9%,100%,100%,100%,[z],100%,,,,,"

    /// Columns that a kind of table declares itself, and a return that fills them in.
    private static let ownColumns = [
        (
            "returns/place/actions.csv", "",
            "unit,ref,action,outcome,status,reason,response,due,risk before,risk,risk target,confidence,outside control\n"
                + "planning,PL A1,Publish the draft local plan,Draft plan out,on schedule,,,2026-11,AII,BII,CIII,High,"
                + "The date of the examination\n"
        ),
        (
            "layouts/tables/own-columns.yaml", "",
            """
            title: Risks and confidence
            rows: items
            columns:
              - { title: Action, field: action, row-header: true }
              - { title: Due, fields: [due, outcome] }
              - title: Risk
                fields:
                  - { own: risk-before, label: "Before:" }
                  - { field: risk, label: "Now:" }
                  - { own: risk-target, label: "To be:" }
              - { title: Confidence in the outcome, own: confidence }
              - { title: Outside the council’s control, own: outside-control }

            """
        ),
        ("returns/place/return.yaml", "tables:\n", "tables:\n  - { kind: own-columns, of: [actions] }\n"),
    ]

    /// Figures of a kind of table that prints how they differ, and of when they are.
    private static let ownFigures = [
        (
            "returns/place/indicators.csv", "",
            "unit,ref,measure,better,basis,2025/26 Q3 actual,2025/26 Q4 actual,2026/27 Q1 actual,2026/27 Q2 actual,2026/27 Q3 actual,"
                + "2026/27 Q3 target,2026/27 target,2026/27 forecast,2026/27 Q3 low,2026/27 Q3 high,as at,comment\n"
                + "planning,PL 1,Fees since April,higher,cumulative,[z],[z],[z],£1.010m,£1.522m,£1.575m,[z],[z],[z],[z],2026-11-30,Fewer sites.\n"
                + "planning,PL 2,Plans checked,higher,,[z],[z],[z],100%,100%,100%,[z],[z],[z],[z],,\n"
                + "economy,PL 7,Visits,neither,,[z],[z],[z],\"410,000\",\"460,000\",[z],[z],[z],\"380,000\",\"450,000\",,\n"
        ),
        (
            "layouts/tables/own-figures.yaml", "",
            """
            title: Figures
            rows: indicators
            columns:
              - { title: Measure, fields: [measure, basis], row-header: true }
              - { title: "{{ period }}", field: actual, period: current }
              - { title: Direction, field: direction }
              - { title: Variance, field: variance, period: current }
              - { title: Expected, field: expected-range, period: current }

            """
        ),
        ("returns/place/return.yaml", "tables:\n", "tables:\n  - { kind: own-figures, of: [indicators] }\n"),
    ]

    static let elements = [
        Element(
            1,
            "a quarter of a year, as at a day",
            "Q3 2026/27 (October 2026 to December 2026)",
            "31 December 2026"
        ),
        Element(
            2,
            "figures since the year began, to the end of a month",
            [
                "“Since the year began”",
                "30 November 2026",
            ],
            edits: ownFigures
        ),
        Element(3, "a cumulative figure against the target of its own period", "“431,920”", "“428,000 for Q3 2026/27”"),
        Element(
            4,
            "a rolling year",
            "“Over twelve months”",
            edits: (housing, Self.gas, Self.gas.replacing("higher,,", with: "higher,rolling year,")),
            (
                "returns/housing-communities/return.yaml", "tables:\n",
                "tables:\n  - { kind: basis, of: [indicators] }\n"
            ),
            (
                "layouts/tables/basis.yaml", "",
                "title: What is counted\nrows: indicators\nbands: [unit]\ncolumns:\n"
                    + "  - { title: Indicator, fields: [ref, measure], row-header: true }\n  - { title: Counted, field: basis }\n"
            )
        ),
        Element(5, "a snapshot", "Households in temporary accommodation on the last night"),
        Element(6, "a lag of a quarter", "“54.0%[^note 1]⏎for Q2 2026/27”"),
        Element(7, "an annual indicator that is not due", "“Not due”"),
        Element(
            8,
            "a figure that is promised",
            "“Awaited”",
            edits: (housing, Self.gas, Self.gas.replacing("100%,100%,[z]", with: "[awaited],100%,[z]"))
        ),
        Element(9, "a provisional figure", "Figures marked [p] are provisional"),
        Element(
            10,
            "an indicator that is new",
            "“New indicator”",
            edits: (
                housing, Self.gas,
                Self.gas.replacing("in date,higher,,100%,100%,", with: "in date,higher,,[new],[new],")
            )
        ),
        Element(11, "data only", "[ring] “Data only”"),
        Element(12, "a target of nothing", "Families in bed and breakfast for more than six weeks"),
        Element(
            13,
            "two targets",
            "[star] “Exceeding”",
            edits: (
                "council.yaml", "    - { word: On target, meets: target }",
                "    - { word: Exceeding, meets: stretch }\n    - { word: On target, meets: target }"
            ),
            (housing, "2026/27 Q3 target", "2026/27 Q3 stretch"),
            (housing, Self.gas, Self.gas.replacing("[z]", with: "100%"))
        ),
        Element(
            14,
            "a tolerance of the council's and one of a row's own",
            "a tolerance of 5%, unless the appendix names another"
        ),
        Element(
            15,
            "a scale of the council's own words and shapes",
            "[hollow-diamond] “Close”",
            edits: (
                "council.yaml", "{ word: Within tolerance, meets: floor, exception: true }",
                "{ word: Close, meets: floor, exception: true, shape: hollow-diamond }"
            )
        ),
        Element(16, "a status now and at the end of the year", "[diamond] “**Year end:** Within tolerance”"),
        Element(17, "a short and a long direction", "“**Last period:** Improving”", "“**Last year:** Improving”"),
        Element(
            18,
            "a direction that cannot be better",
            ["“Stable, at best”"],
            edits: ownFigures
        ),
        Element(19, "money, days, per cent and counts", "£53,000", "24\u{A0}days", "99.9%", "431,920"),
        Element(20, "a share with the numbers that it is of", "3 of 18 (17%)", "1 of 22 (5%)"),
        Element(21, "counts of all, of those reported and of those rated", "of them reported and"),
        Element(22, "counts of the period before", "“4 in Q2 2026/27”", "“16 in Q2 2026/27”"),
        Element(
            23,
            "what has moved up and down",
            "“Better than in Q2 2026/27”",
            "[worsening] “Homelessness prevented or relieved, of all cases closed: 57% to 55%”"
        ),
        Element(
            24,
            "a trend of five points",
            "line, Q3 2025/26 to Q3 2026/27. Rose from 62 to 97. The figures are 62; 58; 71; 88; 97."
        ),
        Element(
            25,
            "a rank, a quartile and the average of others",
            "**Rank:** 5 of 16",
            "“Second quartile”",
            "England Q2 2026/27: 43.9%, better"
        ),
        Element(26, "a revised figure with the one before it", "“Q2 2026/27 revised from 98 to 96”"),
        Element(
            27,
            "a figure that is too small to be published",
            "“Suppressed”",
            edits: (housing, Self.gas, Self.gas.replacing("100%,100%,[z]", with: "[c],100%,[z]"))
        ),
        Element(28, "an action with another date", "“**Now:** March 2027”"),
        Element(
            29,
            "how far an action is, and who has approved its date",
            "“80%”",
            "“**Approved by:** Cabinet, 9 November 2026”"
        ),
        Element(30, "what is paused, and what was moved with approval", "“Paused”", "“Moved with approval”"),
        Element(
            31,
            "two ratings of an action",
            [
                "“Confidence in the outcome”",
                "“High”",
            ],
            edits: ownColumns
        ),
        Element(
            32,
            "a range in which a figure is expected",
            ["“Above 380,000 to 450,000”"],
            edits: ownFigures
        ),
        Element(
            33,
            "a risk as it was, as it is and as it is to be",
            [
                "“**Before:** AII”",
                "“**Now:** BII”",
                "“**To be:** CIII”",
            ],
            edits: ownColumns
        ),
        Element(
            34,
            "a variance in money and in per cent",
            ["“£0.053m (3.4%) under”"],
            edits: ownFigures
        ),
        Element(
            35,
            "a recovery plan: cause, action, owner and the day by which it is back on target",
            "“The number has risen for five quarters.”",
            "“Twelve homes bought in Market Fenwick will be let from March.”",
            "“**Accountable officer:** Head of Housing Options”",
            "“**Back on target:** July 2027”"
        ),
        Element(
            36,
            "a reason for what is off target, and for that alone",
            "“What is not on target among performance indicators”"
        ),
        Element(
            37,
            "what is outside the council's control",
            [
                "“Outside the council’s control”",
                "“The date of the examination”",
            ],
            edits: ownColumns
        ),
        Element(
            38,
            "indicators that are new, dropped and redefined",
            "“**EN 8:** Appeals against penalty charges that were upheld”",
            "“New”",
            "“Dropped”",
            "“Redefined: it was “Enforcement notices for fly-tipping and litter””",
            "“Members asked for it in September.”"
        ),
        Element(39, "who answers for an action", "“Head of Repairs”"),
        Element(
            40,
            "the minute of the committee that has looked at the report, appended to it",
            [
                "“Appendix 2: Minute of the Place Committee” #appendix-2",
                "“Members asked for dates.”",
            ],
            edits: [
                (
                    "papers/cabinet-2027-02-08.md", "background-papers:",
                    "  - title: Minute of the Place Committee\n    text: |\n      # Discussion\n\n      Members asked for dates.\n"
                        + "background-papers:"
                )
            ]
        ),
    ]

    /// Those of the sample as it is, which most elements are in.
    private static let lines = Result { try lines([]) }

    /// The lines of all trees of the sample, after some edits.
    private static func lines(_ edits: [Element.Edit]) throws -> [String] {
        let folder = try FenwickVale.inText()
        let round = folder.path + "/round"
        for edit in edits {
            if edit.old.isEmpty {
                try folder.write(edit.new, to: "round/" + edit.file)
            } else {
                try folder.edit("round/" + edit.file, edit.old, edit.new)
            }
        }
        let publication = try publish(PublicationRequest(workspace: round, formats: [.tree]), with: Repository.program)
        let errors = publication.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors == [])
        return publication.files.flatMap {
            String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    @Test(arguments: elements)
    func `an element of today's practice is said`(element: Element) throws {
        let lines = try element.edits.isEmpty ? Self.lines.get() : Self.lines(element.edits)
        let missing = element.words.filter { words in !lines.contains { $0.contains(words) } }
        #expect(missing == [])
    }

    @Test func `every element is in the table`() {
        #expect(Self.elements.map(\.number) == Array(1...40))
    }
}
