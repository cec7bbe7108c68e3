// SPDX-License-Identifier: Apache-2.0

import TextShaping

/// What `--version` tells: the program's version, those of the libraries that papers depend on, and those of the fonts.
package enum ProgramVersion {
    /// The version of the program.
    package static let number = "0.1.0"

    /// A line of each. The first is for programs: its last word is the number.
    package static func lines() -> [String] {
        let libraries = LibraryVersion.all.map(\.description).joined(separator: ", ")
        return ["cleardays \(number)", "libraries: \(libraries)"] + fonts()
    }

    private static func fonts() -> [String] {
        let program: ProgramFiles
        do throws(PublicationError) { program = try .find() } catch { return ["fonts: not known, since \(error)"] }
        let fonts = ProgramFonts(of: program)
        let there = fonts.versions.map(\.description).joined(separator: ", ")
        let missing = fonts.missing.joined(separator: ", ")
        return ["fonts: \(there.isEmpty ? "none" : there)"] + (missing.isEmpty ? [] : ["fonts missing: \(missing)"])
    }
}
