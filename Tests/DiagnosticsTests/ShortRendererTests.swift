// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// Diagnostics a line each.
struct ShortRendererTests {
    @Test func `each is a line with its place, its severity and its rule`() {
        let cell = SourceLocation(in: "people.xlsx", .cell(sheet: "Actions", column: 6, row: 12), field: "reason")
        let text = ShortRenderer().render([
            Diagnostic(
                .init(.unknownKey, "unknown key `natoin`", hint: "did you mean `nation`?"),
                at: SourceLocation(file: "council.yaml", line: 3, column: 1, field: "natoin"),
                excerpt: "natoin: England"
            ),
            Diagnostic(.init(.missingComment, "there is no comment"), at: cell),
            Diagnostic(.init(.unusedNote, "two\nlines"), at: nil),
        ])
        #expect(
            text == """
                council.yaml:3:1: error: unknown key `natoin` [unknown-key]
                people.xlsx, Actions!F12: warning: there is no comment [missing-comment]
                warning: two␊lines [unused-note]

                """
        )
    }

    @Test func `none are nothing`() { #expect(ShortRenderer().render([]) == "") }
}
