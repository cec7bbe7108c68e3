// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

/// How figures stand against goals, and which way they go.
struct RatingTests {
    private static let place = SourceLocation(file: "indicators.csv", line: 2)
    private let quarter = Period(year: ReportingYear(first: 2026), span: .quarter(3))
    private let scale = RatingScale(steps: RatingScale.englishSteps)

    /// An indicator with figures in the third quarter of 2026/27, written `80.5%`.
    private func indicator(
        _ figures: [(String, Indicator.FigureKey.Kind, Value)],
        better polarity: Indicator.Polarity = .higher,
        basis: Indicator.Basis? = nil,
        tolerance: RatingScale.Tolerance? = nil
    ) -> Indicator {
        let keyed = figures.compactMap { name, kind, value in
            Period(name, in: nil).map {
                (Indicator.FigureKey($0, kind), Observation(value, at: Self.place))
            }
        }
        return Indicator(
            measure: Prose(text: "Swims", at: Self.place),
            polarity: polarity,
            figures: Dictionary(keyed) { first, _ in first },
            basis: basis,
            tolerance: tolerance,
            comment: .own(reason: Prose(), response: Prose()),
            location: Self.place
        )
    }

    private func number(_ digits: Int, decimals: Int = 0, unit: String? = nil, scale: Quantity.Scale = .one) -> Value {
        .number(Quantity(digits: digits, decimals: decimals, scale: scale, unit: unit))
    }

    private func word(_ indicator: Indicator, by scale: RatingScale? = nil) -> String {
        switch indicator.verdict(at: quarter, of: .actual, by: scale ?? self.scale) {
        case .step(let step): step.word
        case .unrated(let reason): "(\(reason.rawValue))"
        }
    }

    @Test(arguments: [
        (Indicator.Polarity.higher, 80, "On target"), (.higher, 81, "On target"), (.higher, 79, "Within tolerance"),
        (.higher, 76, "Within tolerance"), (.higher, 75, "Off target"), (.lower, 80, "On target"),
        (.lower, 79, "On target"), (.lower, 84, "Within tolerance"), (.lower, 85, "Off target"),
    ])
    func `a figure stands by its target and its tolerance, whichever way is better`(
        polarity: Indicator.Polarity,
        actual: Int,
        expected: String
    ) {
        let row = indicator(
            [("2026/27 Q3", .actual, number(actual)), ("2026/27 Q3", .target, number(80))],
            better: polarity,
            tolerance: .percent(Quantity(digits: 5, unit: "%"))
        )
        #expect(word(row) == expected)
    }

    @Test func `without a tolerance and a floor there is nothing between on target and off target`() {
        let row = indicator([("2026/27 Q3", .actual, number(79)), ("2026/27 Q3", .target, number(80))])
        #expect(word(row) == "Off target")
        let council = RatingScale(steps: scale.steps, tolerance: .percent(Quantity(digits: 5, unit: "%")))
        #expect(word(row, by: council) == "Within tolerance")
    }

    @Test func `a floor that is set goes before a tolerance, and an amount is in the unit of the figure`() {
        var row = indicator(
            [
                ("2026/27 Q3", .actual, number(701, decimals: 1, unit: "%")),
                ("2026/27 Q3", .target, number(80, unit: "%")),
                ("2026/27 Q3", .floor, number(70, unit: "%")),
            ],
            tolerance: .amount(Quantity(digits: 1, unit: "points"))
        )
        #expect(word(row) == "Within tolerance")
        row.figures = row.figures.filter { $0.key.kind != .floor }
        #expect(word(row) == "Off target")
        row.tolerance = .amount(Quantity(digits: 99, decimals: 1, unit: "points"))
        #expect(word(row) == "Within tolerance")
        row.tolerance = .amount(Quantity(digits: 98, decimals: 1, unit: "points"))
        #expect(word(row) == "Off target")
    }

