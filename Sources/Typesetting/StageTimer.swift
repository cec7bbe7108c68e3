// SPDX-License-Identifier: Apache-2.0

/// Adds up how long each stage of making papers takes.
package struct StageTimer: Sendable {
    /// The stages, in order.
    package enum Stage: String, Sendable, Hashable, CaseIterable {
        case intake, composition, shaping, breaking, tables, pagination, painting, finishing
    }

    package private(set) var durations: [Stage: Duration] = [:]
    /// The stages under way, the innermost last: time counts for that one alone.
    private var stack: [Stage] = []
    private var started = ContinuousClock.now

    package init() {}

    /// Counts for a stage from now on, until its end; stages may be begun inside others.
    package mutating func begin(_ stage: Stage) {
        count()
        stack.append(stage)
    }

    /// Ends the stage begun last.
    package mutating func end() {
        count()
        if !stack.isEmpty { stack.removeLast() }
    }

    /// Adds a time measured elsewhere.
    package mutating func add(_ duration: Duration, to stage: Stage) { durations[stage, default: .zero] += duration }

    private mutating func count() {
        let now = ContinuousClock.now
        if let stage = stack.last { durations[stage, default: .zero] += now - started }
        started = now
    }
}
