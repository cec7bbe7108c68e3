// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts the steps that a piece of work takes: bytes gone through, words shaped, places for a break looked at.
///
/// Seconds differ from machine to machine and from run to run; steps are the same on every one. The pathological-input suite holds
/// their growth to that of the input:
///
/// ```swift
/// let meter = WorkMeter()
/// WorkMeter.$current.withValue(meter) { _ = try? check(workspace, with: program) }
/// #expect(meter.steps < 2 * former)
/// ```
///
/// Nothing is counted where nobody asks. Loops count as a whole, not in every turn, and whatever could take a time that grows with the
/// square of something counts itself.
package final class WorkMeter: Sendable {
    /// Of the task that is running; `nil` where nobody counts.
    @TaskLocal package static var current: WorkMeter?

    private let counter = Atomic(0)

    package init() {}

    /// How many steps have been counted.
    package var steps: Int { counter.load(ordering: .relaxed) }

    /// Adds steps to the meter of the task that is running.
    package static func count(_ steps: Int) {
        guard let current else { return }
        current.counter.wrappingAdd(steps, ordering: .relaxed)
    }
}
