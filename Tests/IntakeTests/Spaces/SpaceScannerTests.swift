// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Intake

/// Which spaces of a line have exactly one right answer.
struct SpaceScannerTests {
    private func found(_ line: String, isCell: Bool = false, passesOverMarks: Bool = false) -> [String] {
        SpaceScanner(line, isCell: isCell, passesOverMarks: passesOverMarks).findings.map {
            "\($0.offset) \($0.fault): \($0.replacement.written) → \($0.replacement.right)"
        }
    }

    @Test(arguments: [
        ("The  report is late", ["0 several: The  report → The report"]),
        (
            "in the   report \u{A0}today",
            ["3 several: the   report → the report", "9 several: report \u{A0}today → report today"]
        ),
        ("the report , which", ["4 beforeMark(\",\"): report , → report,"]),
        ("50% .", ["0 beforeMark(\".\"): 50% . → 50%."]),
        ("work\u{A0}goes on", ["0 unbreakable: work\u{A0}goes → work goes"]),
    ])
    func `a space that is wrong is found with the words around it`(line: String, findings: [String]) {
        #expect(found(line) == findings)
        #expect(SpaceScanner.mayHold(line.utf8))
    }

    @Test(arguments: [
        "The end.  The next", "(as it was.)  Then", "**Prevention.**  Work", "  indented", "-  an item",
        "5\u{A0}million",
        "Mr\u{A0}Smith", "NI\u{A0}75 is here", "well ... and .5", "{{> outcomes  of: actions }}", "trailing  ",
        "a . . . b",
        "( see below )",
    ])
    func `one that may be meant is not`(line: String) { #expect(found(line) == []) }

    @Test func `at the end of a cell a space is one, and before a mark it may be French`() {
        #expect(found("on course ", isCell: true) == ["3 trailing: course  → course"])
        #expect(found("on course ") == [])
        #expect(found("Bonjour !", passesOverMarks: true) == [])
        #expect(!SpaceScanner.mayHold("One, two. Three".utf8))
    }
}