    @Test func `numbers are compared exactly, whatever their decimals and scales`() {
        func compare(_ actual: Value, _ target: Value) -> String {
            word(indicator([("2026/27 Q3", .actual, actual), ("2026/27 Q3", .target, target)]))
        }
        #expect(compare(number(30, decimals: 2), number(3, decimals: 1)) == "On target")
        #expect(compare(number(299_999_999_999_999, decimals: 15), number(3, decimals: 1)) == "Off target")
        #expect(compare(number(2, scale: .million), number(2_000_000)) == "On target")
        #expect(compare(number(1_999_999), number(2, scale: .million)) == "Off target")
        #expect(compare(number(0), number(0)) == "On target")
        #expect(compare(number(-1), number(0)) == "Off target")
        // Too large for any comparison, and no fault.
        #expect(
            compare(number(999_999_999_999_999, scale: .billion), number(1, decimals: 15)) == "(not comparable)"
        )
    }

    @Test func `a target below zero has its tolerance below it`() {
        let row = indicator(
            [("2026/27 Q3", .actual, number(-104)), ("2026/27 Q3", .target, number(-100))],
            tolerance: .percent(Quantity(digits: 5, unit: "%"))
        )
        #expect(word(row) == "Within tolerance")
    }

    @Test func `a year's target holds for its parts, unless figures count from the beginning of the year`() {
        let figures = [("2026/27 Q3", Indicator.FigureKey.Kind.actual, number(60)), ("2026/27", .target, number(80))]
        #expect(word(indicator(figures)) == "Off target")
        #expect(word(indicator(figures, basis: .cumulative)) == "(no target)")
        #expect(
            word(indicator(figures + [("2026/27 Q3", .target, number(59))], basis: .cumulative)) == "On target"
        )
    }

    @Test(arguments: [
        (Absence.notAvailable, "(not available)"), (.notSupplied, "(not supplied)"), (.notDue, "(not due)"),
        (.awaited, "(awaited)"), (.suppressed, "(suppressed)"), (.newIndicator, "(no target)"),
    ])
    func `what has no figure has a reason of its own`(absence: Absence, expected: String) {
        let row = indicator([("2026/27 Q3", .actual, .absent(absence)), ("2026/27", .target, number(80))])
        #expect(word(row) == expected)
    }

    @Test func `what cannot be rated says why`() {
        let actual = ("2026/27 Q3", Indicator.FigureKey.Kind.actual, number(60, unit: "days"))
        #expect(word(indicator([actual])) == "(no target)")
        #expect(word(indicator([actual, ("2026/27", .target, .absent(.notSet))])) == "(no target)")
        #expect(word(indicator([actual, ("2026/27", .target, number(80, unit: "%"))])) == "(not comparable)")
        #expect(word(indicator([actual, ("2026/27", .target, number(1))], better: .neither)) == "(data only)")
        #expect(word(indicator([("2026/27", .target, number(80))], basis: .annual)) == "(not due)")
        #expect(word(indicator([("2026/27", .target, number(80))])) == "(not supplied)")
        #expect(
            word(indicator([("2026/27 Q3", .actual, .yesOrNo(true)), ("2026/27", .target, number(1))]))
                == "(not comparable)"
        )
    }

    @Test func `a scale has any number of steps`() {
        let scale = RatingScale(steps: [
            .init(word: "Exceeding", goal: .stretch, isException: false),
            .init(word: "Achieving", goal: .target, isException: false),
            .init(word: "Close", goal: .floor, isException: true), .init(word: "Missed", goal: nil, isException: true),
        ])
        func words(_ goals: [(String, Indicator.FigureKey.Kind, Value)]) -> [String] {
            [95, 85, 75, 65].map { actual in
                let row = indicator(
                    [("2026/27 Q3", .actual, number(actual)), ("2026/27", .target, number(80))] + goals
                )
                return word(row, by: scale)
            }
        }
        #expect(
            words([("2026/27", .stretch, number(90)), ("2026/27", .floor, number(70))]) == [
                "Exceeding", "Achieving", "Close", "Missed",
            ]
        )
        #expect(words([]) == ["Achieving", "Achieving", "Missed", "Missed"])
    }

    // MARK: - Direction

    private func direction(
        _ polarity: Indicator.Polarity,
        _ figures: [(String, Int)],
        against comparison: DirectionRule.Comparison = .previous,
        band: RatingScale.Tolerance? = nil,
        basis: Indicator.Basis? = nil
    ) -> Direction? {
        let row = indicator(figures.map { ($0, .actual, number($1, unit: "%")) }, better: polarity, basis: basis)
        return row.direction(at: quarter, against: comparison, band: band)
    }

    @Test func `a direction is turned by meaning, not by sign`() {
        let rising = [("2026/27 Q2", 50), ("2026/27 Q3", 60)]
        #expect(direction(.higher, rising) == .improving)
        #expect(direction(.lower, rising) == .worsening)
        #expect(direction(.neither, rising) == nil)
        #expect(direction(.higher, [("2026/27 Q2", 60), ("2026/27 Q3", 60)]) == .stable)
        #expect(direction(.higher, [("2026/27 Q3", 60)]) == .notComparable)
    }

    @Test func `a change within the council's band is none`() {
        let falling = [("2026/27 Q2", 100), ("2026/27 Q3", 98)]
        #expect(direction(.higher, falling, band: .percent(Quantity(digits: 2, unit: "%"))) == .stable)
        #expect(direction(.higher, falling, band: .percent(Quantity(digits: 19, decimals: 1, unit: "%"))) == .worsening)
        #expect(direction(.higher, falling, band: .amount(Quantity(digits: 2, unit: "points"))) == .stable)
    }

    @Test func `a direction in the long run is from the same period last year`() {
        let figures = [("2025/26 Q3", 70), ("2026/27 Q2", 50), ("2026/27 Q3", 60)]
        #expect(direction(.higher, figures, against: .sameLastYear) == .worsening)
        #expect(direction(.higher, figures, against: .previous) == .improving)
    }

    @Test func `figures that count from the beginning of the year are compared with last year only`() {
        let figures = [("2025/26 Q3", 70), ("2026/27 Q1", 30), ("2026/27 Q2", 50), ("2026/27 Q3", 80)]
        #expect(direction(.higher, figures, against: .previous, basis: .cumulative) == .notComparable)
        #expect(direction(.higher, figures, against: .lastThree, basis: .cumulative) == .notComparable)
        #expect(direction(.higher, figures, against: .sameLastYear, basis: .cumulative) == .improving)
    }

    @Test func `three figures that go one way are a direction, and others are none`() {
        func three(_ figures: Int...) -> Direction? {
            let names = ["2026/27 Q1", "2026/27 Q2", "2026/27 Q3"]
            return direction(.higher, Array(zip(names, figures)), against: .lastThree)
        }
        #expect(three(50, 60, 70) == .improving)
        #expect(three(70, 60, 50) == .worsening)
        #expect(three(50, 70, 60) == .stable)
        #expect(three(50, 50, 60) == .stable)
    }

    @Test func `a figure by a new method is not compared with one by the old`() {
        var row = indicator([("2026/27 Q2", .actual, number(50)), ("2026/27 Q3", .actual, number(60))])
        row.figures[.init(quarter, .actual)]?.qualifiers = [.revised]
        #expect(row.direction(at: quarter, against: .previous, band: nil) == .notComparable)
        row.figures[.init(quarter.before(1), .actual)]?.qualifiers = [.revised]
        #expect(row.direction(at: quarter, against: .previous, band: nil) == .improving)
    }
}
