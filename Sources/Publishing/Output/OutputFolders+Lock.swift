// SPDX-License-Identifier: Apache-2.0

extension OutputFolders {
    /// Keeps watchers out of both folders while something is written to them once; for as long as the locks live.
    ///
    /// - Throws: a ``PublicationError`` that names the process where a watcher has one of them.
    package func share() throws(PublicationError) -> [FolderLock] {
        var locks: [FolderLock] = []
        for folder in [open, restricted] {
            do throws(FolderLock.Refusal) {
                if let lock = try FolderLock(sharing: folder) { locks.append(lock) }
            } catch {
                throw error.error(of: folder)
            }
        }
        return locks
    }
}
