// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// How what is waived is listed.
struct WaivedDiagnosticTests {
    private func waived(_ rule: Rule, line: Int, reason: String) -> WaivedDiagnostic {
        WaivedDiagnostic(
            Diagnostic(.init(rule, "wrong"), at: SourceLocation(file: "a.md", line: line, column: 2)),
            reason: reason,
            waiver: SourceLocation(file: "return.yaml", line: 9, column: 5, field: "rule")
        )
    }

    @Test func `a terminal shows a line for each, with rule, place and reason`() {
        let one = waived(.figureDiffers, line: 3, reason: "The figure is of girls")
        #expect(TerminalRenderer().render(waived: []) == "")
        #expect(
            TerminalRenderer().render(waived: [one]) == """
                1 finding is waived:
                  figure-differs at a.md:3:2: The figure is of girls

                """
        )
        #expect(
            TerminalRenderer(isColoured: true).render(waived: [one, waived(.repeatedText, line: 4, reason: "…")]) == """
                2 findings are waived:
                  figure-differs at a.md:3:2: The figure is of girls
                  repeated-text at a.md:4:2: …

                """
        )
    }

    @Test func `a reason cannot steer the terminal`() {
        let text = TerminalRenderer().render(waived: [waived(.repeatedText, line: 1, reason: "a\u{1B}[2Jb")])
        #expect(text.contains("a\u{241B}[2Jb"))
    }

    @Test func `JSON has them beside the others, with the reason and the place of the waiver`() {
        let json = JSONRenderer().render([], waived: [waived(.figureDiffers, line: 3, reason: "Girls")])
        #expect(
            json == """
                {
                  "advice" : 0,
                  "diagnostics" : [

                  ],
                  "elsewhere" : {
                    "advice" : 0,
                    "errors" : 0,
                    "warnings" : 0
                  },
                  "errors" : 0,
                  "part" : null,
                  "waived" : [
                    {
                      "cell" : null,
                      "column" : 2,
                      "endColumn" : null,
                      "excerpt" : null,
                      "field" : null,
                      "file" : "a.md",
                      "hint" : null,
                      "line" : 3,
                      "message" : "wrong",
                      "paragraph" : null,
                      "reason" : "Girls",
                      "replacement" : null,
                      "rule" : "figure-differs",
                      "severity" : "warning",
                      "waiver" : "return.yaml:9:5 (rule)"
                    }
                  ],
                  "warnings" : 0
                }
                """
        )
    }
}
