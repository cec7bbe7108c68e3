// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Intake

/// `same as REF` from row to row.
struct CommentSharingTests {
    /// Rows written `ref unit sharing`, with `-` for nothing; what is wrong with the last.
    private func problem(_ rows: String...) -> String? { message(rows)?.text.description }

    private func message(_ rows: [String]) -> Diagnostic.Message? {
        var shared = CommentSharing()
        var problem: Diagnostic.Message?
        for (index, row) in rows.enumerated() {
            let words = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
            let next = CommentSharing.Row(
                reference: words[0],
                unit: words[1],
                group: words.count > 3 ? words[3] : "",
                isException: words.count < 5,
                place: "line \(index + 2)"
            )
            problem = shared.next(next, sharing: words[2].isEmpty ? nil : words[2])
        }
        return problem
    }

    @Test func `a row shares with the row above it`() {
        #expect(problem("A1 u -", "A2 u A1") == nil)
    }

    @Test func `a row shares with the row that the one above shares with, or with that one`() {
        #expect(problem("A1 u -", "A2 u A1", "A3 u A1") == nil)
        #expect(problem("A1 u -", "A2 u A1", "A3 u A2") == nil)
        #expect(problem("A1 u -", "- u A1", "A3 u A1") == nil)
    }

    @Test func `a row between ends it`() {
        #expect(problem("A1 u -", "A2 u -", "A3 u A1") == "the row `A1` is not just above this one")
    }

    @Test func `a row that is nowhere above is unknown`() {
        #expect(problem("A1 u -", "A2 u A9") == "no row above has the ref `A9`")
        #expect(problem("A2 u A1") == "`same as A1` stands in the first row")
    }

    @Test func `rows of another unit or class share nothing`() {
        #expect(problem("A1 u -", "A2 v A1") == "the row `A1` is of another unit")
        #expect(problem("A1 u - x", "A2 u A1 y") == "the row `A1` is of another class")
        #expect(
            message(["A1 u - x", "A2 u A1 y"])?.hint?.description
                == "rows share a comment only within a table; repeat the comment"
        )
    }

    @Test func `an exception does not share with a row that is not printed`() {
        #expect(
            problem("A1 u - x on-course", "A2 u A1 x")
                == "the row above is not an exception, so that it and its comment are not printed with this one"
        )
    }

    @Test(arguments: [
        ("same as A1", "A1"), ("Same  as  NI 45 ", "NI 45"), ("same as", ""), ("same as it ever was", "it ever was"),
    ])
    func `the reference is what follows`(comment: String, reference: String) {
        let written = comment.split(separator: " ").joined(separator: " ")
        #expect(CommentSharing.reference(in: written) == reference)
    }

    @Test(arguments: ["", "Rising", "sameas A1", "same assumption as last year"])
    func `other comments are comments`(comment: String) {
        #expect(CommentSharing.reference(in: comment) == nil)
    }
}
