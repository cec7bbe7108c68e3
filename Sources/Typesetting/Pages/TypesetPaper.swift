// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// A paper set in pages.
package struct TypesetPaper: Sendable, Hashable {
    /// What it says, with the pages that it refers to.
    package var paper: Paper
    package var pages: [Page]
    package var outline: [OutlineEntry]
    package var diagnostics: [Diagnostic]
}

/// A heading in the outline beside the pages.
package struct OutlineEntry: Sendable, Hashable {
    /// From one, never more than one deeper than the entry before it.
    package var level: Int
    package var title: String
    package var anchor: String
}
