// SPDX-License-Identifier: Apache-2.0

/// How long to wait before a council's process is started again that has ended: 1 s, 2, 4 and so on up to a minute, and 1 s again after it has run well.
struct RestartDelay {
    static let longest = Duration.seconds(60)
    /// A process that has run for so long was well.
    static let healthy = Duration.seconds(60)

    /// How often it has ended in a row.
    private var count = 0

    /// - Parameter uptime: how long the process has run that has ended.
    mutating func next(after uptime: Duration) -> Duration {
        if uptime >= Self.healthy { count = 0 }
        defer { count += 1 }
        return min(.seconds(1 << min(count, 6)), Self.longest)
    }
}
