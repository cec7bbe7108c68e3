// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// What is not for publication is not in the data.
struct WithheldRowsTests {
    private func exemptRound() throws -> SmallRound {
        let round = try SmallRound()
        try round.folder.write(
            """
            unit,ref,action,outcome,status,reason,response,due,exempt
            libraries,L1,Rebuild the library at Sampleton,A library with a room for classes,on course,,,2026-03,
            libraries,ZYXOAK,Sell Zyxfir,Zyxgorse by May,not on course,Zyxhazel has withdrawn.,Ask Zyxivy,2025-09-30,3
            libraries,ZYXELM,Buy Zyxholly,Zyxkelp by May,on course,,,2025-09-30,3
            libraries,L3,Lend electronic magazines,At least fifty titles,not on course,"Late.

            > [!EXEMPT 3]
            > The price of Zyxmaple has doubled.",Wait,2025-09-30,
            """,
            to: SmallRound.place + "actions.csv"
        )
        try round.folder.write(
            """
            unit,measure,better,status,2024/25 actual,2025/26 target,2025/26 mid-year,2025/26 forecast,comment,exempt
            libraries,Visits to libraries,higher,not on course,"412,300","420,000","188,900","400,000 [e]",More hours.,
            sport,Income of Zyxjuniper,higher,not on course,[new],£71.31m,£72.32m,£73.33m,Zyxkelp pays.,3
            """,
            to: SmallRound.place + "indicators.csv"
        )
        try round.folder.edit(SmallRound.place + "return.yaml", "notes:\n", "\(ExemptWorkspace.reasons(3))notes:\n")
        try round.folder.edit(
            SmallRound.place + "return.yaml",
            "  flood: The central library was closed",
            "  flood: A library was closed"
        )
        try round.folder.edit(SmallRound.place + "indicators.csv", "188,900", "188,900[^flood]")
        return round
    }

    @Test func `rows that are withheld are absent, and counted only where papers say so`() throws {
        let round = try exemptRound()
        for (name, text) in try round.files() {
            #expect(!text.lowercased().contains("zyx"), "\(name)")
            #expect(!text.contains("71.31") && !text.contains("71310000"), "\(name)")
        }
        #expect(try round.rows("actions.csv").map { $0["ref"] } == ["L3"])
        #expect(try round.rows("indicators.csv").count == 1)
        #expect(try Set(round.rows("figures.csv").map { $0["row"] }) == ["community-services.indicators.1"])
        // The table of exceptions has a row for ZYXOAK; none says that there is ZYXELM, which is on course.
        #expect(
            try round.lines("withheld.csv") == [
                "directorate,class,printed,rows",
                "community-services,actions,Withheld: exempt under paragraph 3.,1",
                "community-services,indicators,Withheld: exempt under paragraph 3.,1",
            ]
        )
    }

    @Test func `rows that are withheld do not count`() throws {
        let statuses = try exemptRound().rows("counts.csv").filter {
            $0["class"] == "actions" && $0["unit"] == "libraries"
        }
        .map { [$0["status"] ?? "", $0["count"] ?? ""] }
        #expect(statuses == [["Not on course", "1"], ["On course", "1"]])
    }

    @Test func `a return that an open paper lists and none appends has no data`() throws {
        let round = try SmallRound()
        let paper = "round/papers/cabinet.md"
        try round.folder.edit(paper, "  - { title: Directorate returns, of: all-directorates }\n", "")
        try round.folder.edit(paper, "appendices:\n", "")
        #expect(try round.lines("directorates.csv").last == "community-services,Community Services,Director,false")
        #expect(try round.lines("actions.csv").count == 1)
        #expect(try round.lines("counts.csv").count == 1)
    }

    @Test func `a return whose rows are in a paper that is exempt as a whole has no data`() throws {
        let round = try SmallRound()
        let paper = try round.folder.text(of: "round/papers/cabinet.md")
        try round.folder.write(
            paper.replacing(
                "classification: Unrestricted",
                with: "classification: Exempt\n\(ExemptWorkspace.reasons(3))"
            )
            .replacing("  - { title: Directorate returns, of: all-directorates }\n", with: "")
            .replacing("appendices:\n", with: "")
                + "\n{{> exceptions-of-all of: actions }}\n",
            to: "round/papers/other.md"
        )
        #expect(try round.lines("directorates.csv").last == "community-services,Community Services,Director,false")
        #expect(try round.lines("actions.csv").count == 1)
    }

    @Test func `a passage that is withheld has the words of the papers in its place`() throws {
        let rows = try exemptRound().rows("actions.csv")
        #expect(
            rows.last?["reason"] == """
                Late.
                A passage is withheld here: it is exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 (information about financial or business affairs).
                """
        )
    }

    @Test func `of a return that is appended as exempt there is the name of the directorate alone`() throws {
        let round = try SmallRound()
        let paper = "round/papers/cabinet.md"
        try round.folder.edit(
            paper,
            "  - { title: Directorate returns, of: all-directorates }",
            "  - title: Directorate returns\n    of: all-directorates\n    exempt: 3"
        )
        try round.folder.edit(paper, "{{> chart status of: actions }}", "")
        try round.folder.edit(paper, "{{> outcomes of: actions }}", "")
        try round.folder.edit(paper, "background-papers: none", "\(ExemptWorkspace.reasons(3))background-papers: none")
        #expect(
            try round.lines("directorates.csv") == [
                "directorate,name,head,has_data", "community-services,Community Services,Director,false",
            ]
        )
        for name in ["actions.csv", "indicators.csv", "figures.csv", "counts.csv", "details.csv", "withheld.csv"] {
            #expect(try round.lines(name).count == 1, "\(name)")
        }
    }

    @Test func `what no table of the papers prints is not in the data`() throws {
        let round = try SmallRound()
        let place = SmallRound.place + "actions.csv"
        try round.folder.edit(place, "response,due", "response,due,owner")
        try round.folder.edit(place, "on course,,,2026-03", "on course,,,2026-03,Mr Zyxoak")
        try round.folder.edit(place, "in January.\",2025-09-30", "in January.\",2025-09-30,")
        try round.folder.edit(place, "2025-05", "2025-05,")
        #expect(try round.lines("details.csv").count == 1)
        #expect(
            try round.rows("indicators.csv").first?["reason"] == "Opening hours have been extended until Christmas."
        )
        let table = SmallRound.place + "return.yaml"
        try round.folder.edit(table, "kind: indicators-six-columns", "kind: indicators-at-a-glance")
        #expect(try round.rows("indicators.csv").first?["reason"] == "")
        for (name, text) in try round.files() {
            #expect(!text.contains("Zyxoak") && !text.contains("Opening hours"), "\(name)")
        }
    }
}
