// SPDX-License-Identifier: Apache-2.0

/// Every layout that a workspace can use: the program's own, each replaced by a file of the same name in the
/// workspace's `layouts/`.
package struct LayoutSet: Sendable, Hashable {
    /// Layouts of papers, by the `layout` that a paper names.
    package var papers: [String: PaperLayout]
    /// Layouts of returns, by the name that the part `appendices` of a paper gives.
    package var returns: [String: ReturnLayout]
    /// Kinds of table, by the `kind` that a return or a paper names.
    package var tables: [String: TableKind]
    /// Themes, by the name that a council or `--theme` gives.
    package var themes: [String: Theme]
    /// The words of the council's papers.
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
