// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// Whose words a message is made of, and what is left of it where some are hidden.
struct DiagnosticTextTests {
    private let place = SourceLocation(file: "a.csv", line: 2, column: 3, field: "status")

    /// The message, the hint and the field with some files hidden.
    private func redacted(_ diagnostic: Diagnostic, hiding files: Set<String>) -> [String?] {
        func isHidden(_ file: String?) -> Bool { file.map(files.contains) ?? !files.isEmpty }
        let redacted = diagnostic.redacted(
            hiding: { _, source in
                switch source {
                case .program: true
                case .place, .derived: isHidden(diagnostic.location?.file)
                case .file(let file): isHidden(file)
                case .anywhere: isHidden(nil)
                }
            },
            hidesPlace: isHidden(diagnostic.location?.file),
            isOwnField: { $0 == "status" }
        )
        return [redacted.message, redacted.hint, redacted.location?.field, redacted.excerpt]
    }

    @Test func `what is put in is a quotation, and what is written out is not`() {
        let word = "se`c`ret"
        let diagnostic = Diagnostic(
            .init(.unknownKey, "unknown `\(word)` in line \(3)", hint: "it is `\(own: "a")`"),
            at: place,
            excerpt: "x"
        )
        #expect(redacted(diagnostic, hiding: []) == ["unknown `se`c`ret` in line 3", "it is `a`", "status", "x"])
        #expect(
            redacted(diagnostic, hiding: ["b.csv"]) == ["unknown `se`c`ret` in line 3", "it is `a`", "status", "x"]
        )
        #expect(redacted(diagnostic, hiding: ["a.csv"]) == ["unknown `…` in line 3", "it is `a`", "status", nil])
    }

    @Test func `words are hidden one quotation at a time, and never the program's own`() {
        let diagnostic = Diagnostic(
            .init(.unknownKey, "`\("known")` is not `\("secret")`, nor \(own: "secret")"),
            at: place,
            excerpt: "x"
        )
        let redacted = diagnostic.redacted(
            hiding: { words, _ in words == "secret" },
            hidesPlace: false,
            isOwnField: { _ in false }
        )
        #expect(redacted.message == "`known` is not `…`, nor secret")
        #expect(redacted.excerpt == "x")
        #expect(redacted.location?.field == "status")
    }

    @Test func `a quotation from another file goes with that file`() {
        let diagnostic = Diagnostic(
            .init(.unknownKey, "one", hint: "did you mean `\("two", from: .file("b.csv"))`?"),
            at: place
        )
        #expect(redacted(diagnostic, hiding: ["a.csv"]) == ["one", "did you mean `two`?", "status", nil])
        #expect(redacted(diagnostic, hiding: ["b.csv"]) == ["one", "did you mean `…`?", "status", nil])
    }

    @Test func `a quotation from nobody knows where, or of no place, goes with any file`() {
        let hint = NearestName.hint(for: "tow", among: ["two"])
        let diagnostic = Diagnostic(.init(.unknownKey, "one", hint: hint), at: place)
        #expect(redacted(diagnostic, hiding: []) == ["one", "did you mean `two`?", "status", nil])
        #expect(redacted(diagnostic, hiding: ["c.csv"]) == ["one", "did you mean `…`?", "status", nil])
        let nowhere = Diagnostic(.init(.unknownKey, "unknown `\("two")`"), at: nil)
        #expect(redacted(nowhere, hiding: ["c.csv"]) == ["unknown `…`", nil, nil, nil])
    }

    @Test func `a field that is not the program's own is hidden with its file`() {
        let diagnostic = Diagnostic(
            .init(.unknownKey, "one"),
            at: SourceLocation(file: "a.csv", line: 1, column: 1, field: "other")
        )
        #expect(redacted(diagnostic, hiding: ["a.csv"]) == ["one", nil, nil, nil])
    }

    @Test func `texts are joined part by part, and are equal where they read the same`() {
        let text: DiagnosticText = "a \("b")" + " c" + "\("d" as DiagnosticText)"
        #expect(text.description == "a b cd")
        #expect(text == "a b cd")
        #expect(["a", "b"].inBackticks == "`a`, `b`")
    }
}
