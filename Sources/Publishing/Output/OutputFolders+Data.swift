// SPDX-License-Identifier: Apache-2.0

import CLinux
import FoundationEssentials
import Glibc
package import OpenData

extension OutputFolders {
    /// The folder of a round's data, in that of the papers that everybody may read.
    package static let dataFolder = "data"

    /// Writes the data of a round in place of those before: all of the files at once, so that no reader has some of one round and some of another.
    ///
    /// The files are written into a folder beside, which then takes the place of the former one. What else somebody has put there stays.
    ///
    /// - Returns: the path and the size of each file.
    /// - Throws: a ``PublicationError`` where a file cannot be written, or a link or a file is in the place of the folder; what was there stays.
    package func write(data files: [DataFile]) throws(PublicationError) -> [(path: String, size: Int)] {
        try verify()
        let path = "\(open)/\(Self.dataFolder)"
        let kind = try Self.kind(of: path)
        let staging = "\(open)/.\(Self.dataFolder).\(getpid()).part"
        removeLeftovers()
        try? FileManager.default.removeItem(atPath: staging)
        do throws(PublicationError) {
            try AtomicFile.makeFolder(staging)
            for file in files { try AtomicFile.write(file.bytes, to: file.name, in: staging) }
            switch kind {
            case .absent:
                guard rename(staging, path) == 0 else { throw AtomicFile.failure("put in place", path) }
            case .folder: try exchange(staging, path, keepingAllBut: Set(files.map(\.name)))
            }
        } catch {
            try? FileManager.default.removeItem(atPath: staging)
            throw error
        }
        return files.map { ("\(path)/\($0.name)", $0.bytes.count) }
    }

    /// Whether there are data of an earlier run.
    package var holdsData: Bool {
        var status = stat()
        return lstat("\(open)/\(Self.dataFolder)/csv-metadata.json", &status) == 0
    }

    /// Removes what runs that were killed have left: one of them may be the former edition.
    private func removeLeftovers() {
        let beginning = ".\(Self.dataFolder)."
        for name in (try? FileManager.default.contentsOfDirectory(atPath: open)) ?? [] where name.hasPrefix(beginning) {
            let process = pid_t(name.dropFirst(beginning.count).prefix { $0 != "." })
            guard let process, name.hasSuffix(".part") || name.hasSuffix(".part.former") else { continue }
            if kill(process, 0) != 0, errno == ESRCH { try? FileManager.default.removeItem(atPath: "\(open)/\(name)") }
        }
    }

    /// Puts a new folder in the place of another, removes the other, and keeps what was in it of other names.
    private func exchange(_ new: String, _ path: String, keepingAllBut names: Set<String>) throws(PublicationError) {
        let former: String
        if renameat2(AT_FDCWD, new, AT_FDCWD, path, UInt32(CLEARDAYS_RENAME_EXCHANGE)) == 0 {
            former = new
        } else {
            // Some network file systems cannot exchange: then the former one steps aside first.
            guard errno == EINVAL || errno == ENOSYS else { throw AtomicFile.failure("put in place", path) }
            former = new + ".former"
            guard rename(path, former) == 0 else { throw AtomicFile.failure("put in place", path) }
            guard rename(new, path) == 0 else {
                let error = AtomicFile.failure("put in place", path)
                rename(former, path)
                throw error
            }
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: former)) ?? [] where !names.contains(name) {
            rename("\(former)/\(name)", "\(path)/\(name)")
        }
        try? FileManager.default.removeItem(atPath: former)
    }

    private enum Kind {
        case absent, folder
    }

    /// What is at the path of the folder, which is never written through a link.
    private static func kind(of path: String) throws(PublicationError) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return .absent }
            throw AtomicFile.failure("looked at", path)
        }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder }
        throw PublicationError(
            .inputOutput,
            "\(path) is a \(status.st_mode & S_IFMT == S_IFLNK ? "link" : "file"), not a folder"
        )
    }
}
