// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import Glibc

/// Writes files so that a reader sees the old one or the new one, never a part.
package enum AtomicFile {
    /// Writes under a temporary name in the same folder, sees it safe on disk, and renames it. The folder is made
    /// where there is none.
    ///
    /// - Parameter mode: who may read the file, before the process's umask.
    /// - Throws: a ``PublicationError`` with the path and the system's words.
    package static func write(_ bytes: [UInt8], to name: String, in folder: String, mode: mode_t = 0o644)
        throws(PublicationError)
    {
        try makeFolder(folder)
        try prepare(bytes, for: name, in: folder, mode: mode).put()
    }

    /// Does the same under a temporary name of the caller's, on the same file system: in a folder that several machines write to, a name is told
    /// apart by more than a process.
    package static func write(
        _ bytes: [UInt8],
        to name: String,
        in folder: String,
        mode: mode_t = 0o644,
        by temporary: String
    ) throws(PublicationError) {
        try makeFolder(folder)
        try prepare(bytes, for: name, in: folder, mode: mode, by: temporary).put()
    }

    /// A file that is whole and safe on disk under a temporary name.
    struct Prepared: Sendable {
        fileprivate let temporary: String
        fileprivate let folder: String
        fileprivate let path: String

        /// Gives it its name, in place of the file that has it.
        ///
        /// - Throws: a ``PublicationError`` with the path and the system's words; nothing is left then.
        func put() throws(PublicationError) {
            guard rename(temporary, path) == 0 else {
                let error = AtomicFile.failure("put in place", path)
                discard()
                throw error
            }
            seeSafe(folder)
        }

        /// Removes it.
        func discard() { unlink(temporary) }
    }

    /// Writes under a temporary name in a folder that is there, and sees it safe on disk.
    static func prepare(
        _ bytes: [UInt8],
        for name: String,
        in folder: String,
        mode: mode_t = 0o644,
        by temporary: String? = nil
    ) throws(PublicationError) -> Prepared {
        let path = "\(folder)/\(name)"
        let temporary = temporary ?? "\(folder)/.\(name).\(getpid()).part"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw failure("written", path) }
        guard writeAll(bytes, to: file), fsync(file) == 0 else {
            let error = failure("written", path)
            close(file)
            unlink(temporary)
            throw error
        }
        close(file)
        return Prepared(temporary: temporary, folder: folder, path: path)
    }

    /// Removes what writers left that ended before they were done.
    package static func removeLeftovers(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let writer = writer(ofTemporary: name) else { continue }
            // Another process of the same number as one before may still be at work, but never this one.
            if writer == getpid() || (kill(writer, 0) != 0 && errno == ESRCH) { unlink("\(folder)/\(name)") }
        }
    }

    /// The identifier of the process that writes a temporary file of ours, or `nil` if the name is not one of ours.
    static func writer(ofTemporary name: String) -> Int32? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].isEmpty, parts[parts.count - 1] == "part" else { return nil }
        return Int32(parts[parts.count - 2]).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Sees the names in a folder safe on disk: a rename may otherwise be lost with the power. Some file systems cannot, and
    /// the file is whole in any case.
    private static func seeSafe(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Makes a folder, and those above it, where there is none.
    package static func makeFolder(_ folder: String) throws(PublicationError) {
        if folder.isEmpty { throw PublicationError(.usage, "the name of the folder is empty") }
        var isFolder: Bool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
            if isFolder { return }
            throw PublicationError(.inputOutput, "\(folder) is a file, not a folder")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch let error as CocoaError where error.code == .fileWriteNoPermission {
            throw PublicationError(.inputOutput, "the folder \(folder) cannot be made: there is no permission to")
        } catch {
            throw PublicationError(.inputOutput, "the folder \(folder) cannot be made")
        }
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let written = Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if written < 0, errno == EINTR { continue }
                if written <= 0 { return false }
                offset += written
            }
            return true
        }
    }

    /// That something cannot be done at a path, in the system's words.
    static func failure(_ operation: String, _ path: String) -> PublicationError {
        PublicationError(.inputOutput, "\(path) cannot be \(operation): \(words(of: errno))")
    }

    private static func words(of code: Int32) -> String { String(cString: strerror(code)) }
}
