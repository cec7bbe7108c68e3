// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import OpenData

/// The schema of a round's document, and the document.
struct RoundSchemaTests {
    @Test func `the published schema is the one that is written beside the data`() throws {
        let schema = RoundSchema(tables: DataTables.descriptions).json.text
        let path = Repository.folder + "/docs/round.schema.json"
        if ProcessInfo.processInfo.environment["CLEARDAYS_RECORD"] != nil {
            try Data(schema.utf8).write(to: URL(filePath: path))
            Issue.record("recorded docs/round.schema.json")
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == schema)
        #expect(try SmallRound().files()["round.schema.json"] == schema)
    }

    @Test(arguments: ["56.4", "-0.1", "2745000", "1234567890123456789", "0.30000000000000004", "0"])
    func `a number is in the document as it is`(digits: String) {
        #expect(JSONValue.number(digits).text == digits + "\n")
    }

    @Test func `numbers are numbers beside the text as printed, and what is not there is null`() throws {
        let round = try SmallRound()
        try round.folder.edit(SmallRound.place + "indicators.csv", "88%,85%", "88%,56.4%")
        let document = try #require(try round.files()["round.json"])
        #expect(
            document.contains(
                """
                      "absence" : null,
                      "comparator" : null,
                      "comparator_name" : null,
                      "directorate" : "community-services",
                      "figure" : "community-services.indicators.2.2",
                      "kind" : "actual",
                      "note" : null,
                      "part" : null,
                      "period" : "2025-04-01/2025-09-30",
                      "period_words" : "H1 2025/26",
                      "printed" : "56.4%",
                      "qualifier" : null,
                      "ref" : null,
                      "row" : "community-services.indicators.2",
                      "unit" : "%",
                      "value" : 56.4
                    }
                """
            )
        )
        #expect(
            document.contains(
                """
                  "round" : {
                    "as_at" : "2025-09-30",
                    "excludes" : null,
                    "period" : "2025-04-01/2025-09-30",
                    "period_words" : "H1 2025/26",
                    "subtitle" : "September 2025",
                    "title" : "2025/26 half-year monitoring"
                  }
                """
            )
        )
    }
}
