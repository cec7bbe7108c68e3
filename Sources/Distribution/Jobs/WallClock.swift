// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The time of day.
enum WallClock {
    /// In milliseconds since 1970.
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
