// SPDX-License-Identifier: Apache-2.0

package import WorkspaceFiles

/// Decides when what officers save is ready to be read: when it has stayed as it is for a while.
///
/// It reads no clock and no disk: its caller passes in what was seen, and when.
///
/// ```swift
/// var settling = Settling(quiet: .milliseconds(200), absence: .seconds(2), maximumWait: .seconds(5))
/// settling.observe(tree, at: now)
/// for (path, entry) in settling.settled(at: now) { settling.take(path, entry) }
/// ```
package struct Settling {
    /// A path that is not as it was when it was read last.
    private struct Change {
        /// The entry as it was seen last, or `nil` if it is gone.
        var entry: TreeEntry?
        /// Since when it has been so.
        var since: ContinuousClock.Instant
        /// When it was first seen to differ.
        var first: ContinuousClock.Instant
    }

    /// For how long a file must stay as it is.
    let quiet: Duration
    /// For how long a file must stay away before it counts as removed. More than ``quiet``: Word and others save by renaming the old file away
    /// and the new one into its place, and over a share the time between the two is long enough for a paper that lacks it.
    let absence: Duration
    /// For how long a settled file waits for others that do not settle: one that is copied for minutes holds nobody up.
    let maximumWait: Duration
    private var taken: [String: TreeEntry] = [:]
    private var changes: [String: Change] = [:]

    package init(quiet: Duration, absence: Duration, maximumWait: Duration) {
        self.quiet = quiet
        self.absence = absence
        self.maximumWait = maximumWait
    }

    /// Whether everything has been taken as it was seen last.
    package var isQuiet: Bool { changes.isEmpty }

    /// Takes note of how the folder looks.
    package mutating func observe(_ tree: [String: TreeEntry], at now: ContinuousClock.Instant) {
        for (path, entry) in tree { note(path, entry, at: now) }
        for path in taken.keys where tree[path] == nil { note(path, nil, at: now) }
        for path in changes.keys where tree[path] == nil { note(path, nil, at: now) }
    }

    /// What is ready to be read: everything that changed, together, once all of it has settled; or what has, where the rest takes
    /// too long. At the beginning nothing is ready before all of it is: a file that is not there yet would be missed.
    package func settled(at now: ContinuousClock.Instant) -> [String: TreeEntry?] {
        let settled = changes.filter { now - $0.value.since >= wait(for: $0.value) }
        let isEnough =
            settled.count == changes.count
            || (!taken.isEmpty && settled.contains { now - $0.value.first >= maximumWait })
        return isEnough ? settled.mapValues(\.entry) : [:]
    }

    /// When it is worth looking again though nothing stirs; never where nothing has changed.
    package func nextLook(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        changes.values.map { $0.since + wait(for: $0) }.map { $0 > now ? $0 : now + quiet }.min()
    }

    /// Holds that a path has been read as it was seen.
    package mutating func take(_ path: String, _ entry: TreeEntry?) {
        taken[path] = entry
        changes[path] = nil
    }

    /// How many paths have changed and are not read yet.
    var changeCount: Int { changes.count }

    /// What has not settled.
    var unsettled: [String] { changes.keys.sorted() }

    /// Whether a path has differed for so long that nobody waits for it any more: a program may keep a file open for as long as it is shown.
    package func isOverdue(_ path: String, at now: ContinuousClock.Instant) -> Bool {
        changes[path].map { now - $0.first >= maximumWait } ?? true
    }

    /// A path that was written to while it was read has to settle anew.
    package mutating func unsettle(_ path: String, at now: ContinuousClock.Instant) { changes[path]?.since = now }

    private func wait(for change: Change) -> Duration { change.entry == nil ? absence : quiet }

    private mutating func note(_ path: String, _ entry: TreeEntry?, at now: ContinuousClock.Instant) {
        if entry == taken[path] {
            changes[path] = nil
        } else if let change = changes[path] {
            if change.entry != entry { changes[path] = Change(entry: entry, since: now, first: change.first) }
        } else {
            changes[path] = Change(entry: entry, since: now, first: now)
        }
    }
}
