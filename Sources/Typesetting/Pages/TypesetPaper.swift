// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// A paper set in pages.
package struct TypesetPaper: Sendable, Hashable {
    /// What it says, with the pages that it refers to.
    package var paper: Paper
    /// From the first to the last; their numbers begin at 1.
    package var pages: [Page]
    /// An entry for each heading, for the bookmarks of a reader.
    package var outline: [OutlineEntry]
    /// What was found while the paper was set, such as characters that no font can draw as text.
    package var diagnostics: [Diagnostic]
}

/// A heading in the outline beside the pages.
package struct OutlineEntry: Sendable, Hashable {
    /// From one, never more than one deeper than the entry before it.
    package var level: Int
    /// The number and the words of the heading.
    package var title: String
    /// The anchor of the heading.
    package var anchor: String
}
