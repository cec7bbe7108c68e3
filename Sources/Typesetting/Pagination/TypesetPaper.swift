// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// A paper divided into pages.
package struct TypesetPaper: Sendable, Hashable {
    /// The paper, with the page numbers of its references, and without notes for which a page shows others that say the same.
    package var paper: Paper
    /// The pages in order; their numbers begin at 1.
    package var pages: [Page]
    /// How many pages each section of the paper has.
    package var sectionPages: [Int]
    /// An entry for each heading.
    package var outline: [OutlineEntry]
    /// What typesetting has found, such as characters that no font has.
    package var diagnostics: [Diagnostic]
}
