// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// The folders of a workspace.
extension Machine {
    func workspace(_ path: String) -> Finding {
        let council = "\(path)/council.yaml"
        if FileManager.default.isReadableFile(atPath: council) { return .good("workspace", path) }
        if FileManager.default.fileExists(atPath: council) {
            return .error(
                "workspace",
                "\(council) may not be read",
                hint: "give this user the right to read the folder"
            )
        }
        return .error(
            "workspace",
            "there is no \(council)",
            hint: "name the folder that holds council.yaml; `cleardays new` makes one"
        )
    }

    /// What is exempt is remembered in the workspace, and nothing is made where that cannot be written.
    func ledger(of workspace: String) -> Finding { writableFolder("ledger", "\(workspace)/.cleardays") }

    /// Whether a folder may be written to, or may be made where it is not there.
    func writableFolder(_ subject: String, _ path: String) -> Finding {
        var folder = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let isThere = FileManager.default.fileExists(atPath: folder)
        while folder != "/", !FileManager.default.fileExists(atPath: folder) {
            folder = URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false)
            while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        }
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        guard isFolder else {
            return .error(subject, "\(path) cannot be made: \(folder) is no folder", hint: "name another folder")
        }
        if FileManager.default.isWritableFile(atPath: folder) {
            return .good(subject, isThere ? path : "\(path), which will be made")
        }
        return .error(
            subject,
            "\(path) cannot be written: this user may not write in \(folder)",
            hint: "give the user the right to write there, or name another folder"
        )
    }
}
