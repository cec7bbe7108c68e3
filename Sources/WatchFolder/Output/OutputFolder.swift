// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publishing

/// A folder that papers are written to by this process and no other.
final class OutputFolder {
    let path: String
    private var lock: FolderLock?

    init(_ path: String) { self.path = path }

    /// Whether there is such a folder.
    var isThere: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes sure that the folder is there and ours; after it was removed and made anew, again.
    ///
    /// - Throws: a ``PublicationError`` that says who has it, or why it cannot be had.
    func hold() throws(PublicationError) {
        if let lock, lock.isInPlace { return }
        lock = nil
        try AtomicFile.makeFolder(path)
        do {
            lock = try FolderLock(folder: path)
        } catch {
            throw error.error(of: path)
        }
        AtomicFile.removeLeftovers(in: path)
    }

    /// Puts a file in its place, unless the same is there: whoever synchronises or backs up the folder sees only what changed.
    ///
    /// - Returns: whether it was written.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws(PublicationError) -> Bool {
        if size(of: name) == bytes.count, read(name) == bytes { return false }
        try AtomicFile.write(bytes, to: name, in: path)
        return true
    }

    func remove(_ name: String) { unlink("\(path)/\(name)") }

    /// The size of a file in bytes, or `nil` if there is no such file.
    func size(of name: String) -> Int? {
        status(of: name).map { Int($0.st_size) }
    }

    /// When a file in it was written.
    func written(_ name: String) -> WallTime? {
        status(of: name).map { WallTime(secondsSince1970: $0.st_mtim.tv_sec) }
    }

    private func status(of name: String) -> stat? {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status
    }

    private func read(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map(Array.init)
    }
}
