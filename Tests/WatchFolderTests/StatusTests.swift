// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import FoundationXML
import Monitoring
import PaperTree
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
                warnings: 1,
                endings: [".pdf", ".html"]
            ),
            .init(id: "poc", state: .problems, pages: nil, written: nil, errors: 2, warnings: 0),
            .init(
                id: "half-year",
                state: .current,
                pages: 1,
                written: WallTime(secondsSince1970: 1_259_589_900),
                errors: 0,
                warnings: 0,
                announcement: PaperAnnouncement(
                    id: "half-year",
                    title: "Half-year <report>",
                    meeting: .init(body: "Cabinet", date: Self.day(30), publishBy: Self.day(20))
                )
            ),
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
            ),
            DirectorateState(id: "two", name: "Two", hasReturned: true, rows: 4, errors: 1),
            DirectorateState(id: "three", name: "Three", hasReturned: true, rows: 4),
        ],
        diagnostics: [
            Diagnostic(
                .init(.unknownKey, "`secret words` is wrong"),
                at: SourceLocation(file: "returns/one/actions.csv", line: 3, column: 4, field: "reason")
            ),
            Diagnostic(
                .init(.unknownKey, "this too"),
                at: SourceLocation(in: SourceFile("returns/two/actions.csv", subject: .directorateReturn("two")))
            ),
        ],
        failedDrops: [
            .init(
                number: "2009-11-30-140500-001",
                failed: WallTime(secondsSince1970: 1_259_589_900)
            )
        ],
        failure: nil
    )

    private static func day(_ day: Int) -> CalendarDate {
        guard let date = CalendarDate(year: 2009, month: 11, day: day) else { preconditionFailure("no such day") }
        return date
    }

    private var html: String { String(decoding: StatusPage(status: status).bytes, as: UTF8.self) }

    @Test func `the file for programs is JSON with counts and places, and no words of a paper`() throws {
        let json = status.json
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(value["milliseconds"] as? Int == 1234)
        let papers = try #require(value["papers"] as? [[String: Any]])
        let states = papers.map { $0["state"] as? String }
        #expect(states == ["current", "problems", "current"])
        let problems = try #require(value["problems"] as? [[String: String]])
        #expect(
            problems == [
                ["severity": "error", "place": "returns/one/actions.csv:3:4"],
                ["severity": "error", "place": "returns/two/actions.csv"],
            ]
        )
        #expect(!json.contains("secret"))
    }

    @Test func `the page is whole, and says in words how things are`() throws {
        let html = html
        #expect(text.contains("2 of 3 papers are current."))
        #expect(text.contains("Papers of Test &amp; Sons Council: Half-year &lt;monitoring&gt;"))
        #expect(text.contains("`secret words` is wrong"))
        #expect(html.contains("<a href=\"cabinet.pdf\">cabinet</a>"))
        #expect(
            html.contains(
                "<a href=\"cabinet.html\" class=\"other\" aria-label=\"cabinet: web page\">web page</a>"
            )
        )
        #expect(html.contains("<a href=\"poc.problems.txt\">2 errors in poc</a>"))
    }

    /// The words of the page, with a space for each tag.
    private var text: String {
        html.replacing(#/<style>[\s\S]*<\/style>|<script>[\s\S]*<\/script>/#, with: "").replacing(
            #/<[^>]*>/#,
            with: " "
        )
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `a paper is called by its title, and says when it has to be published; the next one is first`() throws {
        #expect(html.contains("<a href=\"half-year.pdf\">Half-year &lt;report&gt;</a>"))
        #expect(
            text.contains("Half-year &lt;report&gt; half-year Cabinet, 30 November 2009 20 November 2009 current 1")
        )
        #expect(html.contains("<time datetime=\"2009-11-20\" class=\"due\">20 November 2009</time>"))
        let first = try #require(text.firstRange(of: "Half-year &lt;report&gt; half-year"))
        let second = try #require(text.firstRange(of: "cabinet web page – – current"))
        #expect(first.lowerBound < second.lowerBound)
    }

    @Test func `the title of a paper that is held back, or not for publication, is not on the page`() {
        var status = status
        for (state, edition) in [(WatchStatus.Paper.State.problems, Edition.whole), (.current, .restricted)] {
            status.papers[2].state = state
            status.papers[2].edition = edition
            let html = String(decoding: StatusPage(status: status).bytes, as: UTF8.self)
            #expect(!html.contains("Half-year &lt;report&gt;"))
            #expect(html.contains("half-year"))
        }
    }

    @Test func `each directorate is told what it still owes, and where that is`() {
        #expect(text.contains("One no the return 0 0"))
        #expect(text.contains("Two yes an answer to 1 error 4 0"))
        #expect(text.contains("Three yes nothing 4 0"))
        #expect(html.contains("<a href=\"#problems-two\">1 error</a>"))
        #expect(html.contains("id=\"problems-two\""))
        #expect(text.contains("Problems of the return of Two Kind Where What error returns/two/actions.csv this too"))
        #expect(text.contains("Other problems Kind Where What error returns/one/actions.csv:3:4 (reason)"))
    }

    @Test func `a drop that was not taken is named with its report`() {
        #expect(
            text.contains(
                "30 November 2009 at 14:05 see the report whose name begins with 2009-11-30-140500-001, in the folder failed"
            )
        )
    }

    @Test func `the page says when the service was last at work, which is not when papers were made`() {
        var status = status
        status.alive = WallTime(secondsSince1970: 1_259_593_500)
        let html = String(decoding: StatusPage(status: status).bytes, as: UTF8.self)
        #expect(html.contains("<time id=\"alive\" datetime=\"\(status.alive.stamp)\">"))
        #expect(html.contains("<time datetime=\"\(status.updated.stamp)\">"))
        #expect(status.alive.stamp != status.updated.stamp)
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
        let html = html
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
        // As XML, but for the elements that HTML leaves open.
        let body = html.replacing("<!DOCTYPE html>", with: "").replacing(#/<script>[\s\S]*<\/script>/#, with: "")
            .replacing(#/<(meta|br)([^>]*)>/#) { "<\($0.1)\($0.2)/>" }
        let document = try XMLDocument(xmlString: String(body))
        func count(_ path: String) throws -> Int { try document.nodes(forXPath: path).count }
        let headings = try count("//h1")
        #expect(headings == 1)
        let tables = try count("//table")
        #expect(tables == 5)
        let captioned = try count("//table[caption and thead and tbody]")
        #expect(captioned == tables)
        let bare = try count("//th[not(@scope)]")
        #expect(bare == 0)
        #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"))
        let fetching = try count("//img | //link | //iframe | //@src")
        #expect(fetching == 0)
    }
}
