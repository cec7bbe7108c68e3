// SPDX-License-Identifier: Apache-2.0

import Glibc
package import TextShaping

/// The fonts that the program was tested with, and which of them this machine has.
package struct ProgramFonts: Sendable, Hashable {
    /// The families that are there, each with the version of its upright file of ordinary weight, by their names.
    package let versions: [FontVersion]
    /// The files that are not there, by their names.
    package let missing: [String]

    /// Looks for the files that `fonts/digests.txt` lists in the folders that `fonts/fonts.conf` names.
    ///
    /// Texts are taken apart as bytes, and of a family only the upright file of ordinary weight is opened, since `--version` asks for this.
    package init(of program: ProgramFiles) {
        let folders = Self.folders(inConfiguration: program.fontConfiguration)
        var versions: [FontVersion] = []
        var missing: [String] = []
        // A file that several releases of Debian have is listed once for each.
        var seen: Set<ArraySlice<UInt8>> = []
        for line in Self.lines(of: program.fontDigests) {
            let start = line.lastIndex(of: Self.space).map { $0 + 1 } ?? 0
            let file = line[start...]
            if file.isEmpty || !seen.insert(file).inserted { continue }
            let name = String(decoding: file, as: UTF8.self)
            guard let path = Self.path(of: name, in: folders) else {
                let other = Self.otherName(of: name).flatMap { Self.path(of: $0, in: folders) }
                if other == nil { missing.append(name) }
                continue
            }
            if Self.isStyle(file) { continue }
            if let version = FontVersion(path: path) { Self.insert(version, into: &versions) }
        }
        self.versions = versions
        self.missing = missing.sorted()
    }

    /// The name that a file has in another release of its family: its slanted style is called so, or italic. `nil` for another style.
    private static func otherName(of name: String) -> String? {
        for (style, other) in [("Slanted", "Italic"), ("Italic", "Slanted")] where name.hasSuffix(style + ".ttf") {
            return name.dropLast(style.count + 4) + other + ".ttf"
        }
        return nil
    }

    private static let styles = ["Bold", "Italic", "Oblique", "Slanted"].map { Array($0.utf8) }
    private static let space = UInt8(ascii: " ")
    private static let hyphen = UInt8(ascii: "-")
    private static let lineFeed = UInt8(ascii: "\n")

    /// Whether a file is the bold or slanted one of a family, by its name.
    private static func isStyle(_ file: ArraySlice<UInt8>) -> Bool {
        guard let hyphen = file.lastIndex(of: hyphen) else { return false }
        let style = file[(hyphen + 1)...]
        return styles.contains { style.starts(with: $0) }
    }

    /// The path of the first file of a name; `nil` if there is none that may be read.
    private static func path(of name: String, in folders: [String]) -> String? {
        for folder in folders {
            let path = folder + "/" + name
            if access(path, R_OK) == 0 { return path }
        }
        return nil
    }

    /// Keeps versions in the order of their families, each once.
    private static func insert(_ version: FontVersion, into versions: inout [FontVersion]) {
        var index = versions.count
        while index > 0, versions[index - 1].family >= version.family {
            index -= 1
            if versions[index].family == version.family { return }
        }
        versions.insert(version, at: index)
    }

    /// The folders in a configuration of Fontconfig, in their order: `<dir>FOLDER</dir>`, each on a line of its own.
    private static func folders(inConfiguration path: String) -> [String] {
        let own = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
        var folders: [String] = []
        for line in lines(of: path) {
            guard let tag = line.firstIndex(of: UInt8(ascii: "<")), tag + 4 < line.endIndex,
                line[tag + 1] == UInt8(ascii: "d"), line[tag + 2] == UInt8(ascii: "i"),
                line[tag + 3] == UInt8(ascii: "r"), let start = line.firstIndex(of: UInt8(ascii: ">")),
                let end = line.lastIndex(of: UInt8(ascii: "<")), start < end
            else { continue }
            let folder = String(decoding: line[(start + 1)..<end], as: UTF8.self)
            folders.append(folder == "." ? own : folder)
        }
        return folders
    }

    /// The lines of a short text file; none where it cannot be read.
    private static func lines(of path: String) -> [ArraySlice<UInt8>] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        let most = 1 << 16
        let text = [UInt8](unsafeUninitializedCapacity: most) { buffer, initialized in
            initialized = max(0, read(file, buffer.baseAddress, most))
        }
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in text.indices where text[index] == lineFeed {
            lines.append(text[start..<index])
            start = index + 1
        }
        if start < text.count { lines.append(text[start...]) }
        return lines
    }
}
