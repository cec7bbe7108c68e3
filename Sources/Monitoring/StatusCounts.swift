// SPDX-License-Identifier: Apache-2.0

/// How many rows have each status.
package struct StatusCounts: Sendable, Hashable {
    /// How a row stands: by a status in the word of its return, or by a step of the council's scale.
    package enum Standing: Sendable, Hashable {
        case status(StatusWord)
        case step(RatingScale.Step)

        /// Whether the row is reported as an exception.
        package var isException: Bool {
            switch self {
            case .status(let status): status.isException
            case .step(let step): step.isException
            }
        }
    }

    /// Rows that the return lists, by how they stand.
    package private(set) var listed: [Standing: Int] = [:]
    /// Rows that the return lists without a status, or that have no rating.
    package private(set) var withoutStatus = 0
    /// Of the rows without a status, those that have no figure: nobody has reported it, or not yet.
    package private(set) var unreported = 0
    /// Rows that the return only counts in its totals, since it lists exceptions alone: none of them is an exception.
    package private(set) var unlisted = 0

    package init() {}

    /// Of all of them.
    package var total: Int { listed.values.reduce(withoutStatus + unlisted, +) }

    /// Of those that have a figure, whether it can be rated or not.
    package var reported: Int { total - unreported }

    /// Of those that have a status.
    package var rated: Int { total - withoutStatus }

    /// How many of them are exceptions.
    package var exceptions: Share {
        Share(listed.filter { $0.key.isException }.values.reduce(0, +), of: total)
    }

    /// How many of them are done.
    package var completed: Share {
        let done = listed.filter { standing, _ in
            if case .status(let status) = standing { status.meaning.isDone } else { false }
        }
        return Share(done.values.reduce(0, +), of: total)
    }

    /// Adds the rows of other counts.
    package static func += (counts: inout StatusCounts, other: StatusCounts) {
        counts.listed.merge(other.listed, uniquingKeysWith: +)
        counts.withoutStatus += other.withoutStatus
        counts.unreported += other.unreported
        counts.unlisted += other.unlisted
    }

    fileprivate mutating func add(_ standing: Standing?, isReported: Bool = true) {
        if let standing {
            listed[standing, default: 0] += 1
        } else {
            withoutStatus += 1
            if !isReported { unreported += 1 }
        }
    }

    fileprivate mutating func raise(to total: Int) { unlisted += max(0, total - self.total) }
}

extension DirectorateReturn {
    /// The statuses of a class for each unit; indicators without a unit are counted under an empty name.
    package func statusCounts(of reportedClass: ReportedClass) -> [String: StatusCounts] {
        var counts: [String: StatusCounts] = [:]
        switch reportedClass {
        case .indicators:
            for indicator in indicators {
                counts[indicator.unit ?? "", default: StatusCounts()].add(
                    indicator.standing,
                    isReported: indicator.isReported
                )
            }
        case .coreServices, .activity, .actions:
            // By their places: a row is large, and would be copied each time.
            for index in items.indices where items[index].reportedClass == reportedClass {
                counts[items[index].unit, default: StatusCounts()].add(.status(items[index].status))
            }
        }
        for (unit, total) in totals[reportedClass] ?? [:] { counts[unit, default: StatusCounts()].raise(to: total) }
        return counts
    }
}

extension StatusCounts {
    /// Counts indicators by their ratings.
    package init(of verdicts: some Sequence<Verdict>) {
        for verdict in verdicts { add(verdict.standing, isReported: verdict.isReported) }
    }
}

extension Verdict {
    /// Whether there is a figure, rated or not.
    fileprivate var isReported: Bool {
        switch self {
        case .unrated(.notDue), .unrated(.awaited), .unrated(.notAvailable), .unrated(.notSupplied): false
        case .unrated(.noTarget), .unrated(.dataOnly), .unrated(.suppressed), .unrated(.notComparable), .step: true
        }
    }

    /// The step, or `nil` where there is none.
    fileprivate var standing: StatusCounts.Standing? { if case .step(let step) = self { .step(step) } else { nil } }
}

extension Indicator {
    /// Whether its figure has come in.
    fileprivate var isReported: Bool { rating?.verdict.isReported ?? true }

    /// By its rating if the council rates indicators, or else by its status.
    fileprivate var standing: StatusCounts.Standing? {
        if let rating { rating.verdict.standing } else { status.map { .status($0) } }
    }
}
