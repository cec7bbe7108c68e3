// SPDX-License-Identifier: Apache-2.0

/// The events that wait for the program of `--notify`.
struct EventQueue {
    /// A program that is slower than events come must not fill the memory.
    static let capacity = 256

    private var events: [PaperEvent] = []

    var isEmpty: Bool { events.isEmpty }

    /// Adds an event in the place of one that it makes out of date, or else at the end.
    ///
    /// - Returns: whether there was room; where there was none, the oldest has gone.
    mutating func add(_ event: PaperEvent) -> Bool {
        if let index = events.firstIndex(where: { $0.isReplaced(by: event) }) {
            events[index] = event
            return true
        }
        events.append(event)
        guard events.count > Self.capacity else { return true }
        events.removeFirst()
        return false
    }

    mutating func takeFirst() -> PaperEvent? { events.isEmpty ? nil : events.removeFirst() }
}
