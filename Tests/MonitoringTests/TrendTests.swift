// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

/// The figures of an indicator from period to period, with their targets.
struct TrendTests {
    private let place = SourceLocation(file: "indicators.csv")
    private let year = ReportingYear(first: 2026)

    private func quarter(_ number: Int, _ yearsAgo: Int = 0) -> Period {
        Period(year: year.before(yearsAgo), span: .quarter(number))
    }

    private func indicator(
        _ figures: [(Period, Indicator.FigureKey.Kind, Value)],
        _ polarity: Indicator.Polarity = .higher,
        basis: Indicator.Basis? = nil
    ) -> Indicator {
        Indicator(
            measure: Prose(text: "Visits", at: place),
            polarity: polarity,
            figures: Dictionary(
                uniqueKeysWithValues: figures.map { (Indicator.FigureKey($0, $1), Observation($2, at: place)) }
            ),
            basis: basis,
            comment: .own(reason: Prose(), response: Prose()),
            location: place
        )
    }

    private func percent(_ digits: Int) -> Value { .number(Quantity(digits: digits, unit: "%")) }

    @Test func `every period from the first figure to the latest is a point, also one without a figure`() throws {
        let trend = try #require(
            indicator([
                (quarter(3, 1), .actual, percent(50)), (quarter(4, 1), .actual, .absent(.notAvailable)),
                (quarter(2), .actual, percent(52)), (quarter(3), .actual, percent(51)),
            ]).trend(to: quarter(3))
        )
        #expect(trend.points.map(\.period) == [quarter(3, 1), quarter(4, 1), quarter(1), quarter(2), quarter(3)])
        #expect(trend.points.map(\.figure?.digits) == [50, nil, nil, 52, 51])
        #expect(trend.change == 1)
    }

    @Test func `a target is that of the period, or else of its year, and met by the polarity`() throws {
        let figures: [(Period, Indicator.FigureKey.Kind, Value)] = [
            (quarter(4, 1), .actual, percent(50)), (quarter(1), .actual, percent(50)),
            (quarter(2), .actual, percent(49)), (quarter(2), .target, percent(48)),
            (Period(year: year, span: .year), .target, percent(50)),
        ]
        let higher = try #require(indicator(figures).trend(to: quarter(2)))
        #expect(higher.points.map(\.target?.digits) == [nil, 50, 48])
        #expect(higher.points.map(\.meetsTarget) == [nil, true, true])
        #expect(higher.change == -1)
        let lower = try #require(indicator(figures, .lower).trend(to: quarter(2)))
        #expect(lower.points.map(\.meetsTarget) == [nil, true, false])
        let neither = try #require(indicator(figures, .neither).trend(to: quarter(2)))
        #expect(neither.points.map(\.meetsTarget) == [nil, nil, nil])
        let cumulative = try #require(indicator(figures, basis: .cumulative).trend(to: quarter(2)))
        #expect(cumulative.points.map(\.target?.digits) == [nil, nil, 48])
    }

    @Test func `a number of something else than the latest is no figure of the line`() throws {
        let trend = try #require(
            indicator([
                (quarter(4, 1), .actual, percent(50)), (quarter(1), .actual, .number(Quantity(digits: 900))),
                (quarter(2), .actual, percent(52)),
            ]).trend(to: quarter(2))
        )
        #expect(trend.points.map(\.figure?.digits) == [50, nil, 52])
    }

    @Test func `an indicator that is measured once a year has a line of years`() throws {
        let years = (0...2).map { Period(year: year.before($0), span: .year) }
        let trend = try #require(indicator(years.map { ($0, .actual, percent(40)) }).trend(to: quarter(2)))
        #expect(trend.points.map(\.period) == years.reversed())
        #expect(trend.change == 0)
    }

    @Test func `fewer than two figures make no line, and more than thirteen periods are not shown`() throws {
        #expect(indicator([(quarter(2), .actual, percent(5))]).trend(to: quarter(2)) == nil)
        let many = (0..<20).map { (quarter(2).before($0), Indicator.FigureKey.Kind.actual, percent(5)) }
        #expect(try #require(indicator(many).trend(to: quarter(2))).points.count == 13)
    }

    @Test(arguments: [
        (Quantity(digits: 6869, decimals: 2), 68.69), (Quantity(digits: 5, scale: .million), 5_000_000.0),
        (Quantity(digits: -25, decimals: 1, unit: "%"), -2.5),
    ])
    func `a quantity is drawn where it is`(quantity: Quantity, value: Double) {
        #expect(abs(quantity.approximate - value) < 1e-9)
    }
}
