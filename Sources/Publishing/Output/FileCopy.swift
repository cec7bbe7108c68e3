// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// Copies files, which then belong to whoever runs the program.
///
/// `FileManager` gives a copy the owner of its original, which only root may do: nobody else could copy what a package has installed, or what a
/// colleague has written.
package enum FileCopy {
    /// Copies a file, a folder with all that is in it, or a link as the link that it is. What is none of these, such as a pipe, is left out.
    ///
    /// - Throws: a ``PublicationError`` with the path and the system's words. What has been copied until then stays.
    package static func copy(_ path: String, to target: String) throws(PublicationError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw AtomicFile.failure("read", path) }
        let mode = status.st_mode & 0o777
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            // Its own permissions once it is filled: it may be one that nobody may write to.
            guard mkdir(target, 0o700) == 0 else { throw AtomicFile.failure("made", target) }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw AtomicFile.failure("read", path)
            }
            for name in names.sorted() { try copy("\(path)/\(name)", to: "\(target)/\(name)") }
            guard chmod(target, mode) == 0 else { throw AtomicFile.failure("made", target) }
        case S_IFREG:
            guard let contents = try? Data(contentsOf: URL(filePath: path)) else {
                throw AtomicFile.failure("read", path)
            }
            let slash = target.lastIndex(of: "/")
            try AtomicFile.write(
                Array(contents),
                to: slash.map { String(target[target.index(after: $0)...]) } ?? target,
                in: slash.map { String(target[..<$0]) } ?? ".",
                mode: mode
            )
        case S_IFLNK:
            guard let destination = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
                symlink(destination, target) == 0
            else { throw AtomicFile.failure("copied", path) }
        default: break
        }
    }
}
