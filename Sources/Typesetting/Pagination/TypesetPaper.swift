// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// A paper divided into pages.
package struct TypesetPaper: Sendable, Hashable {
    /// The paper, with the page numbers of its references.
    package var paper: Paper
    package var pages: [Page]
    package var outline: [OutlineEntry]
    package var diagnostics: [Diagnostic]
}
