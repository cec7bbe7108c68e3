// SPDX-License-Identifier: Apache-2.0

extension DirectorateReturn {
    /// The units with at least one row, whatever its status.
    package var unitsWithRows: Set<String> {
        Set(items.map(\.unit)).union(indicators.compactMap(\.unit))
    }

    /// How many of a class are not on course, of how many in all.
    ///
    /// A unit's total is the one that the return states, or else the number of its rows: every row is then listed, not
    /// only the exceptions.
    package func notOnTarget(_ reportedClass: ReportedClass) -> Share {
        let byUnit = counts(of: reportedClass)
        return Share(byUnit.values.map(\.numerator).reduce(0, +), of: byUnit.values.map(\.denominator).reduce(0, +))
    }

    /// The same for each unit; indicators without a unit are counted under an empty name.
    package func counts(of reportedClass: ReportedClass) -> [String: Share] {
        var counts: [String: Share] = [:]
        func count(_ unit: String, isException: Bool?) {
            counts[unit, default: Share(0, of: 0)].denominator += 1
            if isException == true { counts[unit, default: Share(0, of: 0)].numerator += 1 }
        }
        switch reportedClass {
        case .indicators:
            for indicator in indicators { count(indicator.unit ?? "", isException: indicator.isException) }
        case .coreServices, .activity, .actions:
            for item in items where item.reportedClass == reportedClass {
                count(item.unit, isException: item.status.isException)
            }
        }
        for (unit, total) in totals[reportedClass] ?? [:] {
            counts[unit, default: Share(0, of: 0)].denominator = total
        }
        return counts
    }

    /// How each expected unit answered.
    package enum Answer: Sendable, Hashable {
        case rows(Int)
        case nilReturn
        case notReceived
    }

    /// What every unit of the directorate that should report has said, in the council's order.
    package func answers(in directorate: Directorate) -> [(place: Place, answer: Answer)] {
        var rows: [String: Int] = [:]
        for item in items { rows[item.unit, default: 0] += 1 }
        for indicator in indicators { rows[indicator.unit ?? "", default: 0] += 1 }
        return directorate.reportingPlaces.map { place in
            if let count = rows[place.id] { return (place, .rows(count)) }
            return (place, nilReturns.contains(place.id) ? .nilReturn : .notReceived)
        }
    }
}
