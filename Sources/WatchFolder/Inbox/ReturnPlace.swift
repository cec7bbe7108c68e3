// SPDX-License-Identifier: Apache-2.0

import CLinux
import FoundationEssentials
import Glibc
import Publishing
import WorkspaceFiles

/// The folder of one directorate's return in the workspace, whose contents change at one stroke.
struct ReturnPlace {
    let workspace: String
    let directorate: String

    var path: String { "\(workspace)/\(inner)" }

    /// The same from the workspace.
    private var inner: String { "returns/\(directorate)" }

    /// Puts a drop into the return.
    ///
    /// The new return is put together in a hidden folder beside it, gets the name of a thing that is ready, and is exchanged
    /// with the old one, which then goes to `superseded`. However often that is broken off and begun again, the return ends as
    /// asked, and the old one in `superseded` once.
    ///
    /// - Parameters:
    ///   - superseded: where the old return goes.
    ///   - job: names this change among all.
    func put(_ drop: Drop, superseded: String, job: String) throws(PublicationError) {
        let innerReady = "returns/.cleardays-\(job)"
        let ready = "\(workspace)/\(innerReady)"
        if exists(ready), try !holds(drop, at: innerReady, alone: drop.isWhole) {
            // The exchange was done: this is the old return.
            return try move(ready, to: superseded)
        }
        if !exists(ready) {
            if exists(superseded) { return }
            if try holds(drop, at: inner, alone: drop.isWhole) { return }
            let building = ready + ".part"
            try? FileManager.default.removeItem(atPath: building)
            try AtomicFile.makeFolder(building)
            if !drop.isWhole {
                for (name, bytes) in try contents(of: inner) where !drop.replaces(name) {
                    try AtomicFile.write(bytes, to: name, in: building)
                }
            }
            for (name, bytes) in drop.files { try AtomicFile.write(bytes, to: name, in: building) }
            guard rename(building, ready) == 0 else { throw failure("made ready") }
        }
        guard exists(path) else {
            guard rename(ready, path) == 0 else { throw failure("moved in") }
            return
        }
        if renameat2(AT_FDCWD, ready, AT_FDCWD, path, UInt32(CLEARDAYS_RENAME_EXCHANGE)) != 0 {
            // Some network file systems cannot exchange: then the old one steps aside first.
            guard errno == EINVAL || errno == ENOSYS else { throw failure("moved in") }
            try move(path, to: superseded)
            guard rename(ready, path) == 0 else { throw failure("moved in") }
            return
        }
        try move(ready, to: superseded)
    }

    /// Whether a folder holds the files of a drop.
    ///
    /// - Parameter alone: and nothing else.
    private func holds(_ drop: Drop, at folder: String, alone: Bool) throws(PublicationError) -> Bool {
        let now = try contents(of: folder)
        if alone { return now == drop.files }
        return drop.files.allSatisfy { now[$0.key] == $0.value }
    }

    /// The files in a folder of the workspace, read as all of its files are; pipes and the like are passed over.
    ///
    /// - Throws: a ``PublicationError`` where one cannot be read: it would be missing from the new return.
    private func contents(of folder: String) throws(PublicationError) -> [String: [UInt8]] {
        let files = DiskFiles(root: workspace)
        do throws(FileError) {
            var contents: [String: [UInt8]] = [:]
            for name in try files.names(in: folder) where try files.kind(of: "\(folder)/\(name)") == .file {
                contents[name] = try files.bytes(of: "\(folder)/\(name)")
            }
            return contents
        } catch {
            if error.isMissing { return [:] }
            throw PublicationError(.inputOutput, "\(error)")
        }
    }

    /// Moves a folder, also onto another disk.
    private func move(_ folder: String, to target: String) throws(PublicationError) {
        if rename(folder, target) == 0 { return }
        guard errno == EXDEV || errno == ENOTEMPTY || errno == EEXIST else { throw failure("put aside") }
        try? FileManager.default.removeItem(atPath: target)
        try FileCopy.copy(folder, to: target)
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            throw PublicationError(.inputOutput, "the old return of \(directorate) cannot be put aside in \(target)")
        }
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func failure(_ operation: String) -> PublicationError {
        PublicationError(
            .inputOutput,
            "the return of \(directorate) cannot be \(operation): \(String(cString: strerror(errno)))"
        )
    }
}
