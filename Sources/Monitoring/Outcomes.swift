// SPDX-License-Identifier: Apache-2.0

extension DirectorateReturn {
    /// The units with at least one row, whatever its status.
    package var unitsWithRows: Set<String> {
        Set(items.map(\.unit)).union(indicators.compactMap(\.unit))
    }

    /// The units with at least one row of a class.
    package func unitsWithRows(of reported: ReportedClass) -> Set<String> {
        reported == .indicators
            ? Set(indicators.compactMap(\.unit)) : Set(items.filter { $0.reportedClass == reported }.map(\.unit))
    }

    /// The units that have nothing to report of some class.
    package var unitsWithNilReturns: Set<String> { nilReturns.values.reduce(into: []) { $0.formUnion($1) } }

    /// The units that have nothing to report of any of some classes.
    package func unitsWithNilReturns(of classes: [ReportedClass]) -> Set<String> {
        unitsWithNilReturns.filter { unit in classes.allSatisfy { nilReturns[$0]?.contains(unit) == true } }
    }

    /// How many of a class are not on course, of how many in all.
    ///
    /// A unit's total is the one that the return states, or else the number of its rows: every row is then listed, not
    /// only the exceptions.
    package func notOnTarget(_ reportedClass: ReportedClass) -> Share {
        let counts = statusCounts(of: reportedClass).values
        return counts.reduce(into: StatusCounts()) { $0 += $1 }.exceptions
    }

    /// How each expected unit answered.
    package enum Answer: Sendable, Hashable {
        case rows(Int)
        case nilReturn
        case notReceived
    }

    /// What every unit of the directorate that should report has said, in the council's order.
    ///
    /// Whether a unit has anything of a class is for the council to know: rows or a nil return of one class are an answer.
    package func answers(in directorate: Directorate) -> [(place: Place, answer: Answer)] {
        var rows: [String: Int] = [:]
        for item in items { rows[item.unit, default: 0] += 1 }
        for indicator in indicators { rows[indicator.unit ?? "", default: 0] += 1 }
        let nilReturns = unitsWithNilReturns
        return directorate.reportingPlaces.map { place in
            if let count = rows[place.id] { return (place, .rows(count)) }
            return (place, nilReturns.contains(place.id) ? .nilReturn : .notReceived)
        }
    }
}
