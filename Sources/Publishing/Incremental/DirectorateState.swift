// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import Monitoring

/// How complete one directorate's return is.
package struct DirectorateState: Sendable, Hashable, Codable {
    package var id: String
    /// As the council writes it.
    package var name: String
    /// Whether there is a return that can be used.
    package var hasReturned: Bool
    /// The day on which its return came, or `nil` if the return does not say.
    package var received: CalendarDate?
    /// Rows of actions, of activities and of indicators.
    package var rows: Int
    /// Units that say that they have nothing to report.
    package var nilReturns: Int
    package var errors: Int
    package var warnings: Int

    package init(
        id: String,
        name: String,
        hasReturned: Bool,
        received: CalendarDate? = nil,
        rows: Int = 0,
        nilReturns: Int = 0,
        errors: Int = 0,
        warnings: Int = 0
    ) {
        self.id = id
        self.name = name
        self.hasReturned = hasReturned
        self.received = received
        self.rows = rows
        self.nilReturns = nilReturns
        self.errors = errors
        self.warnings = warnings
    }

    /// Those of a round, in the council's order.
    static func all(in round: MonitoringRound, diagnostics: [Diagnostic]) -> [DirectorateState] {
        round.council.directorates.map { directorate in
            let own = round.directorateReturn(directorate.id)
            let count = DiagnosticCount(diagnostics.filter { $0.subject == .directorateReturn(directorate.id) })
            return DirectorateState(
                id: directorate.id,
                name: directorate.name,
                hasReturned: own != nil,
                received: own?.received,
                rows: own.map { $0.items.count + $0.indicators.count } ?? 0,
                nilReturns: own?.unitsWithNilReturns.count ?? 0,
                errors: count.errors,
                warnings: count.warnings
            )
        }
    }
}
