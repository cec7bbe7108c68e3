// SPDX-License-Identifier: Apache-2.0

/// What a worker may use up for one paper or one drop before its supervisor ends it.
package struct WorkerLimits: Sendable, Hashable, Codable {
    /// Processor time for one paper. A worker that waits instead of working, on a share that hangs or a machine that is busy, has longer.
    package var time: Duration
    /// Resident memory, in bytes.
    package var memory: Int

    package init(time: Duration = .seconds(60), memory: Int = 1 << 30) {
        self.time = time
        self.memory = memory
    }

    /// How long a worker may take by the clock on the wall.
    var wallTime: Duration { time * 10 + .seconds(120) }
}
