// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// What the paginator fills pages with, one under another.
enum FlowItem {
    case box(Box)
    case table(TableLayout)
    /// What follows begins on a new page of the same run.
    case pageBreak
    /// What follows begins on a new page; its pages have a label, an orientation, and notes at their feet.
    case newPage(label: String, Orientation, footnotes: [NodeID: Footnote])
}
