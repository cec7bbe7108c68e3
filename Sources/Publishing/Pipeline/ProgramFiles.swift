// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The files that come with the program: its layouts, its font configuration, the workspace that a new one starts from.
package struct ProgramFiles: Sendable, Hashable {
    /// The folder that holds `layouts/`, `fonts/`, `starter/` and `docs/rules/`.
    package var folder: String

    package init(folder: String) { self.folder = folder }

    /// The paths of the files that come with the program.
    package var layouts: String { folder + "/layouts" }
    package var fontConfiguration: String { folder + "/fonts/fonts.conf" }
    package var fontDigests: String { folder + "/fonts/digests.txt" }
    package var starter: String { folder + "/starter" }

    /// Finds them: in the folder that `CLEARDAYS_HOME` names, or else in the nearest folder above the program that holds
    /// them, or in `share/cleardays` of one of those.
    ///
    /// - Throws: a ``PublicationError`` if they are not there.
    package static func find() throws(PublicationError) -> ProgramFiles {
        // `--version` asks for them too: what Foundation has for this would take more than all else that it does.
        if let home = getenv("CLEARDAYS_HOME").map({ String(cString: $0) }), !home.isEmpty {
            let missing = parts.first { access(home + $0, F_OK) != 0 }
            guard let missing else { return ProgramFiles(folder: home) }
            throw PublicationError(
                .inputOutput,
                "CLEARDAYS_HOME is \(home), and there is no \(home)\(missing); "
                    + "set it to the folder of the program's `layouts` and `fonts`, or do not set it"
            )
        }
        if let files = program.flatMap(above) { return files }
        throw PublicationError(
            .inputOutput,
            "the folders `layouts` and `fonts` are not beside the program; set CLEARDAYS_HOME to their folder"
        )
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

    /// The path of the program, wherever links to it are.
    private static var program: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// What is there wherever they are.
    private static let parts = ["/layouts/tables", "/fonts/fonts.conf"]

    private static func holdsAll(_ folder: String) -> Bool {
        parts.allSatisfy { access(folder + $0, F_OK) == 0 }
    }
}
