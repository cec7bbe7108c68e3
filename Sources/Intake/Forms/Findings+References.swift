// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension DiagnosticText.Source {
    /// The names of the council, which any file may be told.
    static let council = DiagnosticText.Source.file("council.yaml")
}

extension Findings {
    /// Reports a name that is none of the known ones; `kind` is what it should name. Known names that are themselves
    /// unknown, because their file could not be read, let everything pass.
    ///
    /// - Parameter source: where the known names come from.
    @discardableResult
    func check(
        _ text: YAMLText,
        among known: [String]?,
        of kind: String,
        from source: DiagnosticText.Source
    ) -> Bool {
        guard let known, !known.contains(text.string) else { return true }
        error(
            "unknown \(own: kind) `\(text.string.shortened)`",
            at: text.location,
            hint: NearestName.hint(for: text.string, among: known, from: source)
        )
        return false
    }
}
