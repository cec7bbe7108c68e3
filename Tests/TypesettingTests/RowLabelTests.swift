// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The cell that names a row, where the row goes over several pages.
struct RowLabelTests {
    private var build = PaperBuilder()

    /// The pages of a table of one row whose second cell has a number of words.
    private mutating func pages(label: String, isHeader: Bool, words: Int) throws -> [Page] {
        let header = build.row("Name", "Value", kind: .header)
        var cell = build.cell(label)
        cell.isHeader = isHeader
        let row = build.row([cell, build.cell((1...words).map { "word\($0)" }.joined(separator: " "))])
        return try TypesettingTests.pages(of: [build.table(columns: 2, header: [header], rows: [row])])
    }

    private func owners(of text: String, on page: Page) -> [Owner] {
        page.items.compactMap { item in
            if case .text(let run) = item, run.text == text { run.owner } else { nil }
        }
    }

    @Test mutating func `it is shown again on each page, and is read once`() throws {
        let pages = try pages(label: "long", isHeader: true, words: 60)
        #expect(pages.count > 2)
        #expect(pages.texts.map { Array($0.prefix(3)) } == pages.map { _ in ["Name", "Value", "long"] })
        let first = owners(of: "long", on: pages[0])
        #expect(first.count == 1)
        #expect(first.allSatisfy { if case .node = $0 { true } else { false } })
        for page in pages.dropFirst() { #expect(owners(of: "long", on: page) == [.furniture(.repeatedCell)]) }
    }

    @Test mutating func `a cell that names nothing is shown once`() throws {
        let pages = try pages(label: "long", isHeader: false, words: 60)
        #expect(pages.map { owners(of: "long", on: $0).count } == [1] + pages.dropFirst().map { _ in 0 })
    }

    @Test mutating func `it is left out where the rest of the row has no room for all of it`() throws {
        let pages = try pages(label: "one\ntwo\nthree\nfour", isHeader: true, words: 60)
        // Six lines of the row on the first two pages, and four on the others: its name is a little higher than four.
        #expect(pages.map { owners(of: "one", on: $0).count } == [1, 1, 0, 0])
        #expect(pages.map { owners(of: "four", on: $0).count } == pages.map { owners(of: "one", on: $0).count })
    }
}
