// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Something that a unit's business plan promises: a core service, a forecast activity level, or a project,
/// development or key action.
package struct PlanItem: Sendable, Hashable {
    /// Which of the kinds of promise it is; never an indicator.
    package var reportedClass: ReportedClass
    /// A unit, or a division that reports in its own right.
    package var unit: String
    /// As the business plan numbers it.
    package var reference: String?
    /// What is promised.
    package var title: Prose
    /// What was to come of it; empty if the return does not say.
    package var outcome: Prose
    /// For an activity level.
    package var forecast: Observation?
    package var actual: Observation?
    /// When it was due, or `nil` if the plan does not say.
    package var due: DueDate?
    /// How it is against the plan; decides whether it is an exception.
    package var status: StatusWord
    /// Why it is as it is and what is done, for an exception.
    package var comment: Comment
    /// What else the return says of it, by the names of the fields.
    package var details: [String: Detail]
    /// Where the row is not for publication.
    package var exemption: Exemption?
    /// The row, for diagnostics.
    package var location: SourceLocation

    package init(
        reportedClass: ReportedClass,
        unit: String,
        reference: String? = nil,
        title: Prose,
        outcome: Prose = Prose(),
        forecast: Observation? = nil,
        actual: Observation? = nil,
        due: DueDate? = nil,
        status: StatusWord,
        comment: Comment,
        details: [String: Detail] = [:],
        exemption: Exemption? = nil,
        location: SourceLocation
    ) {
        self.reportedClass = reportedClass
        self.unit = unit
        self.reference = reference
        self.title = title
        self.outcome = outcome
        self.forecast = forecast
        self.actual = actual
        self.due = due
        self.status = status
        self.comment = comment
        self.details = details
        self.exemption = exemption
        self.location = location
    }
}

extension PlanItem {
    /// Everything that its row says in prose.
    package var prose: [Prose] {
        var texts: [Prose] = []
        visitProse { texts.append($0) }
        return texts
    }

    /// Visits everything that its row says in prose, without an array of it: rows are many.
    package func visitProse(_ visit: (Prose) -> Void) {
        visit(title)
        visit(outcome)
        comment.visitProse(visit)
        if !details.isEmpty { details.sortedByName.compactMap(\.prose).forEach(visit) }
    }

    /// Every figure of its row.
    package var observations: [Observation] {
        [forecast, actual].compactMap(\.self) + details.sortedByName.compactMap(\.observation)
    }
}

extension [String: Detail] {
    /// In the order of their names, so that the same return is always read in the same order.
    package var sortedByName: [Detail] { sorted { $0.key < $1.key }.map(\.value) }
}

/// The reason for the status of a row, and the response to it.
package enum Comment: Sendable, Hashable {
    case own(reason: Prose, response: Prose)
    /// The row shares the comment of the row above it.
    case sharedWithRowAbove

    /// Whether it says anything itself.
    package var isWritten: Bool {
        switch self {
        case .own(let reason, let response): !reason.isEmpty || !response.isEmpty
        case .sharedWithRowAbove: false
        }
    }

    /// Visits what it says itself.
    func visitProse(_ visit: (Prose) -> Void) {
        guard case .own(let reason, let response) = self else { return }
        visit(reason)
        visit(response)
    }
}
