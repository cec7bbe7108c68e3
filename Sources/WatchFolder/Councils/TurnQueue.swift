// SPDX-License-Identifier: Apache-2.0

/// Who of several councils may make a paper: as many at a time as the service has jobs, first come, first served.
///
/// A turn is for one paper, so that a council with many papers asks again after each, behind all others that wait: none waits for longer than the
/// papers take that are being made and one paper of each council before it.
struct TurnQueue {
    /// How long a turn counts. A council that hangs, on a share that does not answer, holds up the others for no longer; its own limits end it later.
    static let longest = Duration.seconds(30)

    /// How many turns there are.
    var capacity: Int
    /// When the turn of each council that has one was granted.
    private var holders: [String: ContinuousClock.Instant] = [:]
    private var waiting: [String] = []

    init(capacity: Int) { self.capacity = capacity }

    /// A council wants to make a paper.
    mutating func ask(_ council: String) {
        if holders[council] == nil, !waiting.contains(council) { waiting.append(council) }
    }

    /// A council has made its paper, or wants to make none any more, or has ended.
    mutating func giveBack(_ council: String) {
        holders[council] = nil
        waiting.removeAll { $0 == council }
    }

    /// Grants the turns that are free.
    ///
    /// - Returns: the councils that have one now and had none before, in the order in which they asked.
    mutating func grant(at now: ContinuousClock.Instant) -> [String] {
        holders = holders.filter { now - $0.value < Self.longest }
        let granted = Array(waiting.prefix(max(0, capacity - holders.count)))
        waiting.removeFirst(granted.count)
        for council in granted { holders[council] = now }
        return granted
    }

    /// When the next turn stops counting that somebody waits for; `nil` if nobody does.
    var nextLapse: ContinuousClock.Instant? { waiting.isEmpty ? nil : holders.values.min().map { $0 + Self.longest } }
}
