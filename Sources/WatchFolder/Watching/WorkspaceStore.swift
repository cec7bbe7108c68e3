// SPDX-License-Identifier: Apache-2.0

import WorkspaceFiles

/// What the workspace held when each of its files last stood still: the papers are made of it, whatever officers write meanwhile.
struct WorkspaceStore {
    private let disk: DiskFiles
    private(set) var files = FileSnapshot()

    init(workspace: String) { disk = DiskFiles(root: workspace) }

    /// What taking a path came to.
    enum Outcome: Hashable {
        /// Somebody wrote to it meanwhile: it has to settle anew.
        case moved
        /// It was touched, and says what it said.
        case same
        case changed
    }

    /// Reads what has settled at a path, and keeps it.
    mutating func take(_ path: String, _ entry: TreeEntry?) -> Outcome {
        switch entry {
        case nil:
            let before = files
            files.remove(path)
            return files == before ? .same : .changed
        case .folder:
            if case .folder? = try? files.kind(of: path) { return .same }
            files.insertFolder(path)
            return .changed
        case .file(let mark):
            let now: FileSnapshot.File
            do {
                guard let contents = try disk.contents(of: path) else { return .moved }
                if contents.before != mark || contents.after != mark { return .moved }
                now = .bytes(Self.isOnlyWatched(path) ? contents.bytes.digest : contents.bytes)
            } catch {
                now = .unreadable(error)
            }
            if files[path] == now { return .same }
            files[path] = now
            return .changed
        }
    }

    /// Of what is never read as a text, such as fonts and the PDFs of drafts, it is enough to know whether it changed.
    private static func isOnlyWatched(_ path: String) -> Bool {
        isFont(path) || ![".yaml", ".md", ".csv"].contains { path.hasSuffix($0) }
    }

    /// Whether a file is read where fonts are, and not with the texts.
    static func isFont(_ path: String) -> Bool { path.hasPrefix("fonts/") }
}

extension [UInt8] {
    fileprivate var digest: [UInt8] {
        var hasher = Hasher()
        hasher.combine(count)
        withUnsafeBytes { hasher.combine(bytes: $0) }
        return Swift.withUnsafeBytes(of: hasher.finalize()) { Array($0) }
    }
}
