// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What one directorate reports in one round.
package struct DirectorateReturn: Sendable, Hashable {
    /// A table that the return asks for.
    package struct TableRequest: Sendable, Hashable {
        /// A file in `layouts/tables/`.
        package var kind: String
        /// Which rows the table lists, by what they are.
        package var classes: [ReportedClass]
        /// By which the statement puts it in.
        package var name: String?
        /// In place of the kind's own.
        package var title: Prose?
        /// Only the indicators of this group.
        package var group: String?
        /// Text before the table; empty for none.
        package var introduction: Prose
        /// Where the return asks for the table, for diagnostics.
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
        /// As marks write it: `method` for `[^method]`.
        package var name: String
        /// What is printed; may refer to other notes.
        package var text: Prose
        /// Where the return has the note, for diagnostics.
        package var location: SourceLocation

        package init(name: String, text: Prose, location: SourceLocation) {
            self.name = name
            self.text = text
            self.location = location
        }
    }

    /// Whether every plan item of some classes is on course or done.
    package func isOnCourseOrDone(_ classes: [ReportedClass]) -> Bool {
        items.allSatisfy { !classes.contains($0.reportedClass) || $0.status.meaning.isOnCourseOrDone }
    }

    /// The tables that the statement does not put in: they follow it.
    package var tablesAfterStatement: [TableRequest] {
        let placed = Set(statement.insertions)
        return tables.filter { table in table.name.map { !placed.contains($0) } ?? true }
    }

    /// The identifier of the directorate, which is the name of the folder.
    package var directorate: String
    /// What the directorate reports on in this round; a class that it does not declare has no rows.
    package var declares: [ReportedClass]
    /// The day on which the return came, or `nil` if it does not say.
    package var received: CalendarDate?
    /// The identifier of the person who signs the statement.
    package var signatory: String
    /// Whether the headings of the statement have numbers.
    package var numbersStatement: Bool
    /// What the head of the directorate says.
    package var statement: Prose
    /// In the order in which the return asks for them.
    package var tables: [TableRequest]
    /// Rows of plans, in the order of the files.
    package var items: [PlanItem]
    /// Rows of indicators, in the order of the file.
    package var indicators: [Indicator]
    /// The indicators of the round before, as that round gave them; empty where nothing is known of these.
    package var formerIndicators: [Indicator]
    /// How many each unit has in all, where the rows are only the exceptions.
    package var totals: [ReportedClass: [String: Int]]
    /// Units that returned and have nothing to report of a class; one with nothing to report at all is under every class.
    package var nilReturns: [ReportedClass: Set<String>]
    /// What marks in the statement and in the rows refer to.
    package var notes: [Note]
    /// Why rows and passages are exempt.
    package var exemptReasons: [ExemptReason]
    /// The file `return.yaml`, for diagnostics.
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
        formerIndicators: [Indicator] = [],
        totals: [ReportedClass: [String: Int]] = [:],
        nilReturns: [ReportedClass: Set<String>] = [:],
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
        self.formerIndicators = formerIndicators
        self.totals = totals
        self.nilReturns = nilReturns
        self.notes = notes
        self.exemptReasons = exemptReasons
        self.location = location
    }
}
