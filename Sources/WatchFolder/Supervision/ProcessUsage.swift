// SPDX-License-Identifier: Apache-2.0

import Glibc
import Publishing

/// What a process has used, as proc(5) tells.
package struct ProcessUsage: Hashable, Sendable {
    /// In all of its threads.
    var processorTime: Duration
    /// Resident, in bytes.
    package var memory: Int

    /// The usage of a process by its number, or `nil` if it has ended.
    package init?(of number: Int32) {
        guard let statistics = ProcessFile.text(of: "/proc/\(number)/stat") else { return nil }
        // The name in brackets may hold anything: what follows the last bracket is plain.
        let fields = statistics[(statistics.lastIndex(of: ")") ?? statistics.startIndex)...].split(separator: " ")
        guard fields.count > 22, let user = Int(fields[12]), let system = Int(fields[13]), let pages = Int(fields[22])
        else { return nil }
        let ticks = max(1, sysconf(Int32(_SC_CLK_TCK)))
        processorTime = .milliseconds((user + system) * 1000 / ticks)
        memory = pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
