// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// The files that come with the program: its layouts, its font configuration, the workspace that a new one starts from.
package struct ProgramFiles: Sendable, Hashable {
    /// The folder that holds `layouts/`, `fonts/` and `starter/`.
    package var folder: String

    package init(folder: String) { self.folder = folder }

    /// The paths of the files that come with the program.
    package var layouts: String { folder + "/layouts" }
    package var fontConfiguration: String { folder + "/fonts/fonts.conf" }
    package var fontDigests: String { folder + "/fonts/digests.txt" }
    package var starter: String { folder + "/starter" }

    /// Finds them: in the folder that `CLEARDAYS_HOME` names, or in the nearest folder above the program that holds
    /// them, or in `share/cleardays` of one of those.
    package static func find() -> ProgramFiles? {
        if let home = ProcessInfo.processInfo.environment["CLEARDAYS_HOME"], holdsAll(home) {
            return ProgramFiles(folder: home)
        }
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
            return nil
        }
        return above(program)
    }

    /// Finds them from a place below them.
    package static func above(_ path: String) -> ProgramFiles? {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            for candidate in [String(folder), folder + "/share/cleardays"] where holdsAll(candidate) {
                return ProgramFiles(folder: candidate)
            }
        }
        return nil
    }

    private static func holdsAll(_ folder: String) -> Bool {
        ["/layouts/tables", "/fonts/fonts.conf"].allSatisfy { FileManager.default.fileExists(atPath: folder + $0) }
    }
}
