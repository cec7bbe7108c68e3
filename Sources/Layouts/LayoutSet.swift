// SPDX-License-Identifier: Apache-2.0

/// Every layout that a workspace can use: the program's own, each replaced by a file of the same name in the
/// workspace's `layouts/`.
package struct LayoutSet: Sendable, Hashable {
    package var papers: [String: PaperLayout]
    package var returns: [String: ReturnLayout]
    package var tables: [String: TableKind]
    package var themes: [String: Theme]
    package var wording: Wording

    package init(
        papers: [String: PaperLayout] = [:],
        returns: [String: ReturnLayout] = [:],
        tables: [String: TableKind] = [:],
        themes: [String: Theme] = [:],
        wording: Wording = Wording()
    ) {
        self.papers = papers
        self.returns = returns
        self.tables = tables
        self.themes = themes
        self.wording = wording
    }
}
