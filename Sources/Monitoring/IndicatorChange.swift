// SPDX-License-Identifier: Apache-2.0

/// How an indicator is another than in the round before.
package enum IndicatorChange: Sendable, Hashable {
    case new(Indicator)
    case dropped(Indicator)
    /// Measures something else, or the other way is better.
    case redefined(Indicator, from: Indicator)
    /// Has another figure for a period than the round before gave.
    case revised(Indicator, Period, from: Quantity, to: Quantity)

    /// The indicator, of a dropped one as it was.
    package var indicator: Indicator {
        switch self {
        case .new(let indicator), .dropped(let indicator), .redefined(let indicator, _),
            .revised(let indicator, _, _, _):
            indicator
        }
    }
}

extension DirectorateReturn {
    /// What is new, dropped, redefined or revised, in the order of the indicators, the dropped ones last; empty where nothing is known of the
    /// round before.
    ///
    /// Indicators of the two rounds are matched by their references; those without a reference are left out.
    package var indicatorChanges: [IndicatorChange] {
        if formerIndicators.isEmpty { return [] }
        let former = Dictionary(formerIndicators.map { ($0.reference, $0) }) { first, _ in first }
        var changes: [IndicatorChange] = []
        for indicator in indicators {
            guard let reference = indicator.reference else { continue }
            guard let before = former[reference] else {
                changes.append(.new(indicator))
                continue
            }
            if indicator.measure.plainWords != before.measure.plainWords || indicator.polarity != before.polarity {
                changes.append(.redefined(indicator, from: before))
            } else {
                changes += indicator.revisions(of: before)
            }
        }
        let known = Set(indicators.map(\.reference))
        return changes
            + formerIndicators.filter { $0.reference != nil && !known.contains($0.reference) }.map { .dropped($0) }
    }
}

extension Indicator {
    /// The actual figures that are numbers in both rounds, and other ones now, from the earliest period.
    fileprivate func revisions(of former: Indicator) -> [IndicatorChange] {
        let keys = former.figures.keys.filter { $0.kind == .actual }.sorted { $0.period < $1.period }
        return keys.compactMap { key in
            guard case .number(let before)? = former.figures[key]?.value, case .number(let now)? = figures[key]?.value,
                let exactBefore = ExactNumber(before), let exactNow = ExactNumber(now),
                exactNow.compared(with: exactBefore) != 0
            else { return nil }
            return .revised(self, key.period, from: before, to: now)
        }
    }
}
