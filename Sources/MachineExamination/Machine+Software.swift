// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Publishing
import TextShaping

/// Libraries, fonts and dictionaries.
extension Machine {
    /// The Debian packages of the font files whose names begin so.
    private static let fontPackages = [
        ("Liberation", "fonts-liberation2"), ("DejaVu", "fonts-dejavu-core fonts-dejavu-extra"),
        ("Amiri", "fonts-hosny-amiri"),
        ("Lohit-Bengali", "fonts-lohit-beng-bengali"), ("Lohit-Devanagari", "fonts-lohit-deva"),
        ("Lohit-Gujarati", "fonts-lohit-gujr"), ("Lohit-Gurmukhi", "fonts-lohit-guru"),
        ("Lohit-Tamil", "fonts-lohit-taml"),
    ]

    var libraries: Finding {
        .good("libraries", LibraryVersion.all.map(\.description).joined(separator: ", "))
    }

    /// One finding where all fonts are there; otherwise one for each package that is missing.
    func fonts(of program: ProgramFiles) -> [Finding] {
        let fonts = ProgramFonts(of: program)
        if fonts.missing.isEmpty {
            return [.good("fonts", fonts.versions.map(\.description).joined(separator: ", "))]
        }
        let packages = Self.fontPackages.filter { start, _ in fonts.missing.contains { $0.hasPrefix(start) } }
        return packages.map { start, package in
            let files = fonts.missing.filter { $0.hasPrefix(start) }.joined(separator: ", ")
            let hint = "apt install \(package)"
            // Every paper is set in the first; letters that a font lacks come from the others.
            return start == "Liberation"
                ? .error("fonts", "\(files): not found", hint: hint)
                : .warning("fonts", "\(files): not found, and letters of that script cannot be set", hint: hint)
        }
    }

    var hyphenation: Finding {
        file("hyph_en_GB.dic", in: hyphenationFolder, "hyphenation", "words are not divided", "hyphen-en-gb")
    }

    var spelling: Finding {
        file("en_GB.dic", in: dictionaries, "spelling", "no check finds misspelt words", "hunspell-en-gb")
    }

    private func file(_ name: String, in folder: String, _ subject: String, _ loss: String, _ package: String)
        -> Finding
    {
        let path = "\(folder)/\(name)"
        if FileManager.default.isReadableFile(atPath: path) { return .good(subject, path) }
        return .warning(subject, "\(path) is not there: \(loss)", hint: "apt install \(package)")
    }
}
