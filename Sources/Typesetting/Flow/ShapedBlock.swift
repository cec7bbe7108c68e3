// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// A shaped block of a section, which has no measure yet.
enum ShapedBlock {
    case text(TextBlock)
    /// Text with a box around it, of what is asked or of why a paper is not for publication.
    case panel([TextBlock], Panel.Kind)
    case masthead(ShapedMasthead)
    /// A note under a table, which goes where the table goes.
    case tableNote(TextBlock)
    case details(ShapedDetails)
    case columns(ShapedColumns)
    case table(ShapedTable)
    case contents(ShapedContents)
    case figure(ShapedFigure)
    /// Notes at the foot of the pages of their marks.
    case footnotes([ShapedNote])
    /// What follows begins on a new page.
    case pageBreak

    /// Whether a page may not end after the block.
    var keepsWithNext: Bool {
        switch self {
        case .text(let block), .tableNote(let block): block.keep.contains(.withNext)
        case .panel, .masthead, .details, .columns, .table, .contents, .figure, .footnotes, .pageBreak: false
        }
    }
}

/// A shaped masthead.
struct ShapedMasthead {
    var logo: ShapedFigure?
    var name: [TextBlock]
    var meeting: [TextBlock]
}

/// Shaped labels and values side by side.
struct ShapedDetails {
    /// A label and its values.
    struct Pair {
        var label: ShapedText
        var values: [TextBlock]
    }

    var pairs: [Pair]
    /// Whether it is set as prose is: in the measure of paragraphs, and a page may end between pairs, and within one where its lines allow it.
    var isProse = false
    /// The thickness of the rule under the block, across the measure; zero for none.
    var rule: Length = .zero
    var spaceBefore: Length
    var spaceAfter: Length
}

/// Shaped labels side by side, each over its words: key figures over what they count.
struct ShapedColumns {
    /// A label, and the words under it.
    struct Column {
        var label: ShapedText
        var words: [TextBlock]
    }

    var columns: [Column]
    /// A narrower column is put under the others.
    var leastWidth = Length.zero
    var spaceBefore: Length
    var spaceAfter: Length
}

/// A shaped note, and the node by which marks refer to it.
struct ShapedNote {
    var id: NodeID
    /// Its number in the section.
    var number: Int
    /// What it says, with its label.
    var words: String
    var blocks: [TextBlock]
}
