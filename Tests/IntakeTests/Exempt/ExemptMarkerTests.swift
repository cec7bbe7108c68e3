// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Testing

@testable import Intake

/// `[!EXEMPT 3]`: what is one, and what is nearly one and must not be let out.
struct ExemptMarkerTests {
    private func read(_ text: String) -> (dump: String, lines: [String]) {
        let findings = Findings()
        let start = SourceLocation(file: "statement.md", line: 1, column: 1)
        let prose = MarkdownReader(findings: findings).prose(text, origin: TextOrigin(start: start))
        return (prose.dump, findings.report().map(\.line))
    }

    @Test(arguments: [
        ("> [!EXEMPT 3]\n> One.", "exempt 3\n  p One."),
        ("> [! EXEMPT 3]\n> One.", "exempt 3\n  p One."),
        ("> [!exempt 3] One.", "exempt 3\n  p One."),
        (">[!EXEMPT 1, 3]\n>One.\n>\n>Two.", "exempt 1,3\n  p One.\n  p Two."),
        ("> [!EXEMPT 7 and 1]\n> **One** two.", "exempt 1,7\n  p <b>One</b> two."),
        ("> [!EXEMPT 3]\n> \n> - one\n> - two", "exempt 3\n  ul\n    p one\n    p two"),
        ("- first\n\n  > [!EXEMPT 2]\n  > One.", "ul\n  p first\n  exempt 2\n    p One."),
        ("> [!EXEMPT 3]\n> One\ngoes on lazily.", "exempt 3\n  p One goes on lazily."),
    ])
    func `a quotation that opens with the marker is exempt`(text: String, dump: String) {
        let read = read(text)
        #expect(read.dump == dump)
        #expect(read.lines == [])
    }

    @Test(arguments: [
        "> [!EXEMPT]\n> One.", "> [!EXEMPT 8]\n> One.", "> [!EXEMPT three]\n> One.", "> [!EXMPT 3]\n> One.",
        "> [!NOTE]\n> One.", "> [!EXEMPT 3", "[!EXEMPT 3]\nOne.", "> One.\n> [!EXEMPT 3]\n> Two.",
        "> [EXEMPT 3]\n> One.",
        "> [ !EXEMPT 3]\n> One.", "> [exempt]\n> One.", "# [!EXEMPT 3] One", "One [!EXEMPT 3] two.",
        "> [!EXEMPT 3]: one\n> Two.", "> [!EXEMPT 3]\n> One.\n\n[!EXEMPT 3]: two", "> [exempt: 3] one\n\n> [exempt 3]",
        "> [!EXEMPT 3]\n", "> [!EXEMPT 3]\n> One.\n>\n> > [!EXEMPT 1]\n> > Two.", "| a |\n|---|\n| [!EXEMPT 3] |",
        "> > [!EXEMPT 3 4]\n> > One.", "> [!EXEMPT 3](x)\n> One.", "> [!EXEMPT 3,]\n> One.", "> *[!EXEMPT 3]*\n> One.",
    ])
    func `whatever is meant for a marker and is none is an error`(text: String) {
        let lines = read(text).lines
        #expect(lines.contains { $0.hasPrefix("error") }, "\(lines)")
    }

    @Test(arguments: [
        "One [exempt items](https://example.org) two.", "Tax [exempt] people", "\\[!EXEMPT 3] is how it is written",
    ])
    func `other brackets are left alone`(text: String) {
        #expect(read(text).lines == [])
    }

    @Test func `a quotation right after an exempt one is public, and a warning says so`() {
        let lines = read("> [!EXEMPT 3]\n> One.\n\n> Two.").lines
        #expect(lines.count == 1)
        #expect(lines.first?.contains("a quotation right after an exempt passage is public") == true)
    }
}
