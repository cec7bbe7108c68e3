// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import TextShaping

/// The font files that the program was tested with, by their digests: with others a paper may come out with other lines and pages.
struct KnownFonts {
    private let digests: [String: String]

    /// Reads a list as `sha256sum` writes it: a digest and a file's name on each line.
    init(list: String) {
        let text = (try? String(contentsOfFile: list, encoding: .utf8)) ?? ""
        digests = Dictionary(
            text.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: " ", maxSplits: 1)
                return parts.count == 2 ? (parts[1].trimmingPrefix(" ").description, String(parts[0])) : nil
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Warnings of the fonts that are not as they were; a font that is not in the list is the council's own affair.
    ///
    /// - Parameter digest: works out the digest of a file, or knows it.
    func changed(among files: [FontFile], digest: (FontFile) -> String? = \.digest) -> [Diagnostic] {
        files.filter { file in digests[file.name].map { $0 != digest(file) } ?? false }.map { file in
            Diagnostic(.untestedFont(file.name), at: nil)
        }
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
