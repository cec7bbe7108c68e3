// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// Totals at the feet of the pages that a table goes over, and at the heads of the next.
struct CarriedTotalTests {
    private var build = PaperBuilder()

    /// A table of rows that cost 10, 20, 30 and so on, of which the comments have numbers of words.
    private mutating func table(rows count: Int, comments: [Int: Int] = [:], folds: Bool = false) -> Block {
        var columns = Array(repeating: Table.Column(width: .share(1)), count: 3)
        columns[1].alignment = .decimal
        for index in 1...2 { columns[index].folds = folds }
        let header = build.row("Name", "Cost", "Comment", kind: .header)
        var table = Table(columns: columns, header: [header], rows: [])
        var total = 0
        for row in 1...count {
            total += row * 10
            let comment = comments[row].map { (1...$0).map { "word\($0)" }.joined(separator: " ") } ?? ""
            table.rows.append(build.row("row\(row)", "\(row * 10)", comment))
            table.rows[row - 1].totals = ["\(total)"]
        }
        table.carriedTotals = Table.CarriedTotals(columns: [1], forward: "Carried", brought: "Brought")
        return Block(id: build.node(), .table(table))
    }

    /// The total that follows words on each page; `nil` for a page without them.
    private func totals(after words: String, on pages: [Page]) -> [String?] {
        pages.texts.map { lines in lines.firstIndex(of: words).map { lines[$0 + 1] } }
    }

    private static let theme = Theme.plain(height: 160)

    @Test mutating func `the foot of each page but the last and the head of each but the first have the total so far`()
        throws
    {
        let block = table(rows: 20)
        let pages = try pages(of: [block], in: Self.theme)
        // Nine rows of twelve points between the header and the total, eight under the total that is brought forward, and the rest.
        #expect(totals(after: "Carried", on: pages) == ["450", "1530", nil])
        #expect(totals(after: "Brought", on: pages) == [nil, "450", "1530"])
        #expect(pages.texts[1].prefix(6) == ["Name", "Cost", "Comment", "Brought", "450", "row10"])
        #expect(pages.texts[0].suffix(4) == ["row9", "90", "Carried", "450"])
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `nothing is carried forward where a high header leaves no room to bring it forward`() throws {
        var block = table(rows: 20)
        guard case .table(var table) = block.content else { return }
        let words = Array(repeating: "word", count: 7).joined(separator: " ")
        table.header = [build.row("Name", "Cost", words, kind: .header)]
        block.content = .table(table)
        for height in stride(from: 100.0, through: 200, by: 5) {
            let pages = try pages(of: [block], in: .plain(width: 110, height: height))
            let forward = totals(after: "Carried", on: pages).dropLast().map { $0 != nil }
            let brought = totals(after: "Brought", on: pages).dropFirst().map { $0 != nil }
            #expect(forward == brought, "a page of \(height) points")
        }
    }

    @Test mutating func `they are furniture, aligned with the figures and as bold as the header`() throws {
        let pages = try pages(of: [table(rows: 20)], in: Self.theme)
        let runs = pages[0].items.compactMap { item in if case .text(let run) = item { run } else { nil } }
        let total = try #require(runs.first { $0.text == "450" })
        let figure = try #require(runs.first { $0.text == "90" })
        #expect(total.owner == .furniture(.carriedTotal))
        #expect(runs.first { $0.text == "Carried" }?.owner == .furniture(.carriedTotal))
        let rights = [total, figure].map { $0.origin.x + $0.width }
        #expect(abs(rights[0].points - rights[1].points) < 0.01)
        let unlike = try #require(runs.first { $0.text == "90" && $0.owner != total.owner })
        #expect(unlike.width < total.width)
    }

    @Test mutating func `a table on one page has none`() throws {
        let pages = try pages(of: [table(rows: 10)], in: Self.theme)
        #expect(pages.count == 1)
        #expect(pages.texts[0].contains("Carried") == false)
    }

    @Test mutating func `the figure of a row that goes over pages counts where it stands`() throws {
        let block = table(rows: 2, comments: [1: 80])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(pages.count > 2)
        #expect(totals(after: "Carried", on: pages) == pages.dropLast().map { _ in "10" } + [nil])
        #expect(totals(after: "Brought", on: pages) == [nil] + pages.dropFirst().map { _ in "10" })
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `they take no more than a quarter of a page, and leave every page its rows`() throws {
        for height in stride(from: 64.0, through: 220, by: 2) {
            let block = table(rows: 30, comments: [4: 30, 9: 90, 20: 5])
            var theme = Theme.plain(height: height)
            theme.table.announcesOverleaf = Int(height) % 3 == 0
            let pages = try pages(of: [block], in: theme)
            #expect(LayoutProof(pages, of: [block], in: theme).faults() == [], "\(height)")
            // Two lines of twelve points, and margins of twenty.
            let hasRoom = (height - 20) / 4 >= 24
            #expect(pages.texts.contains { $0.contains("Carried") } == hasRoom, "\(height)")
            let carried = totals(after: "Carried", on: pages).dropLast()
            #expect(Array(carried) == Array(totals(after: "Brought", on: pages).dropFirst()), "\(height)")
        }
    }

    @Test mutating func `totals that have no room are left out of all parts, which is reported`() throws {
        // Two lines of twelve points are more than a quarter of eighty; then a header of six lines leaves no room in half of a hundred and forty.
        let words = Array(repeating: "word", count: 18).joined(separator: " ")
        for (height, header) in [(100.0, "Comment"), (160, words)] {
            var block = table(rows: 30)
            guard case .table(var table) = block.content else { return }
            table.header = [build.row("Name", "Cost", header, kind: .header)]
            block.content = .table(table)
            let theme = Theme.plain(height: height)
            let typeset = try typeset(build.paper([block]), theme: theme, shaper: Repository.shaper())
            #expect(typeset.pages.count > 2)
            #expect(!typeset.pages.texts.joined().contains { $0 == "Carried" || $0 == "Brought" })
            #expect(
                typeset.diagnostics.map(\.message) == [
                    "the totals that the table carries from page to page have too little room, and are left out"
                ],
                "\(height)"
            )
            #expect(
                typeset.diagnostics.map(\.hint) == ["give the columns before them more room, or shorten the header"]
            )
        }
    }

