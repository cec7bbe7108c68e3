// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// Diagnostics a line each.
struct ShortRendererTests {
    @Test func `each is a line with its place, its severity and its rule`() {
        let cell = SourceLocation(in: "people.xlsx", .cell(sheet: "Actions", column: 6, row: 12), field: "reason")
        let diagnostics = [
            Diagnostic(
                .init(.unknownKey, "unknown key `natoin`", hint: "did you mean `nation`?"),
                at: SourceLocation(file: "council.yaml", line: 3, column: 1, field: "natoin"),
                excerpt: "natoin: England"
            ),
            Diagnostic(.init(.missingComment, "there is no comment"), at: cell),
            Diagnostic(.init(.trackedChange, "changes"), at: SourceLocation(in: "s.docx", .paragraph(7))),
            Diagnostic(.init(.emptyFile, "empty"), at: SourceLocation(in: "round.yaml")),
            Diagnostic(.init(.unusedNote, "two\nlines"), at: nil),
        ]
        #expect(
            ShortRenderer().render(diagnostics) == """
                council.yaml:3:1: error: unknown key `natoin` [unknown-key]
                people.xlsx:12:6: warning: Actions!F12: there is no comment [missing-comment]
                s.docx:7:1: error: paragraph 7: changes [tracked-change]
                round.yaml:1:1: error: empty [empty-file]
                warning: two␊lines [unused-note]

                """
        )
        #expect(ShortRenderer(workspace: "a/b/").render(diagnostics).hasPrefix("a/b/council.yaml:3:1: error: "))
    }

    @Test func `none are nothing`() { #expect(ShortRenderer().render([]) == "") }
}
