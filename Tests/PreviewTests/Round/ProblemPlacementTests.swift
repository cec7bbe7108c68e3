// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Testing

@testable import Preview

/// Which block of a paper a problem is about.
struct ProblemPlacementTests {
    private static let paper = SourceFile("papers/a.md", subject: .paper(file: "a"))
    private static let rows = SourceFile("returns/b/actions.csv", subject: .directorateReturn("b"))
    private static let book = SourceFile("returns/b/b.xlsx", subject: .directorateReturn("b"))
    private static let word = SourceFile("papers/c.docx", subject: .paper(file: "c"))

    private let placement = ProblemPlacement([
        NodeID(1): SourceLocation(in: paper),
        NodeID(2): SourceLocation(file: paper, line: 10),
        NodeID(3): SourceLocation(file: paper, line: 10),
        NodeID(4): SourceLocation(file: paper, line: 20, column: 3),
        NodeID(5): SourceLocation(file: rows, line: 3),
        NodeID(6): SourceLocation(file: rows, line: 3, column: 14),
        NodeID(7): SourceLocation(in: book, .cell(sheet: "Actions", column: 2, row: 5)),
        NodeID(8): SourceLocation(in: book, .cell(sheet: "Actions", column: 4, row: 5)),
        NodeID(9): SourceLocation(in: word, .paragraph(7)),
    ])

    @Test func `in a text it is the last block that begins before it`() {
        #expect(placement.node(at: SourceLocation(file: Self.paper, line: 10)) == NodeID(2))
        #expect(placement.node(at: SourceLocation(file: Self.paper, line: 12, column: 5)) == NodeID(2))
        #expect(placement.node(at: SourceLocation(file: Self.paper, line: 99)) == NodeID(4))
        #expect(placement.node(at: SourceLocation(file: Self.paper, line: 9)) == nil)
        #expect(placement.node(at: SourceLocation(in: Self.paper)) == nil)
    }

    @Test func `in a table it is the cell, or the first of its row`() {
        #expect(placement.node(at: SourceLocation(file: Self.rows, line: 3, column: 14)) == NodeID(6))
        #expect(placement.node(at: SourceLocation(file: Self.rows, line: 3, column: 20)) == NodeID(5))
        #expect(placement.node(at: SourceLocation(file: Self.rows, line: 4)) == nil)
        #expect(
            placement.node(at: SourceLocation(in: Self.book, .cell(sheet: "Actions", column: 4, row: 5))) == NodeID(8)
        )
        #expect(
            placement.node(at: SourceLocation(in: Self.book, .cell(sheet: "Actions", column: 9, row: 5))) == NodeID(7)
        )
        #expect(placement.node(at: SourceLocation(in: Self.book, .cell(sheet: "Other", column: 2, row: 5))) == nil)
    }

    @Test func `in a document it is the paragraph`() {
        #expect(placement.node(at: SourceLocation(in: Self.word, .paragraph(7))) == NodeID(9))
        #expect(placement.node(at: SourceLocation(in: Self.word, .paragraph(8))) == nil)
    }

    @Test func `places are told relative to the workspace, in an officer's words`() {
        #expect(SourceLocation(in: Self.paper).placeWords == "papers/a.md")
        #expect(
            SourceLocation(file: Self.paper, line: 12, column: 3, field: "reason").placeWords == "papers/a.md, line 12"
        )
        let cell = SourceLocation(in: Self.book, .cell(sheet: "Actions", column: 6, row: 12), field: "reason")
        #expect(cell.placeWords == "returns/b/b.xlsx, Actions!F12")
        #expect(SourceLocation(in: Self.word, .paragraph(7)).placeWords == "papers/c.docx, paragraph 7")
    }
}
