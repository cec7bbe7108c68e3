// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What one directorate reports in one round.
package struct DirectorateReturn: Sendable, Hashable {
    /// A table that the return asks for.
    package struct TableRequest: Sendable, Hashable {
        /// A file in `layouts/tables/`.
        package var kind: String
        package var classes: [ReportedClass]
        /// By which the statement puts it in.
        package var name: String?
        /// In place of the kind's own.
        package var title: Prose?
        /// Only the indicators of this group.
        package var group: String?
        package var introduction: Prose
        package var location: SourceLocation

        package init(
            kind: String,
            classes: [ReportedClass],
            name: String? = nil,
            title: Prose? = nil,
            group: String? = nil,
            introduction: Prose = Prose(),
            location: SourceLocation
        ) {
            self.kind = kind
            self.classes = classes
            self.name = name
            self.title = title
            self.group = group
            self.introduction = introduction
            self.location = location
        }
    }

    /// A note's text, and the name by which marks refer to it.
    package struct Note: Sendable, Hashable {
        package var name: String
        package var text: Prose
        package var location: SourceLocation

        package init(name: String, text: Prose, location: SourceLocation) {
            self.name = name
            self.text = text
            self.location = location
        }
    }

    /// The tables that the statement does not put in: they follow it.
    package var tablesAfterStatement: [TableRequest] {
        let placed = Set(statement.insertions)
        return tables.filter { table in table.name.map { !placed.contains($0) } ?? true }
    }

    package var directorate: String
    package var declares: [ReportedClass]
    package var received: CalendarDate?
    package var signatory: String
    package var numbersStatement: Bool
    package var statement: Prose
    package var tables: [TableRequest]
    package var items: [PlanItem]
    package var indicators: [Indicator]
    /// How many each unit has in all, where the rows are only the exceptions.
    package var totals: [ReportedClass: [String: Int]]
    /// Units that returned and have nothing to report.
    package var nilReturns: Set<String>
    package var notes: [Note]
    /// Why rows and passages are exempt.
    package var exemptReasons: [ExemptReason]
    package var location: SourceLocation

    package init(
        directorate: String,
        declares: [ReportedClass],
        received: CalendarDate? = nil,
        signatory: String,
        numbersStatement: Bool = false,
        statement: Prose = Prose(),
        tables: [TableRequest] = [],
        items: [PlanItem] = [],
        indicators: [Indicator] = [],
        totals: [ReportedClass: [String: Int]] = [:],
        nilReturns: Set<String> = [],
        notes: [Note] = [],
        exemptReasons: [ExemptReason] = [],
        location: SourceLocation
    ) {
        self.directorate = directorate
        self.declares = declares
        self.received = received
        self.signatory = signatory
        self.numbersStatement = numbersStatement
        self.statement = statement
        self.tables = tables
        self.items = items
        self.indicators = indicators
        self.totals = totals
        self.nilReturns = nilReturns
        self.notes = notes
        self.exemptReasons = exemptReasons
        self.location = location
    }
}
