// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing
import WorkspaceFiles

@testable import Diagnostics

/// A waiver in one line of text.
struct WaiverTextTests {
    @Test(arguments: [
        ("figure-differs: The figure is of girls", "figure-differs", "The figure is of girls"),
        (" figure-differs :  of \n girls ", "figure-differs", "of girls"),
        ("figure-differs of girls", "figure-differs", "of girls"),
        ("figure-differs: at 3: it is so", "figure-differs", "at 3: it is so"),
        ("figure-differs:", "figure-differs", ""), ("figure-differs", "figure-differs", ""), ("", "", ""),
        (": girls", "", "girls"),
    ])
    func `the first word is the rule, the others are the reason`(text: String, rule: String, reason: String) {
        #expect(WaiverText(text) == WaiverText(rule: rule, reason: reason))
    }

    @Test(arguments: [
        ("a-b: one; c-d: two", [WaiverText(rule: "a-b", reason: "one"), WaiverText(rule: "c-d", reason: "two")]),
        ("a-b: one\nc-d: two", [WaiverText(rule: "a-b", reason: "one"), WaiverText(rule: "c-d", reason: "two")]),
        ("a-b: girls; boys differ; a note: so;", [WaiverText(rule: "a-b", reason: "girls; boys differ; a note: so")]),
        ("; ;", []),
    ])
    func `a cell may hold several, and a reason semicolons`(cell: String, waivers: [WaiverText]) {
        #expect(WaiverText.all(in: cell) == waivers)
    }

    @Test(arguments: [
        (
            "figure-differs: 1, 2",
            "warning a.csv:2:3: the waiver of `figure-differs` has no reason",
            "say in a few words why it is right as it is"
        ),
        (
            "figure-diffres: girls", "warning a.csv:2:3: `figure-diffres` is not a rule",
            "did you mean `figure-differs`?"
        ),
        (
            "because", "warning a.csv:2:3: `because` is not a rule",
            "write the name of the rule as `cleardays check` gives it, such as `figure-differs`"
        ),
        (
            "", "warning a.csv:2:3: the waiver names no rule",
            "write the name of the rule as `cleardays check` gives it, such as `figure-differs`"
        ),
        (
            "missing-cell: none", "warning a.csv:2:3: `missing-cell` is an error, and no error can be waived",
            "put right what it reports"
        ),
        (
            "near-exempt-marker: none",
            "warning a.csv:2:3: `near-exempt-marker` is an error, and no error can be waived",
            "put right what it reports"
        ),
        ("unused-waiver: none", "warning a.csv:2:3: `unused-waiver` cannot be waived", "delete this waiver"),
    ])
    func `what is no waiver is told at its place`(text: String, line: String, hint: String) {
        let place = SourceLocation(file: "a.csv", line: 2, column: 3)
        let reading = Reading { findings in
            findings.addWaiver(WaiverText(text), .rows(2...2), at: place)
            return findings.waivers
        }
        #expect(reading.value == [])
        #expect(reading.lines == [line])
        #expect(reading.diagnostics.map(\.hint) == [hint])
    }

    @Test func `a rule may be written in capitals`() {
        let place = SourceLocation(file: "a.csv", line: 2, column: 3)
        let reading = Reading { findings in
            findings.addWaiver(WaiverText("Figure-Differs: girls"), .rows(2...2), at: place)
            return findings.waivers
        }
        #expect(reading.value == [Waiver(.figureDiffers, .rows(2...2), reason: "girls", at: place)])
        #expect(reading.lines == [])
    }
}
