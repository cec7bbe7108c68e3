// SPDX-License-Identifier: Apache-2.0

/// Others whose figures a council puts beside its own: the country, a region, its nearest neighbours.
///
/// What figure of theirs it is, such as an average or the best quartile, is a part of the name.
package struct Comparator: Sendable, Hashable {
    /// A figure of a comparator: whose, and of which period.
    package struct FigureKey: Sendable, Hashable {
        /// The comparator's identifier.
        package var comparator: String
        /// The period that the figure is of.
        package var period: Period

        package init(_ comparator: String, _ period: Period) {
            self.comparator = comparator
            self.period = period
        }
    }

    /// By which columns of returns may call it.
    package var id: String
    /// As papers print it, and columns of returns may call it.
    package var name: String
    /// Where its figures are published.
    package var source: String

    package init(id: String, name: String, source: String) {
        self.id = id
        self.name = name
        self.source = source
    }
}

extension Comparator.FigureKey: CustomStringConvertible {
    /// As a column of a return may be called: `england 2025/26`.
    package var description: String { "\(comparator) \(period)" }
}

extension Indicator {
    /// The result of comparing a figure with that of a comparator.
    package enum Standing: String, Sendable, Hashable, CaseIterable {
        case better
        case same = "the same"
        case worse
        case notComparable = "not comparable"
    }

    /// A position among those that are ranked; the first is the best.
    package struct Rank: Sendable, Hashable {
        /// Counted from one, the best.
        package let position: Int
        /// How many are ranked.
        package let count: Int

        /// - Returns: `nil` if the position is not from 1 to `count`, or `count` is over a million.
        package init?(_ position: Int, of count: Int) {
            guard (1...1_000_000).contains(count), (1...count).contains(position) else { return nil }
            self.position = position
            self.count = count
        }

        /// Reads `8 of 22` or `8/22`.
        package init?(_ text: some StringProtocol) {
            let words = text.lowercased().replacing("/", with: " of ").split { " \u{A0}".contains($0) }
            guard words.count == 3, words[1] == "of", let position = Int(digits: words[0]),
                let count = Int(digits: words[2])
            else { return nil }
            self.init(position, of: count)
        }

        /// Whether a quarter may hold it: either of two may if the boundary between them goes through it, since methods differ on that.
        package func isIn(_ quartile: Quartile) -> Bool {
            let first = 4 * (position - 1) / count + 1
            let last = (4 * position + count - 1) / count
            return (first...last).contains(quartile.rawValue)
        }
    }

    /// A quarter of those that are ranked.
    package enum Quartile: Int, Sendable, Hashable, CaseIterable {
        case best = 1
        case second, third, worst

        /// Reads `1`, the best, to `4`.
        package init?(_ text: some StringProtocol) {
            guard let quartile = Int(digits: text).flatMap(Self.init(rawValue:)) else { return nil }
            self = quartile
        }
    }

    /// Compares the indicator's own figure with a comparator's of the same period, exactly and by polarity.
    ///
    /// A figure of another period is never put in its place: figures of others are published late, and a later figure of one's own beside
    /// them would tell of something else.
    ///
    /// - Returns: `nil` if neither way is better or the comparator has no figure.
    package func standing(to key: Comparator.FigureKey) -> Standing? {
        guard polarity != .neither, let others = comparatorFigures[key] else { return nil }
        if case .absent = others.value { return nil }
        guard case .number(let theirs) = others.value, case .number(let own)? = ownFigure(for: key)?.value,
            let theirs = ExactNumber(theirs), let own = ExactNumber(own), let sign = own.compared(with: theirs)
        else { return .notComparable }
        if sign == 0 { return .same }
        return (sign > 0) == (polarity == .higher) ? .better : .worse
    }

    /// The indicator's own figure of a comparator's period, or `nil` if the return has none.
    package func ownFigure(for key: Comparator.FigureKey) -> Observation? { figures[FigureKey(key.period, .actual)] }

    /// The figures of a comparator that there are, the newest first; none for those that are not applicable.
    package func comparisons(with comparator: Comparator) -> [(key: Comparator.FigureKey, observation: Observation)] {
        comparatorFigures
            .filter { $0.key.comparator == comparator.id && $0.value.value != .absent(.notApplicable) }
            .sorted { $0.key.period > $1.key.period }
            .map { (key: $0.key, observation: $0.value) }
    }
}
