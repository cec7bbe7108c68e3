// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

@Suite struct TableFoldingTests {
    private var build = PaperBuilder()

    private static var theme: Theme {
        var theme = Theme.plain(width: 140, height: 200)
        theme.table.folds = true
        return theme
    }

    private let comment = String(repeating: "The reason and what is being done. ", count: 6)

    private mutating func table(_ rows: [Table.Row], folds: Bool = true) -> Block {
        let columns = [Table.Column(), Table.Column(alignment: .decimal, folds: folds), Table.Column(folds: folds)]
        let header = build.row("Measure", "Actual", "Comments", kind: .header)
        return Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: rows)))
    }

    private func labels(_ pages: [Page]) -> [String] {
        pages.flatMap(\.items).compactMap { item in
            guard case .text(let run) = item, run.owner == .furniture(.columnLabel), !run.text.contains("·") else {
                return nil
            }
            return String(run.text.trimmingPrefix { $0 == " " })
        }
    }

    @Test mutating func `a folded table has each value after the title of its column, and its header once`() throws {
        let block = table([build.row("Visits", "12.5%", comment), build.row("Loans", "", comment)])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(labels(pages) == ["Actual: ", "Comments: ", "Comments: "])
        let headers = pages.flatMap(\.items).filter { item in
            guard case .text(let run) = item else { return false }
            return run.owner == .furniture(.repeatedHeader)
        }
        #expect(headers.isEmpty)
        let header = pages[0].items.compactMap { item in
            if case .text(let run) = item { run.text } else { nil }
        }
        #expect(header.prefix(5).joined() == "Measure · Actual · Comments")
    }

    @Test mutating func `a table is folded only if both its kind and the theme say so`() throws {
        let rows = [build.row("Visits", "12.5%", comment)]
        let unfolded = table(rows, folds: false)
        #expect(labels(try pages(of: [unfolded], in: Self.theme)).isEmpty)
        var theme = Self.theme
        theme.table.folds = false
        let block = table(rows)
        #expect(labels(try pages(of: [block], in: theme)).isEmpty)
    }

    @Test mutating func `a comment that rows share stays beside them, and other rows are folded`() throws {
        let first = build.row([build.cell("Visits"), build.cell("12.5%"), build.cell(comment, rows: 2)])
        let second = build.row([build.cell("Loans"), build.cell("7.5%")])
        let third = build.row("Fines", "3%", comment)
        let block = table([first, second, third])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(
            labels(pages) == ["Actual: ", "Comments: ", "Actual: ", "Actual: ", "Comments: "]
        )
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
        let words = pages.texts.joined().joined(separator: " ")
        #expect(words.split(separator: "The reason").count == 13)
    }
}
