// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import TextShaping

/// The fonts that the program was tested with, and which of them this machine has.
package struct ProgramFonts: Sendable, Hashable {
    /// The families that are there, each with the version of its first file, by their names.
    package let versions: [FontVersion]
    /// The files that are not there, by their names.
    package let missing: [String]

    /// Looks for the files that `fonts/digests.txt` lists in the folders that `fonts/fonts.conf` names.
    package init(of program: ProgramFiles) {
        let folders = Self.folders(inConfiguration: program.fontConfiguration)
        var versions: [String: FontVersion] = [:]
        var missing: [String] = []
        for name in Self.names(inList: program.fontDigests) {
            guard let version = folders.lazy.compactMap({ FontVersion(path: "\($0)/\(name)") }).first else {
                missing.append(name)
                continue
            }
            if versions[version.family] == nil { versions[version.family] = version }
        }
        self.versions = versions.values.sorted { $0.family < $1.family }
        self.missing = missing.sorted()
    }

    /// The folders in a configuration of Fontconfig, in their order.
    private static func folders(inConfiguration path: String) -> [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let own = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return text.split(separator: "\n").compactMap { line in
            guard line.contains("<dir"), let start = line.firstIndex(of: ">"), let end = line.lastIndex(of: "<"),
                start < end
            else { return nil }
            let folder = line[line.index(after: start)..<end]
            return folder == "." ? own : String(folder)
        }
    }

    /// The names of files in a list as `sha256sum` writes it.
    private static func names(inList path: String) -> [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) }
    }
}
