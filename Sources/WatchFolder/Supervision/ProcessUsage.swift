// SPDX-License-Identifier: Apache-2.0

import Glibc

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

/// A file of proc(5): it has no size, and is made while it is read.
enum ProcessFile {
    /// All of it, or `nil` if it cannot be read.
    static func text(of path: String) -> String? {
        guard let file = Descriptor(open(path, O_RDONLY | O_CLOEXEC)) else { return nil }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(file.number, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { return String(decoding: text, as: UTF8.self) }
            text += buffer[..<count]
        }
    }
}
