// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Text as officers type and paste it into a document.
struct TypedTextTests {
    private func prose(_ text: String) -> Reading<Prose> {
        Reading { findings in
            let start = SourceLocation(file: "statement.md", line: 1, column: 1)
            return MarkdownReader(findings: findings).read(text, origin: TextOrigin(start: start)).prose
        }
    }

    @Test(arguments: [
        (
            "We expect to:\n\u{2022}\topen it\n\u{2022}\tagree it\no\tin May",
            "p We expect to:\nul\n  p open it\n  p agree it\n  ul\n    p in May"
        ),
        ("\u{25AA} one\n\u{25AA} two", "ul\n  p one\n  p two"),
        ("\u{2013}\tone\n\u{2013}\ttwo", "ul\n  p one\n  p two"),
        ("2025. It was a good year.", "p 2025. It was a good year."),
        ("7. seven\n8. eight", "ol 7\n  p seven\n  p eight"),
        ("5*3*2 m", "p 5*3*2 m"), ("*so*", "p <i>so</i>"), ("> 90% of us, they said", "q\n  p 90% of us, they said"),
        ("- 3 libraries", "ul\n  p 3 libraries"), ("One\ntwo", "p One two"),
        ("One\u{2028}two\u{85}three\u{B}four", "p One<br>two<br>three<br>four"),
        ("over there", "p over there"), ("# One\u{2028}two", "h1 One two"),
        (
            "Measure\tTarget\nVisits\t420,000\nLessons\t**85%**",
            "table left left\n  Measure | Target\n  Visits | 420,000\n  Lessons | <b>85%</b>"
        ),
        ("A tab\tin one line", "p A tab\tin one line"),
    ])
    func `it is read as it was meant`(text: String, tree: String) {
        let reading = prose(text)
        #expect(reading.value.dump == tree)
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        (
            "The library opened.\n---\nThe pool opened.",
            ["error statement.md:1:1: a line of `-` or `=` makes a heading of the text above it"]
        ),
        ("Total\n=====\n\nNext", ["error statement.md:1:1: a line of `-` or `=` makes a heading of the text above it"]),
        (
            "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |",
            ["error statement.md:3:1: the row has 3 cells, and the table 2 columns"]
        ),
        (
            "a\tb\tc\nd\te",
            [
                "error statement.md:1:1: these lines have tabs between their words, as a table has that was pasted, and not the same "
                    + "number in each"
            ]
        ),
        (
            "1.1 Introduction\n\n1.2 The library opened.\n\n1.3 It rained.",
            ["warning statement.md:1:1: paragraphs are numbered by hand: 3 from this one on"]
        ),
        ("2.1.1 One\n\n2.1.2 Two", ["warning statement.md:1:1: paragraphs are numbered by hand: 2 from this one on"]),
        (
            "# 1.\tSummary\n\n# 2 Progress\n\n# A. Next\n\n# (b) Last\n\n# iv. End",
            [1, 3, 5, 7, 9].map { "warning statement.md:\($0):1: a heading is numbered by hand" }
        ),
        (
            "**Summary**\n\nWe did well.",
            ["warning statement.md:1:1: a line in bold stands where a heading would"]
        ),
    ])
    func `what cannot be known is told`(text: String, lines: [String]) {
        #expect(prose(text).lines == lines)
    }

    @Test(arguments: [
        "2.5 million people came.\n\n3.4 per cent stayed.", "# 2 Progress", "# 16 to 19 funding",
        "**Prevention.** It is…",
        "**This matters.**\n\nWhy?", "| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n| 1 |", "# A new year", "**Last**",
    ])
    func `what only looks like it is not`(text: String) {
        #expect(prose(text).lines == [])
    }

    @Test func `much of anything takes no more than its length`() {
        for text in ["1. a\n", "> 1\n", "+ 1\n", "\u{2022} a\n", "1*1"] {
            #expect(!TypedText.markdown(String(repeating: text, count: 20_000), in: .cell).isEmpty)
        }
    }
}
