// SPDX-License-Identifier: Apache-2.0

import Layouts
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

    @Test mutating func `only its name is shown where the rest of the row has no room for all of it`() throws {
        let pages = try pages(label: "one\ntwo\nthree\nfour", isHeader: true, words: 60)
        // Six lines of the row on the first two pages, and four on the others: the cell is a little higher than four.
        #expect(pages.map { owners(of: "one", on: $0).count } == [1, 1, 1, 1])
        #expect(pages.map { owners(of: "four", on: $0).count } == [1, 1, 0, 0])
    }

    // MARK: - A cell that goes on itself

    /// A name, and a number of outcomes under it in the same cell.
    private func label(outcomes: Int, name: String = "name") -> String {
        ([name] + (1...outcomes).map { "outcome\($0)" }).joined(separator: "\n")
    }

    @Test mutating func `its name stands again over the rest of it on each page, and is read once`() throws {
        let pages = try pages(label: label(outcomes: 20), isHeader: true, words: 6)
        #expect(pages.count > 3)
        #expect(pages.texts.map { Array($0.prefix(3)) } == pages.map { _ in ["Name", "Value", "name"] })
        let first = owners(of: "name", on: pages[0])
        #expect(first.count == 1 && first.allSatisfy { if case .node = $0 { true } else { false } })
        for page in pages.dropFirst() { #expect(owners(of: "name", on: page) == [.furniture(.repeatedCell)]) }
        let outcomes = pages.texts.joined().filter { $0.hasPrefix("outcome") }
        #expect(Array(outcomes) == (1...20).map { "outcome\($0)" })
    }

    @Test
    mutating func `a name of more than a quarter of a page stands once, and so does that of a cell that names nothing`()
        throws
    {
        // A quarter of a page is 20 points.
        for (name, isHeader, copies) in [
            ("name", true, 1), ("name name name name name name name name", true, 0), ("name", false, 0),
        ] {
            let pages = try pages(label: label(outcomes: 20, name: name), isHeader: isHeader, words: 6)
            #expect(pages.count > 3)
            for page in pages.dropFirst() {
                #expect([page].texts[0].filter { $0.hasPrefix("name") }.count == copies, "\(name)")
            }
        }
    }

    @Test mutating func `pages that repeat a name hold every word once, with a part of the row on each`() throws {
        for height in stride(from: 40.0, through: 120, by: 2) {
            let header = build.row("Name", "Value", kind: .header)
            var cell = build.cell(label(outcomes: 20))
            cell.isHeader = true
            let block = build.table(columns: 2, header: [header], rows: [build.row([cell, build.cell("value")])])
            let theme = Theme.plain(height: height)
            let pages = try TypesettingTests.pages(of: [block], in: theme)
            #expect(LayoutProof(pages, of: [block], in: theme).faults() == [], "\(height)")
            for page in pages where owners(of: "name", on: page) == [.furniture(.repeatedCell)] {
                #expect([page].texts[0].contains { $0.hasPrefix("outcome") }, "\(height)")
            }
        }
    }
}
