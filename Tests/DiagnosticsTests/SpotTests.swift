// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// The part of a line that a diagnostic is about.
struct SpotTests {
    private func spot(_ message: DiagnosticText, _ line: String, column: Int, hint: DiagnosticText? = nil) -> String? {
        let place = SourceLocation(file: "a.md", line: 1, column: column)
        let diagnostic = Diagnostic(.init(.unknownKey, message, hint: hint), at: place)
            .excerpting(Array(line.unicodeScalars))
        guard let spot = diagnostic.spot, let excerpt = diagnostic.excerpt else { return nil }
        return String(String.UnicodeScalarView(Array(excerpt.unicodeScalars)[spot]))
    }

    @Test func `it is what the message quotes, where that begins there`() {
        let name = "Children Families & Education"
        #expect(spot("`\(name)` is wrong", "The \(name) Directorate", column: 5) == name)
    }

    @Test func `a quotation in the hint counts too`() {
        let figure = "6.1 per cent"
        #expect(spot("the table differs", "fell to 6.1 per cent.", column: 9, hint: "put `\(figure)` right") == figure)
    }

    @Test(arguments: [
        ("fell from 51.8%, then", 11, "51.8%"), ("stands at 51.8.", 11, "51.8"), ("care,NI 75,Older", 6, "NI"),
        ("a", 1, "a"), (", b", 1, ","), ("well-known.", 1, "well-known"),
    ])
    func `otherwise it is the word there`(line: String, column: Int, word: String) {
        #expect(spot("something", line, column: column) == word)
    }

    @Test func `words of other files are no quotations of this one`() {
        let name = "stands at"
        #expect(spot("as `\(name, from: .council)` says", "stands at 5", column: 1) == "stands")
    }

    @Test func `a long line that was cut keeps its spot`() {
        let line = String(repeating: "word ", count: 60) + "mistake" + String(repeating: " word", count: 60)
        #expect(spot("something", line, column: 301) == "mistake")
    }

    @Test(arguments: [(0, 0), (1, 0)])
    func `without a column there is none`(line: Int, column: Int) {
        let place = SourceLocation(file: "a.md", line: line, column: column)
        #expect(Diagnostic(.init(.unknownKey, "x"), at: place, excerpt: "abc").spot == nil)
    }

    @Test func `in a cell a quotation that is there twice is none`() {
        let place = SourceLocation(in: "a.xlsx", .cell(sheet: "A", column: 1, row: 1))
        let word = "the"
        let diagnostic = Diagnostic(.init(.unknownKey, "`\(word)`"), at: place, excerpt: "the end of the year")
        #expect(diagnostic.spot == nil)
    }
}

extension DiagnosticText.Source {
    fileprivate static var council: Self { .file("council.yaml") }
}
