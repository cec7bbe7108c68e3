// SPDX-License-Identifier: Apache-2.0

/// Adds up how long each stage of the pipeline takes.
///
/// The pipeline measures around its calls of the stages; no stage knows of the timer. Where threads work beside one another, the times of all of
/// them are added up: they come to more than the time that passed.
package struct StageTimer: Sendable {
    /// The stages, in order.
    package enum Stage: String, Sendable, Hashable, CaseIterable {
        case intake, composition, shaping, pagination, tagging, painting, finishing, html, data
    }

    /// The time that each stage has taken so far; a stage that has not begun is not in it.
    package private(set) var durations: [Stage: Duration] = [:]
    private var current: (stage: Stage, start: ContinuousClock.Instant)?

    package init() {}

    /// Measures a stage from now on, until ``end()``.
    package mutating func begin(_ stage: Stage) {
        end()
        current = (stage, .now)
    }

    /// Ends the stage that was begun last.
    package mutating func end() {
        if let (stage, start) = current { add(start.duration(to: .now), to: stage) }
        current = nil
    }

    /// Returns the value of a stage, and adds the time that it took.
    package mutating func measure<Value, Failure: Error>(
        _ stage: Stage,
        _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        begin(stage)
        defer { end() }
        return try body()
    }

    /// Adds a time measured elsewhere.
    package mutating func add(_ duration: Duration, to stage: Stage) { durations[stage, default: .zero] += duration }

    /// Adds the times of work that was measured on another thread.
    package mutating func add(_ other: StageTimer) {
        for (stage, duration) in other.durations { add(duration, to: stage) }
    }
}

extension StageTimer: Codable {
    /// Reads the seconds of each stage, by its name.
    package init(from decoder: any Decoder) throws {
        let seconds = try decoder.singleValueContainer().decode([String: Double].self)
        for (name, time) in seconds {
            if let stage = Stage(rawValue: name) { durations[stage] = .seconds(time) }
        }
    }

    /// Writes the seconds of each stage, by its name.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let seconds = durations.map { ($0.key.rawValue, $0.value / .seconds(1)) }
        try container.encode(Dictionary(seconds) { $1 })
    }
}
