// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Comparators in `council.yaml`, and the columns of `indicators.csv` with their figures, ranks and quartiles.
struct ComparatorColumnsTests {
    private static let council = """
        comparators:
          england: { name: England, source: The Office }
          neighbours: { name: Nearest neighbours, source: The Institute }
          best: { name: "Nearest neighbours, best quartile", source: The Institute }

        """

    private static let kind = """
        title: Compared
        rows: indicators
        columns:
          - { title: Measure, fields: [measure, comment], row-header: true }
          - { title: Now, field: actual, period: current }
          - { title: Compared, fields: [comparators, rank, quartile] }

        """

    private func read(
        _ table: String,
        council: String = council,
        kind: String = kind
    ) throws -> (indicators: [Indicator], comparators: [Comparator], problems: [Diagnostic]) {
        var files = GoodWorkspace.files
        files["council.yaml"]? += council
        files["round.yaml"] = "title: Q3\nyear: 2026/27\npoint: Q3\nas-at: 2026-12-31\n"
        files["layouts/tables/compared.yaml"] = kind
        files["returns/communities/return.yaml"] = files["returns/communities/return.yaml"]?
            .replacing("kind: indicators\n", with: "kind: compared\n")
        files["returns/communities/indicators.csv"] = table
        let contents = try IntakeTests.read(files)
        let own = contents.diagnostics.filter {
            $0.location?.file.hasSuffix("indicators.csv") == true || $0.location?.file == "council.yaml"
        }
        return (contents.round?.returns.first?.indicators ?? [], contents.round?.council.comparators ?? [], own)
    }

    @Test func `comparators are in the order of the file`() throws {
        let found = try read("unit,measure,better,Q3\nsport,Swims,higher,1\n")
        #expect(found.problems.map(\.line) == [])
        #expect(found.comparators.map(\.id) == ["england", "neighbours", "best"])
        #expect(found.comparators.map(\.name).last == "Nearest neighbours, best quartile")
        #expect(found.comparators.map(\.source) == ["The Office", "The Institute", "The Institute"])
    }

    @Test(arguments: [
        ("England 2025/26", "england 2025/26"), ("england 2025/26", "england 2025/26"),
        ("2025/26 England", "england 2025/26"), ("ENGLAND  Q2 2026/27", "england 2026/27 Q2"),
        ("England Q2", "england 2026/27 Q2"), ("england October 2026", "england October 2026"),
        ("neighbours 2025/26", "neighbours 2025/26"), ("Nearest neighbours Q3", "neighbours 2026/27 Q3"),
        ("Nearest neighbours, best quartile 2025/26", "best 2025/26"), ("best H1", "best 2026/27 H1"),
    ])
    func `a column is of a comparator by its name or identifier, and of a period`(name: String, key: String) throws {
        let comparators = try read("unit,measure,better,Q3\n").comparators
        let found = ComparatorColumns.key(name, of: comparators, in: ReportingYear(first: 2026))
        #expect(found?.description == key)
    }

    @Test(arguments: [
        "England", "2025/26", "Wales 2025/26", "England 2025/27", "England actual 2025/26", "Englands Q3",
    ])
    func `other names are of no comparator`(name: String) throws {
        let comparators = try read("unit,measure,better,Q3\n").comparators
        #expect(ComparatorColumns.key(name, of: comparators, in: ReportingYear(first: 2026)) == nil)
    }

    @Test func `figures of others, a rank and a quartile are read, each with its place`() throws {
        let found = try read(
            """
            unit,measure,better,Q3,2025/26 actual,England 2025/26,neighbours Q3,rank,quartile
            sport,Swims,higher,50%,48%,44.0% [p],45%,8 of 22,2
            sport,Dives,higher,50%,48%,[awaited],[z],3/9,
            sport,Falls,lower,50,48,[z],[x],,

            """
        )
        #expect(found.problems.map(\.line) == [])
        let key = Comparator.FigureKey("england", Period(year: ReportingYear(first: 2025), span: .year))
        let figure = try #require(found.indicators.first?.comparatorFigures[key])
        #expect(figure.value == .number(Quantity(digits: 440, decimals: 1, unit: "%")))
        #expect(figure.qualifiers == [.provisional])
        #expect(figure.location.description == "returns/communities/indicators.csv:2:28 (England 2025/26)")
        #expect(found.indicators.map { $0.comparatorFigures.count } == [2, 2, 2])
        #expect(found.indicators.map { $0.standing(to: key) } == [.better, nil, nil])
        #expect(found.indicators.map(\.rank) == [Indicator.Rank(8, of: 22), Indicator.Rank(3, of: 9), nil])
        #expect(found.indicators.map(\.quartile) == [.second, nil, nil])
    }

