// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import FoundationXML
import Publishing
import TestSupport
import Testing

@testable import WatchFolder

struct StatusTests {
    private let status = WatchStatus(
        title: "Half-year <monitoring>",
        council: "Test & Sons Council",
        updated: WallTime(secondsSince1970: 1_259_589_900),
        duration: .milliseconds(1234),
        papers: [
            .init(
                id: "cabinet",
                state: .current,
                pages: 12,
                written: WallTime(secondsSince1970: 1_259_589_900),
                errors: 0,
                warnings: 1
            ),
            .init(id: "poc", state: .problems, pages: nil, written: nil, errors: 2, warnings: 0),
        ],
        directorates: [
            DirectorateState(
                id: "one",
                name: "One",
                hasReturned: false,
                received: nil,
                rows: 0,
                nilReturns: 0,
                errors: 0,
                warnings: 1
            )
        ],
        diagnostics: [
            Diagnostic(
                .init(.unknownKey, "`secret words` is wrong"),
                at: SourceLocation(file: "returns/one/actions.csv", line: 3, column: 4, field: "reason")
            )
        ],
        failure: nil
    )

    @Test func `the file for programs is JSON with counts and places, and no words of a paper`() throws {
        let json = status.json
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(value["milliseconds"] as? Int == 1234)
        let papers = try #require(value["papers"] as? [[String: Any]])
        let states = papers.map { $0["state"] as? String }
        #expect(states == ["current", "problems"])
        let problems = try #require(value["problems"] as? [[String: String]])
        #expect(problems == [["severity": "error", "place": "returns/one/actions.csv:3:4"]])
        #expect(!json.contains("secret"))
    }

    @Test func `the page is whole, and says in words how things are`() throws {
        let html = StatusPage(status: status).html
        let text = html.replacing(#/<style>[\s\S]*<\/style>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
        #expect(text.contains("1 of 2 papers is current."))
        #expect(text.contains("Papers of Test &amp; Sons Council: Half-year &lt;monitoring&gt;"))
        #expect(text.contains("no return"))
        #expect(text.contains("`secret words` is wrong"))
        #expect(html.contains("<a href=\"cabinet.pdf\">cabinet</a>"))
        #expect(html.contains("<a href=\"poc.problems.txt\">2 errors in poc</a>"))
    }

    @Test func `how things stand is said as people say it`() {
        func summary(_ states: [WatchStatus.Paper.State]) -> String {
            var status = status
            status.papers = states.map { .init(id: "one", state: $0, errors: 0, warnings: 0) }
            return status.summary
        }
        #expect(summary([]) == "There are no papers yet.")
        #expect(summary([.current]) == "The paper is current.")
        #expect(summary([.problems]) == "The paper is not current.")
        #expect(summary([.problems, .unwritten]) == "None of the 2 papers is current.")
        #expect(summary([.problems, .current]) == "1 of 2 papers is current.")
        #expect(summary([.current, .current, .withdrawn]) == "All 2 papers are current.")
    }

    @Test func `the page is well made: a language, one main heading, tables with captions and scopes, nothing fetched`()
        throws
    {
        let html = StatusPage(status: status).html
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
        // As XML, but for the elements that HTML leaves open.
        let body = html.replacing("<!DOCTYPE html>", with: "").replacing(#/<(meta|br)([^>]*)>/#) { "<\($0.1)\($0.2)/>" }
        let document = try XMLDocument(xmlString: String(body))
        func count(_ path: String) throws -> Int { try document.nodes(forXPath: path).count }
        let headings = try count("//h1")
        #expect(headings == 1)
        let tables = try count("//table")
        #expect(tables == 3)
        let captioned = try count("//table[caption and thead and tbody]")
        #expect(captioned == tables)
        let bare = try count("//th[not(@scope)]")
        #expect(bare == 0)
        let fetching = try count("//script | //img | //link | //iframe | //@src")
        #expect(fetching == 0)
    }
}
