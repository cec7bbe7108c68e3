// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Comments that waive a finding in the block below.
struct WaiverCommentTests {
    private func read(_ text: String, isCell: Bool = false) -> Reading<MarkdownReader.Result> {
        Reading { findings in
            let start = SourceLocation(file: "statement.md", line: 1, column: 1)
            return MarkdownReader(findings: findings).read(text, origin: TextOrigin(start: start), isCell: isCell)
        }
    }

    private static let comment = "<!-- waive figure-differs: of girls -->"

    @Test(arguments: [
        ("\(comment)\nOne\ntwo\n\nthree", 2...3), ("\(comment)\n\n\nOne\n\nthree", 4...4),
        ("a\n\n\(comment)\n- one\n  on\n- two", 4...5), ("- one\n  \(comment)\n- two\n- three", 3...3),
        ("- one\n\(comment)\n- two\n- three", 3...3), ("1. one\n\(comment)\n2) two", 3...3),
        ("\(comment)\n| a | b |\n|---|---|\n| 1 | 2 |\n\nOn", 2...4), ("\(comment)\n# One\ntwo", 2...2),
        ("\(comment)\nOne\n# Two", 2...2), ("> \(comment)\n> one\n>\n> two", 2...2),
        ("\(comment)\n\(comment)\nOne", 3...3),
    ])
    func `a comment is for the paragraph, the item, the table or the heading below it`(
        text: String,
        lines: ClosedRange<Int>
    ) {
        let reading = read(text)
        #expect(reading.value.waivers.map(\.rows).allSatisfy { $0 == lines })
        #expect(reading.value.waivers.first?.text == WaiverText(rule: "figure-differs", reason: "of girls"))
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        ("- one\n\(comment)\n- two", "- one\n- two"), ("3. one\n\(comment)\n4. two", "3. one\n4. two"),
        ("One\n\n\(comment)\nTwo", "One\n\nTwo"), ("> one\n>\n> \(comment)\n> two", "> one\n>\n> two"),
        ("\(comment)", ""), ("\u{2022} one\n\(comment)\n\u{2022} two", "\u{2022} one\n\u{2022} two"),
        ("\(comment)\n> [!EXEMPT 3]\n> in it", "> [!EXEMPT 3]\n> in it"),
    ])
    func `the text reads as it would without the comment`(text: String, plain: String) {
        let reading = read(text)
        #expect(reading.value.prose.dump == read(plain).value.prose.dump)
        #expect(reading.value.waivers.count == 1)
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        ("<!-- waive: figure-differs: of girls -->", "figure-differs", "of girls"),
        ("<!--WAIVED figure-differs: of girls-->", "figure-differs", "of girls"),
        ("<!-- waive figure-differs: of\ngirls\n-->", "figure-differs", "of girls"), ("<!-- waive -->", "", ""),
    ])
    func `it may be written in several ways, over several lines too`(text: String, rule: String, reason: String) {
        let reading = read(text + "\n\nOne")
        #expect(reading.value.waivers.map(\.text) == [WaiverText(rule: rule, reason: reason)])
        #expect(reading.value.prose.dump == "p One")
        #expect(reading.lines == [])
    }

    @Test func `it is known by its place, and so is the block, in a text within a file`() {
        let reading = Reading { findings in
            let start = SourceLocation(file: "return.yaml", line: 7, column: 5, field: "introduction")
            let origin = TextOrigin(start: start, indent: 4)
            return MarkdownReader(findings: findings).read("One\n\n  \(Self.comment)\nTwo", origin: origin).waivers
        }
        #expect(reading.value.map { "\($0.location)" } == ["return.yaml:9:7 (introduction)"])
        #expect(reading.value.map(\.rows) == [10...10])
        #expect(reading.value.map(\.lines) == [4...4])
    }

    @Test func `a comment below everything is for nothing`() {
        let reading = read("One\n\n\(Self.comment)\n")
        #expect(reading.value.waivers.map(\.rows) == [nil])
    }

    @Test(arguments: [
        (
            "<!-- a comment -->\nOne",
            "error statement.md:1:1: this is HTML, the code of web pages, which is not printed"
        ),
        ("One \(comment) two", "error statement.md:1:5: this is HTML, the code of web pages, which is not printed"),
        ("\(comment) One", "error statement.md:1:1: this is HTML, the code of web pages, which is not printed"),
        (
            "<!-- waive figure-differs:\n\ngirls -->",
            "error statement.md:1:1: this is HTML, the code of web pages, which is not printed"
        ),
        (
            "<!-- waive figure-differs: girls\n> [!EXEMPT 3] -->",
            "error statement.md:1:1: this is HTML, the code of web pages, which is not printed"
        ),
    ])
    func `any other comment is HTML`(text: String, line: String) {
        let reading = read(text)
        #expect(reading.value.waivers.isEmpty)
        #expect(reading.lines.first == line)
    }

    @Test func `a cell has no comments`() {
        let reading = read("\(Self.comment)\nOne", isCell: true)
        #expect(reading.value.waivers.isEmpty)
        #expect(
            reading.lines.first == "error statement.md:1:1: this is HTML, the code of web pages, which is not printed"
        )
    }

    @Test func `a comment directly below an exempt passage does not end it unseen`() {
        let reading = read("> [!EXEMPT 3]\n> in it\n\(Self.comment)\nthe rest")
        #expect(reading.lines.count == 1)
        #expect(reading.diagnostics.map(\.rule) == [.lineAfterExemptPassage])
    }
}
