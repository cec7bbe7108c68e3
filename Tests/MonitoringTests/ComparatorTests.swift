// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

/// How own figures stand to those of others, and positions among those that are ranked.
struct ComparatorTests {
    private static let place = SourceLocation(file: "indicators.csv", line: 2)
    private let england = Comparator(id: "england", name: "England", source: "The Office")

    private func number(_ digits: Int, decimals: Int = 0, unit: String? = nil) -> Value {
        .number(Quantity(digits: digits, decimals: decimals, unit: unit))
    }

    private func key(_ period: String) throws -> Comparator.FigureKey {
        Comparator.FigureKey("england", try #require(Period(period, in: nil)))
    }

    /// An indicator with figures of its own and of England, by their periods.
    private func indicator(
        own: [(String, Value)],
        england: [(String, Value)],
        better polarity: Indicator.Polarity = .higher
    ) throws -> Indicator {
        var indicator = Indicator(
            measure: Prose(text: "Swims", at: Self.place),
            polarity: polarity,
            figures: [:],
            comment: .own(reason: Prose(), response: Prose()),
            location: Self.place
        )
        for (period, value) in own {
            let key = Indicator.FigureKey(try #require(Period(period, in: nil)), .actual)
            indicator.figures[key] = Observation(value, at: Self.place)
        }
        for (period, value) in england {
            indicator.comparatorFigures[try key(period)] = Observation(value, at: Self.place)
        }
        return indicator
    }

    private func round(of indicator: Indicator) throws -> MonitoringRound {
        MonitoringRound(
            council: Council(name: "Test Council", shortName: "TC", nation: .england, language: "en-GB"),
            round: Round(
                title: "Quarter 3",
                period: Period(year: ReportingYear(first: 2026), span: .quarter(3)),
                asAt: try #require(CalendarDate("2026-12-31"))
            ),
            returns: [
                DirectorateReturn(
                    directorate: "place",
                    declares: [.indicators],
                    signatory: "head",
                    indicators: [indicator],
                    location: Self.place
                )
            ],
            papers: []
        )
    }

    private func standing(
        _ own: Value,
        _ others: Value,
        better polarity: Indicator.Polarity = .higher
    ) throws -> Indicator.Standing? {
        let row = try indicator(own: [("2025/26", own)], england: [("2025/26", others)], better: polarity)
        return row.standing(to: try key("2025/26"))
    }

    @Test(arguments: [
        (801, Indicator.Polarity.higher, Indicator.Standing.better), (800, .higher, .same), (799, .higher, .worse),
        (801, .lower, .worse), (800, .lower, .same), (799, .lower, .better),
    ])
    func `a figure is better, the same or worse by which way is better, to the last digit`(
        own: Int,
        polarity: Indicator.Polarity,
        expected: Indicator.Standing
    ) throws {
        #expect(try standing(number(own, decimals: 1), number(80), better: polarity) == expected)
    }

    @Test func `where neither way is better, or others have no figure, nothing is said`() throws {
        #expect(try standing(number(80), number(70), better: .neither) == nil)
        #expect(try standing(number(80), .absent(.awaited)) == nil)
        let row = try indicator(own: [("2025/26", number(80))], england: [])
        #expect(row.standing(to: try key("2025/26")) == nil)
    }

    @Test func `other units, words and missing figures cannot be compared`() throws {
        #expect(try standing(number(80, unit: "%"), number(70)) == .notComparable)
        #expect(try standing(number(80, unit: "%"), number(70, unit: "points")) == .notComparable)
        #expect(try standing(.absent(.suppressed), number(70)) == .notComparable)
        #expect(try standing(number(80), .words("Not much")) == .notComparable)
        #expect(try standing(.yesOrNo(true), .yesOrNo(false)) == .notComparable)
    }

    @Test func `only the own figure of the same period is compared`() throws {
        let row = try indicator(
            own: [("2026/27 Q3", number(90)), ("2025/26 Q3", number(60))],
            england: [("2025/26 Q3", number(70)), ("2025/26", number(70))]
        )
        #expect(row.standing(to: try key("2025/26 Q3")) == .worse)
        #expect(row.standing(to: try key("2025/26")) == .notComparable)
    }

    @Test func `figures of others are listed from the newest, and not where there can be none`() throws {
        let row = try indicator(
            own: [],
            england: [
                ("2024/25", number(1)), ("2026/27 Q1", number(3)), ("2023/24", .absent(.notApplicable)),
                ("2025/26", .absent(.awaited)),
            ]
        )
        #expect(
            row.comparisons(with: england).map(\.key.description) == [
                "england 2026/27 Q1", "england 2025/26", "england 2024/25",
            ]
        )
        #expect(row.comparisons(with: Comparator(id: "wales", name: "Wales", source: "")).isEmpty)
    }

    @Test func `figures of others are among the observations of a row, and absent from an exempt one`() throws {
        var row = try indicator(own: [], england: [("2024/25", .words("So and so"))])
        row.rank = Indicator.Rank(1, of: 2)
        row.quartile = .best
        #expect(row.sortedObservations.map(\.value) == [.words("So and so")])
        row.exemption = Exemption([3])
        let open = try #require(PublicRound(redacting: try round(of: row)).content.returns.first?.indicators.first)
        #expect(open.comparatorFigures == [:])
        #expect(open.rank == nil)
        #expect(open.quartile == nil)
    }

    @Test(arguments: [(0, 22), (23, 22), (1, 0), (-1, 22), (1, 1_000_001)])
    func `a position beyond those ranked is no rank`(position: Int, count: Int) {
        #expect(Indicator.Rank(position, of: count) == nil)
    }

    @Test(arguments: [
        (1, 4, [1]), (4, 4, [4]), (5, 20, [1]), (6, 20, [2]), (8, 22, [2]), (6, 22, [1, 2]), (22, 22, [4]),
        (1, 1, [1, 2, 3, 4]), (1_000_000, 1_000_000, [4]),
    ])
    func `a rank is in a quarter, or in two where the boundary goes through it`(
        position: Int,
        count: Int,
        quartiles: [Int]
    ) throws {
        let rank = try #require(Indicator.Rank(position, of: count))
        #expect(Indicator.Quartile.allCases.filter(rank.isIn).map(\.rawValue) == quartiles)
    }
}
