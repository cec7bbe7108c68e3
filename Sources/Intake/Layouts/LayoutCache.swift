// SPDX-License-Identifier: Apache-2.0

import Layouts
import WorkspaceFiles

/// The layouts of the last reading, for the next one: most edits leave all of them as they are.
final class LayoutCache {
    /// What was made of the texts of some files.
    struct Entry {
        var texts: [SourceText]
        var layouts: LayoutSet
        var wordings: [String: Wording]
    }

    private var last: Entry?

    /// What was made of the same texts, or `nil` if these are others.
    func entry(for texts: [SourceText]) -> Entry? { last?.texts == texts ? last : nil }

    /// Keeps what was made of some texts, in which nothing had to be reported.
    func keep(_ entry: Entry) { last = entry }
}
