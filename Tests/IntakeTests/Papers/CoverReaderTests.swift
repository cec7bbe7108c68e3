// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Wards, implications and clearances in the header of a paper.
struct CoverReaderTests {
    private static let layout =
        (GoodWorkspace.layouts["cabinet.yaml"] ?? "")
        .replacing("classification: Class }", with: "classification: Class, decision: Key decision, wards: Wards }")
        .replacing(
            "  - contact:",
            with: "  - implications: { heading: Implications, none: None., items: { financial: Money, legal: Law } }\n"
                + "  - clearance: { label: Cleared by }\n  - contact:"
        )

    private func read(_ keys: String, layout: String = layout) throws -> (paper: PaperSource?, lines: [String]) {
        var files = GoodWorkspace.files
        files["layouts/cabinet.yaml"] = layout
        files["papers/cabinet.md"] = files["papers/cabinet.md"]?.replacing(
            "status: final",
            with: keys + "status: final"
        )
        let contents = try IntakeTests.read(files)
        return (contents.round?.papers.first, contents.diagnostics.map(\.line))
    }

    @Test func `a cover has its wards, its implications in the order of the layout, and who has cleared it`() throws {
        let found = try read(
            """
            wards: [Mill Street, Upper Fenwick]
            implications: { legal: None, financial: The **budget** holds. }
            cleared-by: [{ person: officer, date: 2009-11-20 }, { person: leader, date: 2009-11-21 }]

            """
        )
        #expect(found.lines == [])
        let paper = try #require(found.paper)
        #expect(paper.wards == .some(["Mill Street", "Upper Fenwick"]))
        #expect(paper.implications.map(\.name) == ["financial", "legal"])
        #expect(paper.implications.map(\.text.isEmpty) == [false, true])
        #expect(paper.clearances.map(\.person) == ["officer", "leader"])
        #expect(paper.clearances.map(\.date.iso8601) == ["2009-11-20", "2009-11-21"])
    }

    @Test(arguments: [
        ("wards: all\nimplications: { legal: none, financial: none }\n", [String]()),
        (
            "implications: { legal: none, financial: none }\n",
            ["error papers/cabinet.md:2:1: the paper does not say which wards it is about"]
        ),
        (
            "wards: [all, Mill Street]\nimplications: { legal: none, financial: none }\n",
            ["error papers/cabinet.md:15:9 (wards): `wards` says `all`, and names wards"]
        ),
        (
            "wards: all\nimplications: { legal: none, finance: none }\n",
            [
                "error papers/cabinet.md:16:1 (implications): the implications do not say what is `financial`",
                "error papers/cabinet.md:16:30 (finance): the layout has no heading for the implications `finance`",
            ]
        ),
        (
            "wards: all\nimplications: { legal: none, financial: none }\ncleared-by: [{ person: nobody, date: 2009-11-20 }]\n",
            ["error papers/cabinet.md:17:24 (person): unknown person `nobody`"]
        ),
    ])
    func `what a cover lacks or says twice is reported`(keys: String, lines: [String]) throws {
        #expect(try read(keys).lines == lines)
    }

    @Test func `a layout without these parts asks for none, and what it does not print is reported`() throws {
        let plain = GoodWorkspace.layouts["cabinet.yaml"] ?? ""
        #expect(try read("", layout: plain).lines == [])
        #expect(
            try read(
                "implications: { legal: none }\ncleared-by: [{ person: officer, date: 2009-11-20 }]\n",
                layout: plain
            ).lines == [
                "error papers/cabinet.md:15:17 (legal): the layout has no heading for the implications `legal`",
                "error papers/cabinet.md:16:1 (cleared-by): the layout does not print who has cleared the paper",
            ]
        )
    }

    @Test func `what is exempt in implications is not in the public round`() throws {
        var files = GoodWorkspace.files
        files["layouts/cabinet.yaml"] = Self.layout
        files["papers/cabinet.md"] = files["papers/cabinet.md"]?.replacing(
            "status: final",
            with: """
                exempt: [{ paragraph: 3, reason: It names a firm., public-interest: The bids are open. }]
                wards: all
                implications:
                  legal: none
                  financial: |
                    The budget holds.

                    > [!EXEMPT 3]
                    > The bid of Corvane was high.
                status: final
                """
        )
        let contents = try IntakeTests.read(files)
        #expect(contents.diagnostics.map(\.line) == [])
        let round = try #require(contents.round)
        #expect("\(round.papers[0].implications)".contains("Corvane"))
        let open = PublicRound(redacting: round).content.papers[0].implications
        #expect("\(open)".contains("budget"))
        #expect(!"\(open)".contains("Corvane"))
    }
}
