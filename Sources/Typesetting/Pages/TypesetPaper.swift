// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// A paper set in pages.
package struct TypesetPaper: Sendable, Hashable {
    /// A heading in the outline beside the pages.
    package struct OutlineEntry: Sendable, Hashable {
        /// From one, never more than one deeper than the entry before it.
        package var level: Int
        package var title: String
        package var anchor: String
    }

    package var properties: Paper.Properties
    package var pages: [Page]
    package var outline: [OutlineEntry]
    package var diagnostics: [Diagnostic]
}
