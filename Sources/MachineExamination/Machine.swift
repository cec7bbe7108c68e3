// SPDX-License-Identifier: Apache-2.0

import Glibc
import Sandbox

/// What is asked of the system; tests give folders, variables and a time of their own.
package struct Machine {
    /// The folder of hyphenation patterns.
    package var hyphenationFolder: String
    /// The folder of spelling dictionaries.
    package var dictionaries: String
    /// The folder in which the kernel tells its limits on watching files.
    package var watchLimits: String
    /// The value of a variable of the environment.
    package var variable: (String) -> String?
    /// The time, in seconds since 1970.
    package var time: () -> Int
    /// The version of Landlock that the kernel has; `nil` for none.
    package var landlock: () -> Int?

    /// This machine.
    package static var this: Machine {
        Machine(
            hyphenationFolder: "/usr/share/hyphen",
            dictionaries: "/usr/share/hunspell",
            watchLimits: "/proc/sys/fs/inotify",
            variable: { name in getenv(name).map { String(cString: $0) } },
            time: { Glibc.time(nil) },
            landlock: { try? FileAccess.kernelABI() }
        )
    }
}
