// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// `[!EXEMPT 3]`: what is one, and what is nearly one and must not be let out.
struct ExemptMarkerTests {
    private func read(_ text: String) -> (dump: String, lines: [String]) {
        let findings = DiagnosticCollector.screened()
        let start = SourceLocation(file: "statement.md", line: 1, column: 1)
        let prose = ProseReader(findings: findings).prose(text, origin: TextOrigin(start: start))
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
        "> EXEMPT: One.", "> Exempt 3\n> One.", "> exempt\n> One.",
        "> [!EXEMPT 3]\n> See [a].\n>\n> [a]: https://example.org",
        "> [!EXEMPT 3]\n> One:\n>\n> {{> outcomes of: actions }}", "> [!EXEMPT]\n> One.", "> [!EXEMPT 19]\n> One.",
        "> [!EXEMPT three]\n> One.", "> [!EXMPT 3]\n> One.",
        "> [!NOTE]\n> One.", "> [!EXEMPT 3", "[!EXEMPT 3]\nOne.", "> One.\n> [!EXEMPT 3]\n> Two.",
        "> [EXEMPT 3]\n> One.",
        "> [ !EXEMPT 3]\n> One.", "> [exempt]\n> One.", "# [!EXEMPT 3] One", "One [!EXEMPT 3] two.",
        "> [!EXEMPT 3]: one\n> Two.", "> [!EXEMPT 3]\n> One.\n\n[!EXEMPT 3]: two", "> [exempt: 3] one\n\n> [exempt 3]",
        "> [!EXEMPT 3]\n", "> [!EXEMPT 3]\n> One.\n>\n> > [!EXEMPT 1]\n> > Two.", "| a |\n|---|\n| [!EXEMPT 3] |",
        "> > [!EXEMPT 3 4]\n> > One.", "> [!EXEMPT 3](x)\n> One.", "> [!EXEMPT 3,]\n> One.", "**Exempt** people",
        "- *Confidential* waste", "`exempt` people", "> *[!EXEMPT 3]*\n> One.",
    ])
    func `whatever is meant for a marker and is none is an error`(text: String) {
        let lines = read(text).lines
        #expect(lines.contains { $0.hasPrefix("error") }, "\(lines)")
    }

    @Test(arguments: [
        "One [exempt items](https://example.org) two.", "Tax exempt people", "exempt people", "An exempt 3% of all",
    ])
    func `other brackets are left alone`(text: String) {
        #expect(read(text).lines == [])
    }

    @Test func `a quotation right after an exempt one would be public, and is refused`() {
        let lines = read("> [!EXEMPT 3]\n> One.\n\n> Two.").lines
        #expect(lines == ["error statement.md:4:1: a quotation right after an exempt passage would be public"])
    }

    /// A page break is no text: what stands behind it is as near as without it.
    @Test(arguments: [
        (
            "> [!EXEMPT 3]\n> One.\n\n<!-- page break -->\n\n> Two.",
            "6:1: a quotation right after an exempt passage would be public"
        ),
        (
            "> Two.\n\n<!-- page break -->\n\n> [!EXEMPT 3]\n> One.",
            "1:1: a quotation right before an exempt passage would be public"
        ),
        (
            "> [!EXEMPT 3]\n> One.\n\n<!-- page break -->\n\n<!-- New Page -->\n\n&gt; Two.",
            "8:1: this looks like a part of the exempt passage before it, and would be public"
        ),
        (
            "> [!EXEMPT 3]\n> One.\n\n<!-- page break -->\n\nTerm\n: &gt; Two.",
            "6:1: this looks like a part of the exempt passage before it, and would be public"
        ),
    ])
    func `a page break does not part what is exempt from what looks like it`(text: String, line: String) {
        #expect(read(text).lines == ["error statement.md:" + line])
    }

    /// Each lost its marker with its words before, and two findings said what was not so.
    @Test func `lines of a definition in a passage are refused, and stay in it`() {
        let read = read("> [!EXEMPT 3]\n> One\n> : two")
        #expect(read.dump == "exempt 3\n  p One : two")
        #expect(read.lines == ["error statement.md:1:3: a list of terms cannot stand in a list or a quotation"])
    }

    @Test(arguments: ["NOT FOR\n: PUBLICATION: the bid", "Bid\n: [!EXEMPT 3] 4 million"])
    func `a term and its meaning are looked at as one`(text: String) {
        #expect(read(text).lines.contains { $0.hasPrefix("error") })
    }

    @Test(arguments: [
        "\\> Two.", "&gt; Two.", "› Two.", "» Two.",
    ])
    func `what looks like a part of the passage before it is refused`(text: String) {
        let lines = read("> [!EXEMPT 3]\n> One.\n\n\(text)").lines
        #expect(
            lines == [
                "error statement.md:4:1: this looks like a part of the exempt passage before it, and would be public"
            ]
        )
    }

    @Test func `a list that goes on behind an exempt list is refused, and one behind some words is not`() {
        let list = "> [!EXEMPT 3]\n> - One\n> - Two\n\n"
        #expect(
            read(list + "- Three").lines == [
                "error statement.md:5:3: a list right after an exempt list would be public"
            ]
        )
        #expect(read(list + "We also expect to:\n\n- do three").lines == [])
        #expect(read("> [!EXEMPT 3]\n> One.\n\n- Two").lines == [])
    }

    @Test
    func `no slip of one character in a marker, or in the lines below it, lets out a passage unless it is an error`() {
        let passage = Array(
            "Before.\n\n> [!EXEMPT 3]\n> First SECRET words.\n>\n> Second *SECRET* words.\n\nAfter.\n".unicodeScalars
        )
        let others: [Unicode.Scalar?] = [
            nil, " ", "\n", "x", "\t", "*", "[", "]", "`", "<", "3", ":", "\\", "-", "|", "\u{A0}", "\u{AD}",
        ]
        var tried = 0
        for index in passage.indices.dropFirst(7).dropLast(9) {
            for other in others {
                for inserts in [false, true] {
                    var slipped = passage
                    slipped.replaceSubrange(index..<(inserts ? index : index + 1), with: [other].compactMap(\.self))
                    let text = String(String.UnicodeScalarView(slipped))
                    // An empty line ends a passage: what stands below it and is no quotation is meant to be public.
                    if text.contains(">\n\n Second") { continue }
                    let findings = DiagnosticCollector.screened()
                    let start = SourceLocation(file: "statement.md", line: 1, column: 1)
                    let prose = ProseReader(findings: findings).prose(text, origin: TextOrigin(start: start))
                    tried += 1
                    if findings.report().holdsErrors { continue }
                    #expect(!prose.redacted.dump.contains("SECRET"), "\(text)")
                }
            }
        }
        #expect(tried > 1_000)
    }

    @Test func `what looks like a marker is not quoted`() {
        for text in ["- [!EXEMPT 3] Hush", "> [!EXEMPT 3]\n> One.\n\n> Hush", "> Exempt 3\n> Hush"] {
            let findings = DiagnosticCollector.screened()
            let start = SourceLocation(file: "statement.md", line: 1, column: 1)
            findings.remember(SourceText(file: "statement.md", bytes: Array(text.utf8)))
            _ = ProseReader(findings: findings).prose(text, origin: TextOrigin(start: start))
            let report = findings.report()
            #expect(report.count == 1)
            #expect(report.allSatisfy { $0.excerpt == nil && !$0.message.contains("Hush") }, "\(report)")
        }
    }
}
