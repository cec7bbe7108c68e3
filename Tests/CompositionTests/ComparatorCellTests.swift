// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing

/// What tables print of figures of others.
struct ComparatorCellTests {
    private static func observation(_ digits: Int, notes: [String] = []) -> Observation {
        Observation(.number(Quantity(digits: digits, unit: "%")), notes: notes, at: Fixture.place)
    }

    /// The lines of the table of the kind `indicators-compared` in the third quarter of 2026/27, from its notes on.
    private func lines(_ change: (inout Indicator, inout Fixture) throws -> Void) throws -> [String] {
        var fixture = try Fixture()
        fixture.round.round.period = Period(year: ReportingYear(first: 2026), span: .quarter(3))
        fixture.round.council.comparators = [
            Comparator(id: "england", name: "England", source: "Office, table 3"),
            Comparator(id: "neighbours", name: "Nearest neighbours", source: "Institute"),
        ]
        var indicator = Indicator(
            measure: Prose(text: "Recycled", at: Fixture.place),
            polarity: .higher,
            figures: [:],
            comment: .own(reason: Prose(), response: Prose()),
            location: Fixture.place
        )
        for (period, kind, digits) in [
            ("2026/27 Q3", Indicator.FigureKey.Kind.actual, 40), ("2025/26", .actual, 51), ("2026/27", .target, 45),
        ] {
            let key = Indicator.FigureKey(try #require(Period(period, in: nil)), kind)
            indicator.figures[key] = Self.observation(digits)
        }
        try change(&indicator, &fixture)
        fixture.round.returns[0].declares = [.indicators]
        fixture.round.returns[0].indicators = [indicator]
        fixture.round.returns[0].tables = [
            .init(kind: "indicators-compared", classes: [.indicators], location: Fixture.place)
        ]
        let lines = try fixture.composed().paper.dump.split(separator: "\n").map { String($0.drop { $0 == " " }) }
        let first = try #require(lines.firstIndex { $0.hasPrefix("heading") && $0.contains("How performance") })
        return Array(lines[(first + 1)...].prefix { !$0.hasPrefix("heading") })
    }

    private func key(_ comparator: String, _ period: String) throws -> Comparator.FigureKey {
        Comparator.FigureKey(comparator, try #require(Period(period, in: nil)))
    }

    @Test func `each figure of others is said with its period, how the own one stands to it, and its source`() throws {
        let found = try lines { indicator, _ in
            indicator.comparatorFigures = [
                try key("neighbours", "2026/27 Q3"): Self.observation(41),
                try key("england", "2025/26"): Self.observation(44),
                try key("england", "2026/27 Q3"): Self.observation(40),
            ]
            indicator.rank = Indicator.Rank(8, of: 22)
            indicator.quartile = .second
        }
        #expect(
            found.first == "table-note “Compared with England (Office, table 3) and Nearest neighbours (Institute).”"
        )
        #expect(
            found.suffix(5) == [
                "paragraph “England Q3 2026/27: 40%, the same”",
                "paragraph “England 2025/26: 44%, better (own figure then: 51%)”",
                "paragraph “Nearest neighbours Q3 2026/27: 41%, worse”",
                "paragraph “**Rank:** 8 of 22”", "paragraph “Second quartile”",
            ]
        )
    }

    @Test func `a figure that lags behind is compared with that of its own period`() throws {
        let found = try lines { indicator, _ in
            indicator.lag = 3
            let period = try #require(Period("2025/26 Q4", in: nil))
            indicator.figures[.init(period, .actual)] = Self.observation(50)
            indicator.comparatorFigures = [try key("england", "2025/26 Q4"): Self.observation(44)]
        }
        #expect(found.last == "cell “England Q4 2025/26: 44%, better”")
    }

    @Test func `what cannot be compared says so, and what is not there says why`() throws {
        let found = try lines { indicator, _ in
            indicator.comparatorFigures = [
                try key("england", "2024/25"): Self.observation(44),
                try key("neighbours", "2025/26"): Observation(.absent(.awaited), at: Fixture.place),
            ]
        }
        #expect(
            found.suffix(2) == [
                "paragraph “England 2024/25: 44%, not comparable”", "paragraph “Nearest neighbours 2025/26: Awaited”",
            ]
        )
    }

    @Test func `of what is not applicable nothing is printed, and no source`() throws {
        let found = try lines { indicator, _ in
            indicator.comparatorFigures = [
                try key("england", "2025/26"): Observation(.absent(.notApplicable), at: Fixture.place)
            ]
        }
        #expect(found.last == "cell")
        #expect(!found.contains { $0.contains("Compared with England") })
    }

    @Test func `where neither way is better a figure stands alone, and a note at it is numbered`() throws {
        let found = try lines { indicator, fixture in
            indicator.polarity = .neither
            indicator.comparatorFigures = [try key("england", "2025/26"): Self.observation(44, notes: ["base"])]
            fixture.round.returns[0].notes = [
                .init(name: "base", text: Prose(text: "The base.", at: Fixture.place), location: Fixture.place)
            ]
        }
        #expect(found.contains("cell “England 2025/26: 44%[^note 1]”"))
        #expect(found.suffix(2) == ["note 1", "paragraph “The base.”"])
    }
}
