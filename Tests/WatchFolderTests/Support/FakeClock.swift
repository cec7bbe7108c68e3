// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// Has a program read its clock from a file, by libfaketime: the time of day alone, as when somebody sets the clock.
enum FakeClock {
    struct Missing: Error, CustomStringConvertible {
        var description: String { "libfaketime is not installed: run tools/setup" }
    }

    /// - Parameter file: says how far the clock is off: `-3h`.
    static func environment(setBy file: String) throws -> [String: String] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib").map { "/usr/lib/\($0)/faketime" }
        let library = folders.map { $0 + "/libfaketimeMT.so.1" }.first { FileManager.default.fileExists(atPath: $0) }
        guard let library else { throw Missing() }
        return [
            "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
        ]
    }
}
