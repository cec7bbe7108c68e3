// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The rules of a table with a frame: heavier around it, under its header and over its bands.
struct TableFrameTests {
    private var build = PaperBuilder()
    private let ink = Colour(red: 1, green: 2, blue: 3)

    private var theme: Theme {
        var theme = Theme.plain(width: 110, height: 80)
        theme.table.border = .points(0.5)
        theme.table.frame = Theme.TableFrameStyle(
            outer: .points(0.75),
            top: .points(1.25),
            header: .points(1),
            band: .points(0.875),
            colour: ink
        )
        theme.table.bandFills = [Colour(red: 200, green: 200, blue: 200), .white]
        return theme
    }

    /// The thickness of each rule across a page, from the top, and of each rule down it, from the left; `+` for one in the ink of the frame.
    private func rules(of page: Page) -> (across: [String], down: [String]) {
        let rules = page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        func thickness(_ rule: RuleLine) -> String { "\(rule.thickness.points)\(rule.colour == ink ? "+" : "")" }
        return (
            rules.filter { $0.from.y == $0.to.y }.sorted { $0.from.y < $1.from.y }.map(thickness),
            rules.filter { $0.from.x == $0.to.x }.sorted { $0.from.x < $1.from.x }.map(thickness)
        )
    }

    private mutating func table(_ rows: [Table.Row]) -> Block {
        build.table(columns: 2, header: [build.row("Name", "Value", kind: .header)], rows: rows)
    }

    @Test mutating func `the outermost rules, that under the header and that over a band are the frame's`() throws {
        let rows = [
            build.row("a", "b"), build.band("North", columns: 2), build.band("Library", level: 2, columns: 2),
            build.row("c", "d"),
        ]
        let page = try #require(try pages(of: [table(rows)], in: theme).first)
        let found = rules(of: page)
        #expect(found.across == ["1.25+", "1.0+", "0.875+", "0.5", "0.5", "0.75+"])
        #expect(found.down == ["0.75+", "0.5", "0.5", "0.75+"])
    }

    @Test mutating func `each part of a table has the frame`() throws {
        let rows = (1...8).map { build.row("row \($0)", "\($0)") }
        let pages = try pages(of: [table(rows)], in: theme)
        #expect(pages.count > 1)
        for page in pages {
            let across = rules(of: page).across
            #expect(across.first == "1.25+")
            #expect(across.dropFirst().first == "1.0+")
            #expect(across.last == "0.75+")
            #expect(across.dropFirst(2).dropLast().allSatisfy { $0 == "0.5" })
        }
    }

    @Test mutating func `a band without a ground draws none`() throws {
        let rows = [build.band("North", columns: 2), build.band("Library", level: 2, columns: 2), build.row("c", "d")]
        let page = try #require(try pages(of: [table(rows)], in: theme).first)
        let fills = page.items.compactMap { if case .fill(let fill) = $0 { fill.colour } else { nil } }
        #expect(fills == [Colour(red: 200, green: 200, blue: 200)])
    }

    @Test mutating func `the words of a header stand at its foot`() throws {
        let header = build.row("Name", "Value\nof\nit", kind: .header)
        let table = build.table(columns: 2, header: [header], rows: [build.row("a", "b")])
        let page = try #require(try pages(of: [table], in: theme).first)
        let baselines = page.items.compactMap { item -> (String, Length)? in
            if case .text(let run) = item { (run.text, run.origin.y) } else { nil }
        }
        let name = try #require(baselines.first { $0.0 == "Name" })
        let last = try #require(baselines.first { $0.0 == "it" })
        #expect(name.1 == last.1)
    }

    @Test mutating func `paragraphs have the width for prose, tables the whole measure`() throws {
        var theme = theme
        theme.page.proseWidth = .points(40)
        let page = try #require(
            try pages(of: [build.paragraph("one two three four five"), table([build.row("a", "b")])], in: theme).first
        )
        let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        #expect(runs.first?.text.contains("three") == false)
        let right = page.items.compactMap { if case .rule(let rule) = $0 { rule.to.x } else { nil } }.max()
        #expect(try #require(right) > .points(90))
    }
}
