// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import TextShaping

/// The font files that the program was tested with, by their digests: with others a paper may come out with other lines and pages. A file may have
/// several digests, one for each release of Debian.
struct KnownFonts {
    private let digests: [String: Set<String>]

    /// Reads a list as `sha256sum` writes it: a digest and a file's name on each line.
    init(list: String) {
        let text = (try? String(contentsOfFile: list, encoding: .utf8)) ?? ""
        var digests: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { continue }
            digests[parts[1].trimmingPrefix(" ").description, default: []].insert(String(parts[0]))
        }
        self.digests = digests
    }

    /// Warnings of the fonts that are not as they were; a font that is not in the list is the council's own affair.
    ///
    /// - Parameter digest: works out the digest of a file, or knows it.
    func changed(among files: [FontFile], digest: (FontFile) -> String? = \.digest) -> [Diagnostic] {
        files.filter { file in
            guard let known = digests[file.name] else { return false }
            return digest(file).map { !known.contains($0) } ?? true
        }.map { file in Diagnostic(.untestedFont(file.name), at: nil) }
    }
}

extension Diagnostic.Message {
    fileprivate static func untestedFont(_ name: String) -> Self {
        Self(
            .untestedFont,
            "the font \(own: name) is not the one that the program was tested with",
            hint:
                "lines and pages may fall otherwise than on another machine; where it does not matter, write its digest into "
                + "fonts/digests.txt"
        )
    }
}