    @Test mutating func `the name of a row gives way to the totals`() throws {
        for height in stride(from: 120.0, through: 260, by: 10) {
            var block = table(rows: 6, comments: [5: 3])
            guard case .table(var table) = block.content else { return }
            var cell = build.cell((["the name of a row"] + (1...40).map { "more\($0)" }).joined(separator: "\n"))
            cell.isHeader = true
            table.rows[2].cells[0] = cell
            block.content = .table(table)
            let theme = Theme.plain(height: height)
            let pages = try pages(of: [block], in: theme)
            #expect(LayoutProof(pages, of: [block], in: theme).faults() == [], "\(height)")
            let carried = totals(after: "Carried", on: pages).dropLast()
            #expect(carried.allSatisfy { $0 != nil }, "\(height)")
            #expect(Array(carried) == Array(totals(after: "Brought", on: pages).dropFirst()), "\(height)")
        }
    }

    @Test mutating func `a folded table carries none`() throws {
        var theme = Theme.plain(width: 110, height: 200)
        theme.table.folds = true
        let block = table(rows: 20, comments: [1: 60, 2: 60], folds: true)
        let pages = try pages(of: [block], in: theme)
        #expect(pages.count > 2)
        #expect(pages.flatMap(\.items).contains { $0.isLabel })
        #expect(pages.texts.joined().contains("Carried") == false)
    }
}

extension PageItem {
    fileprivate var isLabel: Bool {
        if case .text(let run) = self { run.owner == .furniture(.columnLabel) } else { false }
    }
}
