// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Geometry
import Intake
import Layouts
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// The tables of the sample's appendix, with columns that are solved and with columns as others have them.
struct ColumnComparisonTests {
    /// The tables of every section but the first, each once, with the theme that the sample is set in.
    private func appendix(shaper: TextShaper) throws -> (tables: [ShapedTable], theme: Theme) {
        let contents = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts)
        let round = try #require(contents.round)
        let theme = try #require(contents.layouts.themes["accessible"])
        let index = try #require(round.papers.firstIndex { $0.id == "cabinet-2009-11-30" })
        let paper = try #require(composePaper(at: index, of: .restricted(round), layouts: contents.layouts)).paper
        var blockShaper = BlockShaper(
            theme: theme,
            shaper: shaper,
            language: paper.properties.language,
            continuation: paper.continuation
        )
        var tables: [ShapedTable] = []
        for section in paper.sections.dropFirst() {
            for case .table(let table) in try blockShaper.shape(section.blocks) { tables.append(table) }
        }
        return (tables, theme)
    }

    /// How many lines a table is high, header and bands included.
    private func lines(
        _ table: ShapedTable,
        _ columns: [ColumnWidth],
        measure: Length,
        theme: Theme,
        shaper: TextShaper
    ) -> Double {
        var table = table
        for (index, width) in columns.enumerated() { table.columns[index].width = width }
        let builder = TableBuilder(theme: theme, breaker: LineBreaker(shaper: shaper))
        let layout = builder.layout(of: table, measure: measure)
        let padding = theme.table.padding.top + theme.table.padding.bottom
        let heights = (layout.header + layout.rows).map { $0.height - padding }
        return heights.total.points / theme.table.text.leading.points
    }

    @Test func `solved columns give fewer lines than equal ones, proportional ones and those of CSS`() throws {
        let shaper = try Repository.shaper()
        let (tables, theme) = try appendix(shaper: shaper)
        #expect(tables.count >= 8)
        let padding = theme.table.padding.left + theme.table.padding.right
        let ways: [(name: String, widths: (ShapedTable, Length) -> [ColumnWidth])] = [
            ("solved", { table, _ in table.columns.map { _ in .solved } }),
            ("equal", { table, measure in OtherColumns(table, padding: padding).equal(measure).map { .fixed($0) } }),
            (
                "proportional",
                { table, measure in OtherColumns(table, padding: padding).proportional(measure).map { .fixed($0) } }
            ),
            ("css", { table, measure in OtherColumns(table, padding: padding).automatic(measure).map { .fixed($0) } }),
            ("layout", { table, _ in table.columns.map(\.width) }),
        ]
        var totals: [String: Double] = [:]
        for (index, table) in tables.enumerated() {
            let measure = theme.page.turned(to: table.isLandscape ? .landscape : .portrait).measure
            var row = "table \(index + 1), \(table.columns.count) columns, \(table.rows.count) rows:"
            for way in ways {
                let lines = lines(table, way.widths(table, measure), measure: measure, theme: theme, shaper: shaper)
                totals[way.name, default: 0] += lines
                row += " \(way.name) \(Int(lines.rounded()))"
            }
            print(row)
        }
        print("in all:" + ways.map { " \($0.name) \(Int((totals[$0.name] ?? 0).rounded()))" }.joined())
        let solved = try #require(totals["solved"])
        for name in ["equal", "proportional", "css", "layout"] { #expect(solved < (totals[name] ?? 0), "\(name)") }
    }
}