    @Test func `what cannot be read is an error at its cell`() throws {
        let found = try read(
            """
            unit,measure,better,Q3,England Q3,rank,quartile
            sport,Swims,higher,1,,23 of 22,5
            sport,Dives,higher,1,44 persent,eighth,best
            sport,Falls,lower,1,44,8 of 22,4

            """
        )
        let file = "error returns/communities/indicators.csv"
        #expect(
            found.problems.map(\.line) == [
                "\(file):2:22 (England Q3): the value is empty",
                "\(file):2:23 (rank): `23 of 22` is not a rank", "\(file):2:32 (quartile): `5` is not a quartile",
                "\(file):3:22 (England Q3): unknown unit `persent` in `44 persent`",
                "\(file):3:33 (rank): `eighth` is not a rank", "\(file):3:40 (quartile): `best` is not a quartile",
                "\(file):4:32 (quartile): the rank `8 of 22` is not in the quartile `4`",
            ]
        )
    }

    @Test func `two columns for the same figures of others are an error, however they are spelt`() throws {
        let found = try read("unit,measure,better,Q3,England Q3,2026/27 Q3 england\nsport,Swims,higher,1,2,3\n")
        #expect(
            found.problems.map(\.line) == [
                "error returns/communities/indicators.csv:1: the columns `England Q3` and `2026/27 Q3 england` are for the same figures"
            ]
        )
    }

    @Test func `figures of others in a period without own figures are a warning`() throws {
        let found = try read("unit,measure,better,Q3,England 2025/26\nsport,Swims,higher,1,2\n")
        #expect(
            found.problems.map(\.line) == [
                "warning returns/communities/indicators.csv:1: the figures under `England 2025/26` cannot be compared: there are no own figures of that period"
            ]
        )
        #expect(found.problems.first?.hint == "add the column `2025/26 actual`")
    }

    @Test func `a column that is nearly a comparator's has it as a hint`() throws {
        let found = try read("unit,measure,better,Q3,Englnad 2026/27 Q3\nsport,Swims,higher,1,2\n")
        #expect(found.problems.map(\.rule) == [.unknownColumn])
        #expect(found.problems.first?.hint == "did you mean `England 2026/27 Q3`?")
    }

    @Test func `columns of others that no table prints are reported, each once`() throws {
        let kind = Self.kind.replacing("  - { title: Compared, fields: [comparators, rank, quartile] }\n", with: "")
        let found = try read(
            """
            unit,measure,better,Q3,England Q3,neighbours Q3,rank,quartile
            sport,Swims,higher,1,2,[z],1 of 8,
            sport,Dives,higher,1,2,[z],1 of 8,1

            """,
            kind: kind
        )
        let file = "warning returns/communities/indicators.csv"
        #expect(
            found.problems.map(\.line) == [
                "\(file):2 (rank): no table prints the column `rank`: `compared` has no column for it",
                "\(file):2:22 (England Q3): no table prints the column `England Q3`: `compared` has no field `comparators`",
                "\(file):3 (quartile): no table prints the column `quartile`: `compared` has no column for it",
            ]
        )
    }

    @Test func `comparators have names of their own, and say where their figures are from`() throws {
        let found = try read(
            "unit,measure,better,Q3\n",
            council: """
                comparators:
                  england: { name: England }
                  english: { name: ENGLAND, source: The Office }
                  target: { name: Those above, source: The Office }

                """
        )
        #expect(
            found.problems.filter { $0.location?.file == "council.yaml" }.map(\.line) == [
                "error council.yaml:29:12 (england): `source` is missing in a comparator",
                "error council.yaml:30:14 (name): two comparators are called `england`",
                "error council.yaml:31:13 (name): `target` cannot be a comparator: columns of own figures are called so",
            ]
        )
    }

    @Test func `comparators are limited in number`() throws {
        let entries = (0...20).map { "  c\($0): { name: Number \($0), source: The Office }\n" }.joined()
        let found = try read("unit,measure,better,Q3\n", council: "comparators:\n" + entries)
        #expect(
            found.problems.map(\.line) == ["error council.yaml:49:3 (c20): there are more than 20 comparators"]
        )
        #expect(found.comparators.count == 20)
    }
}
