// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// The identifier of how a row stands, the same in every council whatever its words are.
struct StatusCode: Sendable, Hashable {
    let id: String

    init(_ status: Status) { self.init(id: status.rawValue.hyphenated) }

    init(_ verdict: Verdict) {
        switch verdict {
        case .step(let step): self.init(reaching: step.goal)
        case .unrated(let reason): self.init(id: reason.rawValue.hyphenated)
        }
    }

    init(_ standing: StatusCounts.Standing) {
        switch standing {
        case .status(let status): self.init(status.meaning)
        case .step(let step): self.init(reaching: step.goal)
        }
    }

    private init(reaching goal: RatingScale.Goal?) { self.init(id: "reaches-" + (goal?.rawValue ?? "none")) }

    private init(id: String) { self.id = id }

    /// Of rows that are counted and have no status, or no rating.
    static let none = StatusCode(id: "without-status")
    /// Of rows that a return counts in its totals and does not list.
    static let notListed = StatusCode(id: "not-listed")

    /// Those of rows that have one of their own.
    static let ofRows: [String] =
        Status.allCases.map { StatusCode($0).id }
        + (RatingScale.Goal.allCases.map(Optional.some) + [nil]).map { StatusCode(reaching: $0).id }
        + Verdict.Unrated.allCases.map { StatusCode(.unrated($0)).id }

    /// Those of counts.
    static let ofCounts = ofRows + [none.id, notListed.id]
}

extension String {
    /// An identifier of a phrase: `not-on-course`.
    var hyphenated: String { replacing(" ", with: "-") }
}
