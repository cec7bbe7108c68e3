// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Makes new workspaces.
package enum Starter {
    /// Copies the starting workspace into a folder that does not exist yet, or is empty.
    ///
    /// - Throws: a ``PublicationError`` where the folder holds something or cannot be written.
    package static func make(at folder: String, from program: ProgramFiles) throws(PublicationError) {
        let files = FileManager.default
        if files.fileExists(atPath: folder) {
            let contents = try? files.contentsOfDirectory(atPath: folder)
            guard contents?.isEmpty == true else {
                throw PublicationError(.inputOutput, "\(folder) is there already; name a folder that is not")
            }
        }
        try AtomicFile.makeFolder(folder)
        do {
            for name in try files.contentsOfDirectory(atPath: program.starter).sorted() {
                try files.copyItem(atPath: "\(program.starter)/\(name)", toPath: "\(folder)/\(name)")
            }
        } catch {
            throw PublicationError(.inputOutput, "the files of a new workspace cannot be written to \(folder)")
        }
    }
}
