// SPDX-License-Identifier: Apache-2.0

import Layouts
import Synchronization
import WorkspaceFiles

/// The layouts of the last reading, for the next one: most edits leave all of them as they are.
final class LayoutCache: Sendable {
    /// What was made of the texts of some files.
    struct Entry: Sendable {
        var texts: [SourceText]
        var layouts: LayoutSet
        var wordings: [String: Wording]
    }

    private let last = Mutex<Entry?>(nil)

    /// What was made of the same texts, or `nil` if these are others.
    func entry(for texts: [SourceText]) -> Entry? {
        let known = last.withLock(\.self)
        return known?.texts == texts ? known : nil
    }

    /// Keeps what was made of some texts, in which nothing had to be reported.
    func keep(_ entry: Entry) { last.withLock { $0 = entry } }
}
