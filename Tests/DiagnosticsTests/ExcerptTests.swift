// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// The line that a diagnostic shows.
struct ExcerptTests {
    private func excerpt(_ line: String, column: Int) -> Diagnostic {
        Diagnostic(.init(.unknownKey, "x"), at: SourceLocation(file: "a", line: 1, column: column)).excerpting(
            Array(line.unicodeScalars)
        )
    }

    @Test func `a short line is shown whole`() {
        let diagnostic = excerpt("name: Wealdshire", column: 7)
        #expect(diagnostic.excerpt == "name: Wealdshire")
        #expect(diagnostic.excerptColumn == 1)
    }

    @Test(arguments: [1, 30, 250, 499, 500, 501, 9_999])
    func `a long line is cut around the place, and the caret still finds it`(column: Int) throws {
        var letters = [Character](repeating: "a", count: 500)
        if column <= 500 { letters[column - 1] = "X" }
        let diagnostic = excerpt(String(letters), column: column)
        let shown = Array(try #require(diagnostic.excerpt))
        #expect(shown.count <= 101)
        guard column <= 500 else { return }
        #expect(shown[column - diagnostic.excerptColumn] == "X")
    }

    @Test func `cut ends are marked`() throws {
        let text = try #require(excerpt(String(repeating: "a", count: 500), column: 250).excerpt)
        #expect(text.hasPrefix("…a"))
        #expect(text.hasSuffix("a…"))
    }
}
