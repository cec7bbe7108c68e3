// SPDX-License-Identifier: Apache-2.0

/// The figures of an indicator over consecutive periods of one length, with the target of each period.
package struct Trend: Sendable, Hashable {
    /// One period.
    package struct Point: Sendable, Hashable {
        /// Each follows that of the point before it.
        package var period: Period
        /// `nil` where there is no number, or one of something else than the latest is of.
        package var figure: Quantity?
        /// `nil` where nobody has set one.
        package var target: Quantity?
        /// Whether the figure reaches the target; `nil` where one of the two is missing, or neither way is better.
        package var meetsTarget: Bool?
        /// The figure of the comparator; `nil` where it has none of the period.
        package var comparison: Quantity?
    }

    /// From the earliest to the latest, each period once.
    package var points: [Point]
    /// Whose figures are beside the council's own, if there are any.
    package var comparator: Comparator?

    /// The periods that have a figure.
    package var known: [Point] { points.filter { $0.figure != nil } }
}

extension Indicator {
    /// The figures up to a period, from the first that the return gives; of the lengths of periods, that of `period` or else whole years.
    ///
    /// - Parameters:
    ///   - most: how many periods at most.
    ///   - comparators: of these the first that has a figure of one of the periods is put beside the council's own.
    /// - Returns: `nil` for fewer than two numbers, which make no line.
    package func trend(to period: Period, most: Int = 13, comparedWith comparators: [Comparator] = []) -> Trend? {
        for latest in [period, period.wholeYear] {
            let trend = trend(endingWith: latest, most: most)
            guard trend.known.count >= 2 else { continue }
            return comparators.lazy.compactMap { trend.compared(with: $0, figures: comparatorFigures) }.first ?? trend
        }
        return nil
    }

    private func trend(endingWith latest: Period, most: Int) -> Trend {
        let periods = (0..<most).reversed().map(latest.before)
        let numbers = periods.map { figures[FigureKey($0, .actual)]?.quantity }
        let measure = numbers.compactMap(\.self).last.flatMap { ExactNumber($0) }?.measure
        func comparable(_ quantity: Quantity?) -> Quantity? {
            quantity.flatMap { ExactNumber($0)?.measure == measure ? $0 : nil }
        }
        let points = zip(periods, numbers).map { period, own in
            let figure = comparable(own)
            let target = comparable(goal(.target, at: period)?.quantity)
            return Trend.Point(
                period: period,
                figure: figure,
                target: target,
                meetsTarget: figure.flatMap { figure in target.flatMap { meets($0, figure) } }
            )
        }
        return Trend(points: Array(points.drop { $0.figure == nil }))
    }

    private func meets(_ target: Quantity, _ figure: Quantity) -> Bool? {
        guard polarity != .neither, let target = ExactNumber(target) else { return nil }
        return ExactNumber(figure)?.compared(with: target).map(reaches)
    }
}

extension Observation {
    /// Its number, or `nil` for another value.
    fileprivate var quantity: Quantity? { if case .number(let quantity) = value { quantity } else { nil } }
}

extension Trend {
    /// The trend with the figures of a comparator, or `nil` if it has none of the periods that can be drawn on the same scale.
    fileprivate func compared(with other: Comparator, figures: [Comparator.FigureKey: Observation]) -> Trend? {
        let measure = known.last?.figure.flatMap { ExactNumber($0) }?.measure
        var trend = self
        trend.comparator = other
        for index in points.indices {
            let figure = figures[Comparator.FigureKey(other.id, points[index].period)]?.quantity
            guard let figure, ExactNumber(figure)?.measure == measure else { continue }
            trend.points[index].comparison = figure
        }
        return trend.points.contains { $0.comparison != nil } ? trend : nil
    }

    /// How the first figure and the latest compare, as numbers: below zero for a fall; `nil` where they are too large.
    package var change: Int? {
        guard let first = known.first?.figure.flatMap({ ExactNumber($0) }),
            let last = known.last?.figure.flatMap({ ExactNumber($0) })
        else { return nil }
        return last.compared(with: first)
    }
}

extension Quantity {
    /// The number as it is drawn, and never printed.
    package var approximate: Double {
        var value = Double(digits)
        for _ in 0..<decimals { value /= 10 }
        return value * Double(scale.factor)
    }
}

extension Quantity.Scale {
    /// What the digits are multiplied by.
    package var factor: Int {
        switch self {
        case .one: 1
        case .thousand: 1_000
        case .million: 1_000_000
        case .billion: 1_000_000_000
        }
    }
}
