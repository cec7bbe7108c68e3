// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc
import Publishing

/// The memory of this process.
enum ProcessMemory {
    /// Gives back to the system what is not needed while a service waits: free memory of the heap, and the pages of code, which are read
    /// from the files again as they are used.
    ///
    /// A program of this size has touched most of its code when it has started, and uses a few pages of it while it waits: with twenty
    /// services on a machine that matters.
    static func release() {
        malloc_trim(0)
        let maps = ProcessFile.text(of: "/proc/self/maps") ?? ""
        for line in maps.split(separator: "\n") {
            // `564b9950e000-564b9b25e000 r-xp 00000000 fe:00 1066808  /usr/bin/cleardays`
            let fields = line.split(separator: " ", omittingEmptySubsequences: true)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { continue }
            let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard bounds.count == 2, let start = UnsafeMutableRawPointer(bitPattern: bounds[0]) else { continue }
            // Code is never written to: what is dropped of it is what is in the file.
            madvise(start, Int(bounds[1] - bounds[0]), MADV_DONTNEED)
        }
    }
}
