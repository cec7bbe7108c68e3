// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How long each stage took and how much memory the program has used at most, in a small table.
package struct Timings: CustomStringConvertible {
    private let timer: StageTimer

    package init(_ timer: StageTimer) { self.timer = timer }

    package var description: String {
        var total = Duration.zero
        var lines: [String] = []
        for stage in StageTimer.Stage.allCases {
            let duration = timer.durations[stage] ?? .zero
            total += duration
            lines.append(Self.line(stage.rawValue, Self.milliseconds(duration)))
        }
        lines.append(Self.line("total", Self.milliseconds(total)))
        lines.append(Self.line("peak memory", "\(Self.peakMemory / 1024) MB"))
        return lines.joined(separator: "\n")
    }

    /// The most memory that the program has held, in KiB.
    package static var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    /// A duration in milliseconds to one decimal, as tables of timings print it.
    package static func milliseconds(_ duration: Duration) -> String {
        let tenths = (duration.components.attoseconds / 100_000_000_000_000) + duration.components.seconds * 10_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }

    private static func line(_ name: String, _ value: String) -> String {
        let gap = String(repeating: " ", count: max(1, 26 - name.count - value.count))
        return "\(name)\(gap)\(value)"
    }
}
