// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// The table of contents of a paper, shaped; the page numbers are added when they are known.
struct ShapedContents {
    /// A heading of the paper.
    struct Entry {
        var text: ShapedText
        /// The level of the heading.
        var level: Int
        /// The distance from the margin.
        var indent: Length
        var anchor: String
        var node: NodeID
        var words: String
    }

    var heading: TextBlock
    var entries: [Entry]
    /// A paper of fewer pages has no contents.
    var fromPages: Int
    var spaceAfter: Length
}
