// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials
import Glibc
import Publishing
import Synchronization

/// The snapshots that a worker has fetched, each as a folder on its own disk. It is removed with its owner.
final class SnapshotCache: Sendable {
    /// How many are kept that no job is made of.
    private static let mostUnused = 16

    private struct State {
        /// How many jobs use a snapshot that is there, or is being fetched.
        var users: [String: Int] = [:]
        var fetched: Set<String> = []
        /// Those that nobody uses, the oldest first.
        var unused: [String] = []
    }

    private let folder: String
    private let state = Mutex(State())

    /// - Parameter parent: the folder in which it makes one of its own.
    /// - Throws: a ``PublicationError`` if it cannot be made.
    init(in parent: String) throws(PublicationError) {
        try AtomicFile.makeFolder(parent)
        Self.removeLeftovers(in: parent)
        folder = "\(parent)/\(Self.prefix)\(getpid())"
        guard mkdir(folder, 0o700) == 0 else {
            throw PublicationError(.inputOutput, "\(folder) cannot be made: \(String(cString: strerror(errno)))")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The folder of a snapshot, which stays there until ``release(_:)`` is called as often as this.
    ///
    /// - Throws: a ``JobFailure``: the store does not give it, or not whole, or there is no room for it.
    func take(_ digest: String, from store: any ObjectStore) throws(JobFailure) -> String {
        let isThere = state.withLock { state in
            state.users[digest, default: 0] += 1
            state.unused.removeAll { $0 == digest }
            return state.fetched.contains(digest)
        }
        let path = "\(folder)/\(digest)"
        if isThere { return path }
        do throws(JobFailure) {
            try fetch(digest, from: store, to: path)
        } catch {
            release(digest)
            throw error
        }
        state.withLock { _ = $0.fetched.insert(digest) }
        return path
    }

    func release(_ digest: String) {
        let removed = state.withLock { state -> [String] in
            let count = (state.users[digest] ?? 1) - 1
            state.users[digest] = count > 0 ? count : nil
            if count > 0 || !state.fetched.contains(digest) { return [] }
            state.unused.append(digest)
            let removed = Array(state.unused.dropLast(Self.mostUnused))
            state.unused.removeFirst(removed.count)
            state.fetched.subtract(removed)
            // Aside, while the lock is held: another thread may fetch it anew at once.
            return removed.filter { rename("\(folder)/\($0)", "\(folder)/\($0).removed") == 0 }
        }
        for digest in removed { try? FileManager.default.removeItem(atPath: "\(folder)/\(digest).removed") }
    }

    private func fetch(_ digest: String, from store: any ObjectStore, to path: String) throws(JobFailure) {
        let staging = "\(path).\(UInt64.random(in: 0 ... .max)).part"
        do {
            let text = try store.blob(digest, as: ObjectName.snapshot(digest))
            guard let manifest = SnapshotManifest.read(text) else {
                throw StoreError("\(ObjectName.snapshot(digest)) is not a snapshot of this version")
            }
            try AtomicFile.makeFolder(staging)
            for folder in manifest.emptyFolders { try AtomicFile.makeFolder("\(staging)/\(folder)") }
            for file in manifest.files {
                let bytes = try store.blob(file.digest)
                guard bytes.count == file.size else {
                    throw StoreError("\(ObjectName.snapshot(digest)) has another size of a file than the file has")
                }
                try Self.write(bytes, to: "\(staging)/\(file.path)")
            }
        } catch {
            try? FileManager.default.removeItem(atPath: staging)
            switch error {
            case let error as StoreError: throw JobFailure(.snapshot, error.description)
            case let error as JobFailure: throw error
            // Its words hold names of files.
            default: throw JobFailure(.store, "the worker's cache cannot be written to")
            }
        }
        if rename(staging, path) == 0 { return }
        // Another thread was faster.
        try? FileManager.default.removeItem(atPath: staging)
        if access(path, F_OK) != 0 { throw JobFailure(.store, "\(path) cannot be made") }
    }

    /// Writes a file that is worth nothing after a crash of the machine: nothing waits for the disk.
    private static func write(_ bytes: [UInt8], to path: String) throws {
        if let slash = path.lastIndex(of: "/") { try AtomicFile.makeFolder(String(path[..<slash])) }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Self.failure() }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure() }
            written += count
        }
    }

    /// Without the name of the file, which may tell what is exempt.
    private static func failure() -> JobFailure {
        JobFailure(.store, "the worker's cache cannot be written to: \(String(cString: strerror(errno)))")
    }

    private static let prefix = "worker-"

    /// Removes what workers left that were ended: they may be snapshots of what is not for publication.
    private static func removeLeftovers(in parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)),
                process == getpid() || kill(process, 0) != 0 && errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
        }
    }
}
