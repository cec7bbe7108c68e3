// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Logging
package import WorkspaceFiles

/// Looks at a workspace when something may have changed in it: when inotify wakes it, and now and then in any case.
package final class WorkspaceWatcher {
    /// How it learns of changes.
    enum Means: Hashable {
        case events
        case polling
    }

    /// A flood of events leads to no more looks than one in this time.
    private static let shortestRest = Duration.milliseconds(20)

    private let files: DiskFiles
    private let configuration: WatchConfiguration
    private let log: Logger
    private var inotify: Inotify?
    private var lastLook: ContinuousClock.Instant?
    private var isScanRequested = true
    /// What was in the workspace when it was looked at last, by path.
    package private(set) var tree: [String: TreeEntry] = [:]
    /// Why the workspace could not be looked at, while it cannot.
    package private(set) var failure: FileError?

    var means: Means { inotify == nil ? .polling : .events }

    package init(configuration: WatchConfiguration, log: Logger) {
        self.configuration = configuration
        self.log = log
        files = DiskFiles(root: configuration.workspace)
        if configuration.polls {
            log.info(
                "the workspace is polled, as asked",
                metadata: ["seconds": "\(configuration.pollInterval.inSeconds)"]
            )
        } else if case .network(let kind) = FileSystem.of(configuration.workspace) {
            log.info(
                "the workspace is on a network file system and is polled",
                metadata: ["kind": "\(kind)", "seconds": "\(configuration.pollInterval.inSeconds)"]
            )
        } else {
            do {
                inotify = try Inotify()
            } catch {
                fallBack(error)
            }
        }
    }

    /// Asks for a look the next time.
    package func requestScan() { isScanRequested = true }

    /// Whether it is time to look at the workspace.
    package func isLookDue(at now: ContinuousClock.Instant) -> Bool {
        guard let lastLook else { return true }
        if now < lastLook + Self.shortestRest { return false }
        return isScanRequested || now >= lastLook + longestRest
    }

    /// When to look at the latest.
    package func nextLook(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        guard let lastLook else { return now }
        return lastLook + (isScanRequested ? Self.shortestRest : longestRest)
    }

    private var longestRest: Duration {
        inotify == nil ? configuration.pollInterval : configuration.rescanInterval
    }

    /// Looks at all that is in the workspace.
    package func look(at now: ContinuousClock.Instant) {
        isScanRequested = false
        lastLook = now
        do {
            // A folder that was not watched is looked at once more after it is, for what came in between.
            repeat {
                tree = try files.tree(without: configuration.ownFolders)
            } while try watchFolders()
            failure = nil
        } catch let error as FileError {
            failure = error
        } catch {
            if let failure = error as? Inotify.Failure { fallBack(failure) }
        }
    }

    /// Sleeps until something stirs, or a time has come.
    package func rest(until end: ContinuousClock.Instant, wake: Wake) {
        let timeout = max(.zero, end - .now)
        var waited = [pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)]
        if let inotify { waited.append(pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0)) }
        let milliseconds = Int32(min(timeout.inMilliseconds.rounded(.up), 3_600_000))
        guard poll(&waited, nfds_t(waited.count), milliseconds) > 0 else { return }
        if let inotify, inotify.drain(ignoring: IgnoredFile.matches) { isScanRequested = true }
    }

    private func watchFolders() throws -> Bool {
        guard let inotify else { return false }
        let inner = tree.compactMap { path, entry in entry == .folder ? configuration.workspace + "/" + path : nil }
        return try inotify.watch(Set(inner + [configuration.workspace]))
    }

    private func fallBack(_ failure: Inotify.Failure) {
        inotify = nil
        let reason =
            switch failure {
            case .limit: "the system watches no more folders (fs.inotify.max_user_watches, max_user_instances)"
            case .unavailable(let words): "the system cannot watch folders: \(words)"
            }
        log.warning(
            "\(reason); the workspace is polled instead",
            metadata: ["seconds": "\(configuration.pollInterval.inSeconds)"]
        )
    }
}
