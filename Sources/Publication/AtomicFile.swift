// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// Writes files so that a reader sees the old one or the new one, never a part.
package enum AtomicFile {
    /// Writes under a temporary name in the same folder, sees it safe on disk, and renames it. The folder is made
    /// where there is none.
    ///
    /// - Throws: a ``PublicationError`` with the path and the system's words.
    package static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(PublicationError) {
        try makeFolder(folder)
        let path = "\(folder)/\(name)"
        let temporary = "\(folder)/.\(name).\(getpid()).part"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure("written", path) }
        guard writeAll(bytes, to: file), fsync(file) == 0 else {
            let error = failure("written", path)
            close(file)
            unlink(temporary)
            throw error
        }
        close(file)
        guard rename(temporary, path) == 0 else {
            let error = failure("put in place", path)
            unlink(temporary)
            throw error
        }
    }

    /// Makes a folder, and those above it, where there is none.
    static func makeFolder(_ folder: String) throws(PublicationError) {
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

    private static func failure(_ operation: String, _ path: String) -> PublicationError {
        PublicationError(.inputOutput, "\(path) cannot be \(operation): \(words(of: errno))")
    }

    private static func words(of code: Int32) -> String { String(cString: strerror(code)) }
}
