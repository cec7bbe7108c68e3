// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Findings {
    /// Reports a name that is none of the known ones; `kind` is what it should name. Known names that are themselves
    /// unknown, because their file could not be read, let everything pass.
    @discardableResult
    func check(_ text: YAMLText, among known: [String]?, of kind: String) -> Bool {
        guard let known, !known.contains(text.string) else { return true }
        error(
            "unknown \(kind) `\(text.string.shortened)`",
            at: text.location,
            hint: NearestName.hint(for: text.string, among: known)
        )
        return false
    }
}
