// SPDX-License-Identifier: Apache-2.0

import Foundation

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
            try markTables(in: folder)
        } catch {
            throw PublicationError(.inputOutput, "the files of a new workspace cannot be written to \(folder)")
        }
    }

    /// Puts a byte-order mark before each CSV file: without one Excel takes UTF-8 for Windows-1252, and shows `Â£` for `£`.
    private static func markTables(in folder: String) throws {
        let mark = Data([0xEF, 0xBB, 0xBF])
        for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
        where name.hasSuffix(".csv") {
            let url = URL(filePath: folder + "/" + name)
            let content = try Data(contentsOf: url)
            if !content.starts(with: mark) { try (mark + content).write(to: url) }
        }
    }
}
