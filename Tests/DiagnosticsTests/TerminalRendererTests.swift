// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// Diagnostics as a terminal shows them.
struct TerminalRendererTests {
    @Test func `an error shows its place, its line, a caret and a hint`() {
        let place = SourceLocation(file: "council.yaml", line: 12, column: 3, field: "natoin")
        let diagnostic = Diagnostic(
            .init(.unknownKey, "unknown key `natoin`", hint: "did you mean `nation`?"),
            at: place,
            excerpt: "  natoin: England"
        )
        #expect(
            TerminalRenderer().render([diagnostic]) == """
                council.yaml: 1 error

                error: unknown key `natoin`
                  --> council.yaml:12:3 (natoin)
                    |
                 12 |   natoin: England
                    |   ^^^^^^
                  hint: did you mean `nation`?
                  rule: unknown-key

                1 error

                """
        )
    }

    @Test func `what has no place shows only its message`() {
        let text = TerminalRenderer().render([Diagnostic(.init(.unreadFile, "nothing to do"), at: nil)])
        #expect(text == "warning: nothing to do\n  rule: unread-file\n\n1 warning\n")
    }

    @Test func `a tab before the place keeps the caret under it`() {
        let place = SourceLocation(file: "a.md", line: 1, column: 3)
        let text = TerminalRenderer().render(Diagnostic(.init(.unknownKey, "x"), at: place, excerpt: "a\tb"))
        #expect(text.hasSuffix(" 1 | a\tb\n   |  \t^\n  rule: unknown-key\n"))
    }

    @Test func `colour is given only when it is asked for`() {
        let diagnostic = Diagnostic(
            .init(.unknownKey, "x"),
            at: SourceLocation(file: "a.md", line: 1, column: 1),
            excerpt: "a"
        )
        #expect(!TerminalRenderer().render(diagnostic).contains("\u{1B}"))
        let coloured = TerminalRenderer(isColoured: true).render(diagnostic)
        #expect(coloured.hasPrefix("\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mx\u{1B}[0m\n"))
    }

    @Test func `what a file holds cannot steer the terminal`() {
        let place = SourceLocation(file: "a\u{1B}.md", line: 1)
        let text = TerminalRenderer().render(
            Diagnostic(.init(.unknownKey, "x\u{1B}[2J"), at: place, excerpt: "\u{7}\u{9B}\u{202E}")
        )
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("x␛[2J"))
        #expect(text.contains("␇\u{FFFD}\u{FFFD}"))
    }

    @Test(arguments: [
        (0, 0, 0, "no problems"), (1, 0, 0, "1 error"), (3, 1, 0, "3 errors, 1 warning"), (0, 2, 0, "2 warnings"),
        (0, 0, 1, "advice on 1 place"), (0, 1, 3, "1 warning, advice on 3 places"),
    ])
    func `the count is said in words`(errors: Int, warnings: Int, advice: Int, words: String) {
        let diagnostics =
            (0..<errors).map { Diagnostic(.init(.unknownKey, "\($0)"), at: nil) }
            + (0..<warnings).map { Diagnostic(.init(.unreadFile, "\($0)"), at: nil) }
            + (0..<advice).map { Diagnostic(.init(.repeatedText, "\($0)"), at: nil) }
        #expect(DiagnosticCount(diagnostics).description == words)
    }

    private func diagnostic(_ rule: Rule, _ message: DiagnosticText, line: Int, hint: DiagnosticText? = nil)
        -> Diagnostic
    {
        Diagnostic(.init(rule, message, hint: hint), at: SourceLocation(file: "a.csv", line: line, field: "comment"))
    }

    @Test func `three of a kind are one finding with their places`() {
        let rows = [4, 7, 9].map { diagnostic(.missingComment, "the row has no comment", line: $0, hint: "write one") }
        #expect(
            TerminalRenderer().render(rows) == """
                a.csv: 3 warnings

                warning: the row has no comment
                  --> a.csv:4 (comment)
                  hint: write one
                  rule: missing-comment
                  also at 2 other places: line 7, line 9

                3 warnings

                """
        )
    }

    @Test func `where those of a kind say different things, each is said`() {
        let rows = [
            diagnostic(.unknownKey, "unknown key `a`", line: 1, hint: "did you mean `x`?"),
            diagnostic(.unknownKey, "unknown key `b`", line: 2, hint: "did you mean `y`?"),
            diagnostic(.unknownKey, "unknown key `a`", line: 3, hint: "did you mean `x`?"),
            diagnostic(.unknownKey, "unknown key `c`", line: 4),
        ]
        #expect(
            TerminalRenderer().render(rows) == """
                a.csv: 4 errors

                error: unknown key `a`
                  --> a.csv:1 (comment)
                  hint: did you mean `x`?
                  rule: unknown-key
                  also at one other place: line 3
                  2 others of this kind:
                    line 2: unknown key `b` (did you mean `y`?)
                    line 4: unknown key `c`

                4 errors

                """
        )
    }

    @Test func `a cell has what the message quotes from it underlined`() {
        let place = SourceLocation(in: "people.xlsx", .cell(sheet: "Actions", column: 6, row: 12), field: "reason")
        let name = "the Cabnet"
        let text = TerminalRenderer().render(
            Diagnostic(.init(.misspeltName, "`\(name)` is wrong"), at: place, excerpt: "As the Cabnet said")
        )
        #expect(
            text == """
                warning: `the Cabnet` is wrong
                  --> people.xlsx, Actions!F12 (reason)
                  |
                  | As the Cabnet said
                  |    ^^^^^^^^^^
                  rule: misspelt-name

                """
        )
    }
}
