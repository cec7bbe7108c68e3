// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import TestSupport
import Testing

@testable import Intake

/// Kinds of tables: the periods that their columns are for.
struct TableKindReaderTests {
    private func kind(_ columns: String) throws -> (kind: TableKind?, problems: [String], hints: [String?]) {
        var files = GoodWorkspace.files
        files["layouts/tables/quarters.yaml"] = "title: Quarters\nrows: indicators\ncolumns:\n\(columns)"
        let contents = try read(files)
        let own = contents.diagnostics.filter { $0.location?.file == "layouts/tables/quarters.yaml" }
        return (contents.layouts.tables["quarters"], own.map(\.line), own.map(\.hint))
    }

    @Test func `a column for the last four periods is four columns, the oldest first`() throws {
        let (kind, problems, _) = try kind(
            """
              - { title: Measure, field: measure, width: 3 }
              - { title: "{{ period }}", field: actual, period: last-four, align: decimal }
              - { title: Forecast, field: forecast, period: year }

            """
        )
        #expect(problems == [])
        let periods = kind?.columns.map { $0.fields.map(\.period) }
        #expect(
            periods == [
                [.init()], [.init(.round(ago: 3))], [.init(.round(ago: 2))], [.init(.round(ago: 1))],
                [.init(.round(ago: 0))],
                [.init(.year)],
            ]
        )
        #expect(kind?.columns.map(\.alignment) == [.left, .decimal, .decimal, .decimal, .decimal, .left])
    }

    @Test func `a column says whether its cells fold under those of the column before`() throws {
        let (kind, problems, _) = try kind(
            """
              - { title: Measure, field: measure }
              - { title: "{{ period }}", field: actual, period: last-four, folds: true }
              - { title: Forecast, field: forecast, period: year, folds: false }
              - { title: Comments, field: comment, folds: perhaps }

            """
        )
        #expect(
            problems == [
                "error layouts/tables/quarters.yaml:7:47 (folds): `folds` must be `true` or `false`, not `perhaps`"
            ]
        )
        #expect(kind?.columns.map(\.folds) == [false, true, true, true, true, false, false])
    }

    @Test func `a column carries its total if it holds one figure and is not the first`() throws {
        let (kind, problems, hints) = try kind(
            """
              - { title: Target, field: target, carries-total: true }
              - { title: "{{ period }}", field: actual, period: last-four, carries-total: true }
              - { title: Both, fields: [target, forecast], carries-total: true }
              - { title: Comments, field: comment, carries-total: true, rotated: true }

            """
        )
        let message = "a column that carries its total holds one figure of each row, and is not the first"
        #expect(
            problems == [4, 6, 7].map { "error layouts/tables/quarters.yaml:\($0):5 (columns): \(message)" }
        )
        let hint = "the words `Carried forward` stand in the columns before it"
        #expect(hints == [hint, hint, hint])
        #expect(kind?.columns.map(\.carriesTotal) == [false, true, true, true, true, false, false])
        #expect(kind?.columns.map(\.isRotated) == [false, false, false, false, false, false, true])
    }

    @Test func `periods are seen from the round`() throws {
        let (kind, problems, _) = try kind(
            """
              - { title: A, field: actual, period: current }
              - { title: B, field: actual, period: previous }
              - { title: C, field: actual, period: same-period-last-year }
              - { title: D, field: actual, period: current, years-ago: 2 }
              - { title: E, field: mid-year, years-ago: 1 }
              - { title: F, field: target, years-ago: 1 }
              - { title: G, fields: [{ field: actual, period: current }, { field: target, period: year }] }

            """
        )
        #expect(problems == [])
        #expect(
            kind?.columns.map { $0.fields.map(\.period) } == [
                [.init(.round(ago: 0))], [.init(.round(ago: 1))], [.init(.round(ago: 0), yearsAgo: 1)],
                [.init(.round(ago: 0), yearsAgo: 2)], [.init(.firstHalf, yearsAgo: 1)], [.init(.year, yearsAgo: 1)],
                [.init(.round(ago: 0)), .init(.year)],
            ]
        )
    }

    @Test func `a period that there is not is an error`() throws {
        let (_, problems, _) = try kind("  - { title: A, field: actual, period: next }\n")
        #expect(problems == ["error layouts/tables/quarters.yaml:4:40 (period): `period` cannot be `next`"])
    }

    @Test(arguments: [
        ("", []), ("bands: none\n", []), ("bands: None\n", []), ("bands: [none]\n", []),
        ("bands: unit\n", [TableKind.Band.unit]), ("bands: [division, unit]\n", [.division, .unit]),
    ])
    func `bands are none, or by what rows are grouped`(_ line: String, _ bands: [TableKind.Band]) throws {
        let (kind, problems, _) = try kind("  - { title: Measure, field: measure }\n\(line)")
        #expect(problems == [])
        #expect(kind?.bands == bands)
    }
}
