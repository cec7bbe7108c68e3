// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

/// Diagnostics as another program reads them.
struct JSONRendererTests {
    @Test func `every object has every key, in one order`() {
        let place = SourceLocation(file: "a.csv", line: 3, column: 14, field: "reason")
        let json = JSONRenderer().render([
            Diagnostic(
                .init(.unknownKey, "no reason", hint: "say why", replacing: Replacement(of: "x", by: "because")),
                at: place,
                excerpt: "sport,,x"
            ),
            Diagnostic(.init(.unreadFile, "no file"), at: SourceLocation(file: "b.csv")),
        ])
        #expect(
            json == """
                {
                  "advice" : 0,
                  "diagnostics" : [
                    {
                      "cell" : null,
                      "column" : 14,
                      "endColumn" : null,
                      "excerpt" : "sport,,x",
                      "field" : "reason",
                      "file" : "a.csv",
                      "hint" : "say why",
                      "line" : 3,
                      "message" : "no reason",
                      "paragraph" : null,
                      "replacement" : "because",
                      "rule" : "unknown-key",
                      "severity" : "error"
                    },
                    {
                      "cell" : null,
                      "column" : null,
                      "endColumn" : null,
                      "excerpt" : null,
                      "field" : null,
                      "file" : "b.csv",
                      "hint" : null,
                      "line" : null,
                      "message" : "no file",
                      "paragraph" : null,
                      "replacement" : null,
                      "rule" : "unread-file",
                      "severity" : "warning"
                    }
                  ],
                  "elsewhere" : {
                    "advice" : 0,
                    "errors" : 0,
                    "warnings" : 0
                  },
                  "errors" : 1,
                  "part" : null,
                  "waived" : [

                  ],
                  "warnings" : 1
                }
                """
        )
    }

    @Test func `a cell has no line and no column`() throws {
        let place = SourceLocation(in: "communities.xlsx", .cell(sheet: "Actions", column: 6, row: 12))
        let json = JSONRenderer().render([Diagnostic(.init(.missingCell, "x"), at: place)])
        let objects = try entries(of: json)
        let object = try #require(objects.first)
        #expect(object["file"] as? String == "communities.xlsx")
        #expect(object["cell"] as? String == "Actions!F12")
        #expect(object["line"] is NSNull)
        #expect(object["column"] is NSNull)
    }

    @Test func `a paragraph has no line and no cell`() throws {
        let place = SourceLocation(in: "statement.docx", .paragraph(12))
        let json = JSONRenderer().render([Diagnostic(.init(.trackedChange, "x"), at: place)])
        let objects = try entries(of: json)
        let object = try #require(objects.first)
        #expect(object["paragraph"] as? Int == 12)
        #expect(object["line"] is NSNull)
        #expect(object["cell"] is NSNull)
    }

    private func entries(of json: String) throws -> [[String: Any]] {
        let report = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return try #require(report?["diagnostics"] as? [[String: Any]])
    }

    @Test func `no diagnostics are an empty array`() throws {
        #expect(try entries(of: JSONRenderer().render([])).isEmpty)
    }

    @Test func `what is meant ends where the quotation or the word ends`() throws {
        let place = SourceLocation(file: "council.yaml", line: 3, column: 1)
        let json = JSONRenderer().render([
            Diagnostic(.init(.unknownKey, "unknown key"), at: place, excerpt: "natoin: England")
        ])
        #expect(try entries(of: json).first?["endColumn"] as? Int == 7)
    }

    @Test func `the published schema has the keys that are written`() throws {
        let path = Repository.folder + "/docs/schemas/check.json"
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any]
        )
        let json = JSONRenderer().render([Diagnostic(.init(.unknownKey, "x"), at: nil)])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(schema["required"] as? [String] == report.keys.sorted())
        let definitions = schema["$defs"] as? [String: [String: Any]]
        #expect(try definitions?["diagnostic"]?["required"] as? [String] == entries(of: json).first?.keys.sorted())
    }

    @Test(arguments: ["a \"b\" \\ c", "line\r\n\ttab", "\u{0}\u{1B}\u{7F}", "é – 漢字 😀", "\u{2028}\u{2029}"])
    func `any text comes back as it was`(text: String) throws {
        let json = JSONRenderer().render([Diagnostic(.init(.unknownKey, "\(text)"), at: nil)])
        let objects = try entries(of: json)
        #expect(objects.first?["message"] as? String == text)
    }
}
