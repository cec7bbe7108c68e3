// SPDX-License-Identifier: Apache-2.0

import Intake
import Monitoring
import ResourceLimits
package import WorkspaceFiles

/// What the workspace held when each of its files last stood still: the papers are made of it, whatever officers write meanwhile.
package struct WorkspaceStore {
    private let disk: DiskFiles
    /// The workspace as it was kept.
    package private(set) var files = FileSnapshot()
    /// The bytes of each file that is kept, and of all of them.
    private var sizes: [String: Int64] = [:]
    private var total: Int64 = 0
    /// The files that there was no room for.
    private var refused: [String: FileMark] = [:]

    /// - Parameter workspace: the folder that holds `council.yaml`.
    package init(workspace: String) { disk = DiskFiles(root: workspace) }

    /// What taking a path came to.
    package enum Outcome: String, Hashable, Codable {
        /// Somebody wrote to it meanwhile: it has to settle anew.
        case moved
        /// It was touched, and says what it said.
        case same
        case changed
    }

    /// Reads what has settled at a path, and keeps it.
    ///
    /// Of texts and tables it keeps ``Limits/mostBytesWatched``, by their sizes, before anything is read: a file of nothing but holes costs
    /// no disk. What there was no room for is read when there is.
    package mutating func take(_ path: String, _ entry: TreeEntry?) -> Outcome {
        switch entry {
        case nil:
            let before = files
            files.remove(path)
            for kept in Array(sizes.keys) where kept == path || kept.hasPrefix(path + "/") { note(kept, size: 0) }
            refused = refused.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
            readRefused()
            return files == before ? .same : .changed
        case .folder:
            if case .folder? = try? files.kind(of: path) { return .same }
            files.insertFolder(path)
            return .changed
        case .file(let mark):
            let size = Self.isOnlyWatched(path) ? 0 : mark.size
            note(path, size: 0)
            if total + size > Limits.mostBytesWatched {
                refused[path] = mark
                return keep(.unreadable(Self.tooMuch(at: path)), at: path)
            }
            refused[path] = nil
            let outcome = read(path, mark)
            // One that has changed meanwhile stays as it was kept, and comes again.
            note(path, size: size)
            readRefused()
            return outcome
        }
    }

    private mutating func read(_ path: String, _ mark: FileMark) -> Outcome {
        if Self.isOnlyWatched(path), mark.size > Self.largestCompared { return keep(.bytes(mark.digest), at: path) }
        do throws(FileError) {
            guard let contents = try disk.contents(of: path) else { return .moved }
            if contents.before != mark || contents.after != mark { return .moved }
            return keep(.bytes(Self.isOnlyWatched(path) ? contents.bytes.digest : contents.bytes), at: path)
        } catch {
            return keep(.unreadable(error), at: path)
        }
    }

    /// Reads what there was no room for, as far as there is room now.
    private mutating func readRefused() {
        for (path, mark) in refused.sorted(by: { $0.key < $1.key }) where total + mark.size <= Limits.mostBytesWatched {
            refused[path] = nil
            // One that has changed meanwhile comes again by itself.
            if read(path, mark) != .moved { note(path, size: mark.size) }
        }
    }

    private mutating func keep(_ file: FileSnapshot.File, at path: String) -> Outcome {
        if files[path] == file { return .same }
        files[path] = file
        return .changed
    }

    private mutating func note(_ path: String, size: Int64) {
        total += size - (sizes[path] ?? 0)
        sizes[path] = size == 0 ? nil : size
    }

    private static func tooMuch(at path: String) -> FileError {
        FileError(
            operation: "read the file",
            path: path,
            reason:
                "the texts, tables and pictures in the workspace come to more than \(Limits.mostBytesWatched >> 20) MB",
            hint: "keep in the workspace only what papers are made of"
        )
    }

    /// A larger file that is never read as a text is not compared with what it was: a new mark counts as a change.
    private static let largestCompared: Int64 = 1 << 20

    /// Of what is never read as a text or a picture, such as fonts and the PDFs of drafts, it is enough to know whether it changed.
    private static func isOnlyWatched(_ path: String) -> Bool {
        if path.hasPrefix(Prose.pictureFolder + "/") { return false }
        return isFont(path)
            || ![".yaml", ".md", ".csv", ".json"].contains { path.lowercased().hasSuffix($0) } && !isWorkbook(path)
                && !isDocument(path)
    }

    /// Whether a file is read where fonts are, and not with the texts.
    package static func isFont(_ path: String) -> Bool { path.hasPrefix("fonts/") }
}

extension FileMark {
    /// Bytes that are others for another mark.
    fileprivate var digest: [UInt8] {
        var hasher = Hasher()
        hasher.combine(self)
        return Swift.withUnsafeBytes(of: hasher.finalize()) { Array($0) }
    }
}

extension [UInt8] {
    fileprivate var digest: [UInt8] {
        var hasher = Hasher()
        hasher.combine(count)
        withUnsafeBytes { hasher.combine(bytes: $0) }
        return Swift.withUnsafeBytes(of: hasher.finalize()) { Array($0) }
    }
}
