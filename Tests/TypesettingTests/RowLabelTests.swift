// SPDX-License-Identifier: Apache-2.0

import Geometry
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
        // A quarter of a page is 20 points: less than two lines and the space under them.
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

    // MARK: - A name that is all of its cell

    /// The pages of a row of a name and lines, after rows of one line, in columns of a hundred and ninety points on pages of three hundred and eighty.
    private mutating func pages(name: String, lines: Int, after rows: Int = 0, before next: Int = 0) throws -> [Page] {
        let header = build.row("Name", "Value", kind: .header)
        var cell = build.cell(name)
        cell.isHeader = true
        let value = build.cell((1...lines).map { "line\($0)" }.joined(separator: "\n"))
        var all = (0..<rows).map { build.row("before\($0)", "x") }
        all.append(build.row([cell, value]))
        all += (0..<next).map { build.row("after\($0)", "x") }
        let block = build.table(columns: 2, header: [header], rows: all)
        let theme = Theme.plain(width: 400, height: 400)
        let pages = try TypesettingTests.pages(of: [block], in: theme)
        #expect(LayoutProof(pages, of: [block], in: theme).faults() == [])
        return pages
    }

    private func lines(of name: String, on page: Page, isRepeated: Bool) -> [String] {
        page.items.compactMap { item in
            guard case .text(let run) = item, (run.owner == .furniture(.repeatedCell)) == isRepeated else { return nil }
            let words = run.text.trimmingSpaces
            return words.count > 2 && name.contains(words.filter { $0 != "\u{2026}" }) ? words : nil
        }
    }

    /// A name of four lines: an eighth of a page is forty-seven points.
    private let name =
        "The share of all people who asked for a review of their care or of what they pay for it and were answered within a month by somebody who could tell them why"

    @Test mutating func `what is left of a row is as high as its name, which stands again beside it`() throws {
        // Twenty-seven lines, three points apart, go on the first page.
        let pages = try pages(name: name, lines: 29, before: 2)
        #expect(pages.count == 2)
        let repeated = lines(of: name, on: pages[1], isRepeated: true)
        #expect(repeated.count == 4)
        #expect(repeated.joined(separator: " ") == name)
        #expect([pages[1]].texts[0].filter { $0.hasPrefix("line") } == ["line28", "line29"])
        // The header of twelve points, and what four lines are higher than two and the space between them.
        #expect(pages[1].ending.repeated == .points(12) + .points(40) - .points(20) - Length.points(10) / 3)
    }

    @Test mutating func `a name of no more than an eighth of a page is divided by none`() throws {
        for rows in 24...29 {
            let pages = try pages(name: name, lines: 40, after: rows)
            let parts = pages.map { lines(of: name, on: $0, isRepeated: false).joined(separator: " ") }
            #expect(parts.filter { !$0.isEmpty } == [name], "\(rows)")
        }
    }

    @Test mutating func `of a longer name the first two lines stand again where it has no room, with an ellipsis`()
        throws
    {
        // Twelve lines, of which a quarter of a page holds nine.
        let long = [name, name, name].joined(separator: ", or that ")
        let pages = try pages(name: long, lines: 29, before: 2)
        #expect(pages.count == 2)
        let repeated = lines(of: long, on: pages[1], isRepeated: true)
        #expect(repeated.count == 2)
        let words = repeated.joined(separator: " ")
        #expect(words.hasSuffix("\u{2026}") && long.hasPrefix(words.dropLast()))
        // Where there is room, all of it does.
        let whole = try self.pages(name: long, lines: 50)
        #expect(lines(of: long, on: whole[1], isRepeated: true).joined(separator: " ") == long)
    }

    @Test mutating func `of a long name that goes on itself the first two lines stand over the rest of it`() throws {
        let words = (1...900).map { "word\($0)" }.joined(separator: " ")
        let pages = try pages(name: words, lines: 3)
        #expect(pages.count > 1)
        for page in pages.dropFirst() {
            let repeated = lines(of: words, on: page, isRepeated: true)
            #expect(repeated.count == 2 && repeated.joined(separator: " ").hasPrefix("word1 word2"))
            #expect(repeated.last?.hasSuffix("\u{2026}") == true)
        }
    }

    // MARK: - The mark that a row goes on

    /// The runs of a page that say that a row goes on, with the words that the paper has for it.
    private func marks(_ words: String = "(continued)", on page: Page) -> [TextRun] {
        page.items.compactMap { item in
            if case .text(let run) = item, run.text.trimmingSpaces == words { run } else { nil }
        }
    }

    @Test mutating func `a name that stands again says that its row goes on, and nobody reads it`() throws {
        let pages = try pages(label: "long", isHeader: true, words: 60)
        #expect(marks(on: pages[0]).isEmpty)
        for page in pages.dropFirst() {
            let mark = try #require(marks(on: page).first)
            #expect(marks(on: page).map(\.owner) == [.furniture(.repeatedCell)])
            let names = page.items.compactMap { if case .text(let run) = $0, run.text == "long" { run } else { nil } }
            #expect(names.map(\.origin.y) == [mark.origin.y])
            #expect(names.allSatisfy { $0.origin.x + $0.width == mark.origin.x })
        }
    }

    @Test mutating func `so does a name over the rest of its own cell, before what follows it`() throws {
        let pages = try pages(label: label(outcomes: 20), isHeader: true, words: 6)
        #expect(marks(on: pages[0]).isEmpty)
        for page in pages.dropFirst() {
            #expect(marks(on: page).count == 1)
            #expect(page.lines.map(\.trimmingSpaces).dropFirst(2).prefix(2) == ["name", "(continued)"])
        }
    }

    @Test mutating func `the mark is in the words of the paper, and on a line of its own where it has no room`() throws
    {
        let header = build.row("Name", "Value", kind: .header)
        var cell = build.cell("longestname")
        cell.isHeader = true
        let row = build.row([cell, build.cell((1...60).map { "word\($0)" }.joined(separator: " "))])
        var paper = build.paper([build.table(columns: 2, header: [header], rows: [row])])
        paper.continuation.mark = "(wedi’i barhau)"
        let pages = try typeset(paper, theme: .plain(width: 180, height: 120), shaper: Repository.shaper()).pages
        #expect(pages.count > 1)
        for page in pages.dropFirst() {
            let mark = try #require(marks("(wedi’i barhau)", on: page).first)
            let names = page.items.compactMap {
                if case .text(let run) = $0, run.text.trimmingSpaces == "longestname" { run } else { nil }
            }
            #expect(names.map { $0.origin.y + .points(10) } == [mark.origin.y])
            #expect(names.map(\.origin.x) == [mark.origin.x])
        }
    }

    @Test mutating func `the mark of a name from right to left is at its left`() throws {
        let pages = try pages(label: "שלום", isHeader: true, words: 60)
        #expect(pages.count > 1)
        for page in pages.dropFirst() {
            let mark = try #require(marks(on: page).first)
            let name = try #require(
                page.items.compactMap { if case .text(let run) = $0, run.text == "שלום" { run } else { nil } }.first
            )
            #expect(mark.origin.y == name.origin.y)
            #expect(mark.origin.x + mark.width <= name.origin.x)
        }
    }

    @Test mutating func `what names a group of rows is marked, and a value that they share is not`() throws {
        let header = build.row("Name", "Value", kind: .header)
        for isHeader in [true, false] {
            var shared = build.cell("shared", rows: 9)
            shared.isHeader = isHeader
            var rows = [build.row([shared, build.cell("row 1")])]
            rows += (2...9).map { build.row("row \($0)") }
            let pages = try TypesettingTests.pages(of: [build.table(columns: 2, header: [header], rows: rows)])
            #expect(pages.map { marks(on: $0).count } == [0, isHeader ? 1 : 0])
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let head = drop { $0 == " " }
        return String(head.hasSuffix(" ") ? head.dropLast() : head)
    }
}
