// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

/// How far figures are from their targets, and where they are beside what was expected.
struct VarianceTests {
    private static let place = SourceLocation(file: "indicators.csv", line: 2, column: 1)
    private static let quarter = Period(year: ReportingYear(first: 2026), span: .quarter(3))

    private func indicator(
        _ figures: [(Indicator.FigureKey.Kind, Quantity)],
        polarity: Indicator.Polarity = .higher
    ) -> Indicator {
        var indicator = Indicator(
            measure: Prose(text: "Income", at: Self.place),
            polarity: polarity,
            figures: [:],
            comment: .own(reason: Prose(), response: Prose()),
            location: Self.place
        )
        for (kind, quantity) in figures {
            indicator.figures[.init(Self.quarter, kind)] = Observation(.number(quantity), at: Self.place)
        }
        return indicator
    }

    private func money(_ digits: Int, _ decimals: Int, _ scale: Quantity.Scale) -> Quantity {
        Quantity(digits: digits, decimals: decimals, scale: scale, currency: "£")
    }

    @Test func `a figure is so much under its target, in its own scale, and so many per cent`() throws {
        let found = indicator([(.actual, money(1522, 3, .million)), (.target, money(1575, 3, .million))])
        let variance = try #require(found.variance(at: Self.quarter))
        #expect(variance.difference == money(53, 3, .million))
        #expect(variance.percent == Quantity(digits: 34, decimals: 1, unit: "%"))
        #expect(variance.sign < 0)
    }

    @Test func `numbers of two scales differ by ones`() throws {
        let found = indicator([(.actual, money(2, 0, .million)), (.target, money(1500, 0, .thousand))])
        let variance = try #require(found.variance(at: Self.quarter))
        #expect(variance.difference == money(500_000, 0, .one))
        #expect(variance.percent == Quantity(digits: 333, decimals: 1, unit: "%"))
        #expect(variance.sign > 0)
    }

    @Test func `percentages differ by points, and not by a percentage of one another`() throws {
        let share = { Quantity(digits: $0, decimals: 1, unit: "%") }
        let found = indicator([(.actual, share(481)), (.target, share(500))])
        let variance = try #require(found.variance(at: Self.quarter))
        #expect(variance.difference == Quantity(digits: 19, decimals: 1, unit: "points"))
        #expect(variance.percent == nil)
    }

    @Test func `a forecast stands in for a figure that is not there, and a target of nothing has no percentage`() throws
    {
        let found = indicator([(.forecast, Quantity(digits: 4)), (.target, Quantity(digits: 0))])
        let variance = try #require(found.variance(at: Self.quarter))
        #expect(variance.difference == Quantity(digits: 4))
        #expect(variance.percent == nil)
    }

    @Test func `different things have no difference, and numbers out of all proportion none either`() {
        #expect(
            indicator([(.actual, Quantity(digits: 4, unit: "days")), (.target, Quantity(digits: 4))]).variance(
                at: Self.quarter
            ) == nil
        )
        let far = indicator([(.actual, Quantity(digits: .max)), (.target, Quantity(digits: -.max, decimals: 2))])
        #expect(far.variance(at: Self.quarter)?.difference == nil)
        #expect(indicator([(.actual, Quantity(digits: 4))]).variance(at: Self.quarter) == nil)
    }

    @Test(arguments: [(379, RangeStanding.below), (380, .within), (450, .within), (451, .above)])
    func `a figure is below, within or above the range in which it is expected`(digits: Int, standing: RangeStanding)
        throws
    {
        let found = indicator(
            [(.actual, Quantity(digits: digits)), (.low, Quantity(digits: 380)), (.high, Quantity(digits: 450))],
            polarity: .neither
        )
        #expect(try #require(found.expectedRange(at: Self.quarter)).standing == standing)
    }

    @Test(arguments: [
        (Quantity(digits: 100, unit: "%"), Indicator.Polarity.higher, true),
        (Quantity(digits: 1000, decimals: 1, unit: "%"), .higher, true),
        (Quantity(digits: 99, unit: "%"), .higher, false), (Quantity(digits: 100), .higher, false),
        (Quantity(digits: 0), .lower, true), (Quantity(digits: 1), .lower, false),
        (Quantity(digits: 100, unit: "%"), .neither, false),
    ])
    func `a figure that cannot be better is at best`(figure: Quantity, polarity: Indicator.Polarity, isAtBest: Bool) {
        #expect(indicator([(.actual, figure)], polarity: polarity).isAtBest(at: Self.quarter) == isAtBest)
    }
}
