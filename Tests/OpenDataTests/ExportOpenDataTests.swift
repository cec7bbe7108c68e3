// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// The data of a small round, byte for byte.
struct ExportOpenDataTests {
    @Test func `a round is always the same files`() throws {
        let files = try SmallRound().files()
        #expect(
            files.keys.sorted() == [
                "actions.csv", "activity.csv", "comparators.csv", "core-services.csv", "counts.csv",
                "csv-metadata.json",
                "details.csv", "directorates.csv", "figures.csv", "indicators.csv", "round.json", "round.schema.json",
                "units.csv", "withheld.csv",
            ]
        )
        #expect(try SmallRound().files() == files)
    }

    @Test func `actions that a table of the papers lists have a row each, and others have none`() throws {
        let round = try SmallRound()
        #expect(
            try round.files()["actions.csv"] == """
                \u{FEFF}row,directorate,unit,ref,title,outcome,due,due_printed,status,status_id,is_exception,reason,response,notes\r
                community-services.actions.1,community-services,libraries,L2,Lend electronic magazines,At least fifty titles,2025-09-30,30 September 2025,Not on course,not-on-course,true,The supplier has withdrawn from the market.,"Two other suppliers have been asked for prices.
                The service will start in January.",\r

                """
        )
        // A table that lists all of them.
        try round.folder.edit(
            SmallRound.place + "return.yaml",
            "kind: exceptions-three-columns",
            "kind: actions-progress"
        )
        #expect(try round.rows("actions.csv").map { $0["ref"] } == ["L1", "L2", "S1"])
    }

    @Test func `figures are exact numbers beside the text as printed, with absences, qualifiers and notes`() throws {
        let lines = try SmallRound().lines("figures.csv")
        #expect(
            lines.prefix(9) == [
                "figure,row,directorate,ref,kind,period,period_words,comparator,comparator_name,part,value,unit,qualifier,absence,printed,note",
                "community-services.indicators.1.1,community-services.indicators.1,community-services,,actual,2024-04-01/2025-03-31,2024/25,,,,412300,,,,\"412,300\",",
                "community-services.indicators.1.2,community-services.indicators.1,community-services,,actual,2025-04-01/2025-09-30,H1 2025/26,,,,188900,,,,\"188,900\",The central library was closed for five weeks after a flood.",
                "community-services.indicators.1.3,community-services.indicators.1,community-services,,target,2025-04-01/2026-03-31,2025/26,,,,420000,,,,\"420,000\",",
                "community-services.indicators.1.4,community-services.indicators.1,community-services,,forecast,2025-04-01/2026-03-31,2025/26,,,,400000,,e,,\"400,000\u{A0}[e]\",",
                "community-services.indicators.2.1,community-services.indicators.2,community-services,,actual,2024-04-01/2025-03-31,2024/25,,,,,,,new,New indicator,",
                "community-services.indicators.2.2,community-services.indicators.2,community-services,,actual,2025-04-01/2025-09-30,H1 2025/26,,,,85,%,,,85%,",
                "community-services.indicators.2.3,community-services.indicators.2,community-services,,target,2025-04-01/2026-03-31,2025/26,,,,88,%,,,88%,",
                "community-services.indicators.2.4,community-services.indicators.2,community-services,,forecast,2025-04-01/2026-03-31,2025/26,,,,86,%,,,86%,",
            ]
        )
        #expect(lines.count == 9)
    }

    @Test func `counts have the rows that are listed and those that are only counted`() throws {
        #expect(
            try SmallRound().lines("counts.csv") == [
                "directorate,unit,class,status,status_id,is_exception,count",
                "community-services,libraries,actions,Not on course,not-on-course,true,1",
                "community-services,libraries,actions,On course,on-course,false,1",
                "community-services,libraries,actions,No exception,not-listed,false,10",
                "community-services,sport,actions,Done and ongoing,done-and-ongoing,false,1",
                "community-services,sport,actions,No exception,not-listed,false,7",
                "community-services,libraries,indicators,Not on course,not-on-course,true,1",
                "community-services,libraries,indicators,No exception,not-listed,false,4",
                "community-services,sport,indicators,Not on course,not-on-course,true,1",
                "community-services,sport,indicators,On course,on-course,false,1",
                "community-services,sport,indicators,No exception,not-listed,false,2",
            ]
        )
    }

    @Test func `a class without rows has a file without rows`() throws {
        #expect(try SmallRound().lines("core-services.csv").count == 1)
        #expect(try SmallRound().lines("withheld.csv") == ["directorate,class,printed,rows"])
    }

    @Test func `names in texts have their values, and a text that looks like a formula an apostrophe`() throws {
        let round = try SmallRound()
        try round.folder.edit(
            SmallRound.place + "actions.csv",
            "Lend electronic magazines,At least fifty titles",
            "\"=2+5, by {{ round.as-at }} in {{ name }}\",+ fifty *titles*"
        )
        let row = try #require(round.rows("actions.csv").first)
        #expect(row["title"] == "'=2+5, by 30 September 2025 in Community Services")
        #expect(row["outcome"] == "'+ fifty titles")
        #expect(
            try round.files()["round.json"]?.contains(#""title" : "=2+5, by 30 September 2025 in Community Services""#)
                == true
        )
    }

    @Test func `a value of several numbers has a row for each`() throws {
        let round = try SmallRound()
        try round.folder.edit(
            SmallRound.place + "indicators.csv",
            ",88%,85%,",
            ",88%,68.69% (east); 75.10% (west) [p],"
        )
        let rows = try round.rows("figures.csv").filter {
            $0["row"] == "community-services.indicators.2" && $0["part"] != ""
        }
        #expect(rows.map { $0["part"] } == ["east", "west"])
        #expect(rows.map { $0["value"] } == ["68.69", "75.10"])
        #expect(rows.map { $0["printed"] } == ["68.69% (east)", "75.10% (west)\u{A0}[p]"])
        #expect(rows.map { $0["qualifier"] } == ["p", "p"])
    }
}
