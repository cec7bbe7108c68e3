// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// How complete a round is: what was expected of each directorate and each of its units, and what has come (the "100% check" of a monitoring
/// round).
package struct Completeness: Sendable, Hashable {
    /// What can be missing in a row that is there.
    package enum Gap: String, Sendable, Hashable, CaseIterable {
        /// A row without a status.
        case status
        /// An exception without a reason.
        case reason
        /// An indicator that is not on course without a comment.
        case comment
        /// A figure that is neither there nor absent for a reason, a target among them.
        case figure
    }

    /// A unit that is expected to report, or a division that has none.
    package struct Unit: Sendable, Hashable {
        /// As the council writes it.
        package var name: String
        /// What it has said.
        package var answer: DirectorateReturn.Answer

        package init(name: String, answer: DirectorateReturn.Answer) {
            self.name = name
            self.answer = answer
        }
    }

    /// The return of one directorate.
    package struct Return: Sendable, Hashable {
        /// The identifier of the directorate.
        package var directorate: String
        /// As the council writes it.
        package var name: String
        /// Whether there is a return that can be used.
        package var hasCome: Bool
        /// The day on which it came, or `nil` if it does not say.
        package var received: CalendarDate?
        /// Those that are expected to report, in the council's order.
        package var units: [Unit]
        /// Rows of actions, activities and indicators that can be used.
        package var rows: Int
        /// How often each thing is missing in its rows.
        package var gaps: [Gap: Int]
        /// How many other errors its files have, for which rows may be missing here.
        package var errors: Int
        /// Who leads the directorate, and so whom to ask for what is missing; `nil` if the council does not say.
        package var head: String?

        package init(
            directorate: String,
            name: String,
            hasCome: Bool,
            received: CalendarDate? = nil,
            units: [Unit],
            rows: Int,
            gaps: [Gap: Int] = [:],
            errors: Int = 0,
            head: String? = nil
        ) {
            self.directorate = directorate
            self.name = name
            self.hasCome = hasCome
            self.received = received
            self.units = units
            self.rows = rows
            self.gaps = gaps
            self.errors = errors
            self.head = head
        }

        /// How many units have rows.
        package var unitsWithRows: Int { units.count { if case .rows = $0.answer { true } else { false } } }
        /// How many units have said that they have nothing to report.
        package var nilReturns: Int { units.count { $0.answer == .nilReturn } }
        /// The units that have said nothing.
        package var missingUnits: [Unit] { units.filter { $0.answer == .notReceived } }
        /// Whether nothing is missing in it, so far as can be told: it has no errors.
        package var isComplete: Bool {
            hasCome && missingUnits.isEmpty && errors == 0 && gaps.values.allSatisfy { $0 == 0 }
        }
    }

    /// In the council's order.
    package var returns: [Return]
    /// The day by which returns are sent, or `nil` if the round does not say.
    package var due: CalendarDate?

    package init(returns: [Return], due: CalendarDate? = nil) {
        self.returns = returns
        self.due = due
    }

    /// That of a round.
    ///
    /// - Parameter diagnostics: those of reading the round: a row with something missing may not be in the model.
    package init(of round: MonitoringRound, diagnostics: [Diagnostic]) {
        var gaps: [String: [Gap: Int]] = [:]
        var errors: [String: Int] = [:]
        for diagnostic in diagnostics {
            guard case .directorateReturn(let directorate)? = diagnostic.subject else { continue }
            if let gap = Gap(diagnostic) {
                gaps[directorate, default: [:]][gap, default: 0] += 1
            } else if diagnostic.severity == .error {
                errors[directorate, default: 0] += 1
            }
        }
        due = round.round.returnsDue
        returns = round.council.directorates.map { directorate in
            let own = round.directorateReturn(directorate.id)
            let answers =
                own?.answers(in: directorate)
                ?? directorate.reportingPlaces.map { (place: $0, answer: DirectorateReturn.Answer.notReceived) }
            return Return(
                directorate: directorate.id,
                name: directorate.name,
                hasCome: own != nil,
                received: own?.received,
                units: answers.map { Unit(name: $0.place.unit ?? $0.place.division ?? $0.place.id, answer: $0.answer) },
                rows: own.map { $0.items.count + $0.indicators.count } ?? 0,
                gaps: gaps[directorate.id] ?? [:],
                errors: errors[directorate.id] ?? 0,
                head: round.council.person(directorate.head.person).map { "\($0.name), \(directorate.head.title)" }
            )
        }
    }

    /// What is missing somewhere.
    package var gaps: [Gap] { Gap.allCases.filter { gap in returns.contains { $0.gaps[gap, default: 0] > 0 } } }

    /// Whether every return has come and nothing is missing in any.
    package var isComplete: Bool { returns.allSatisfy(\.isComplete) }
}

extension Completeness.Gap {
    /// The gap that a diagnostic tells of, or `nil` if it tells of something else.
    fileprivate init?(_ diagnostic: Diagnostic) {
        switch diagnostic.rule {
        case .missingReason: self = .reason
        case .missingComment: self = .comment
        case .missingValue: self = .figure
        case .missingCell where diagnostic.location?.field == "status": self = .status
        default: return nil
        }
    }
}

// MARK: - JSON

extension Completeness: Encodable {
    private enum Key: CodingKey { case due, returns }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(due?.iso8601, forKey: .due)
        try members.encode(returns, forKey: .returns)
    }
}

extension Completeness.Return: Encodable {
    private enum Key: String, CodingKey {
        case directorate, name, head, received, units, rows, gaps, errors
        case hasCome = "has-come"
        case isComplete = "is-complete"
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(directorate, forKey: .directorate)
        try members.encode(name, forKey: .name)
        try members.encode(head, forKey: .head)
        try members.encode(hasCome, forKey: .hasCome)
        try members.encode(received?.iso8601, forKey: .received)
        try members.encode(isComplete, forKey: .isComplete)
        try members.encode(rows, forKey: .rows)
        try members.encode(units, forKey: .units)
        try members.encode(errors, forKey: .errors)
        let named = Completeness.Gap.allCases.map { ($0.rawValue, gaps[$0] ?? 0) }
        try members.encode(Dictionary(uniqueKeysWithValues: named), forKey: .gaps)
    }
}

extension Completeness.Unit: Encodable {
    private enum Key: String, CodingKey { case name, answer, rows }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(name, forKey: .name)
        switch answer {
        case .rows(let count):
            try members.encode("rows", forKey: .answer)
            try members.encode(count, forKey: .rows)
        case .nilReturn: try members.encode("nil", forKey: .answer)
        case .notReceived: try members.encode("missing", forKey: .answer)
        }
    }
}
