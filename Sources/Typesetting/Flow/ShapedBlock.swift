// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// A block whose words are shaped and whose styles are chosen, but which has no measure yet.
struct ShapedBlock {
    enum Content {
        case text(ShapedText)
        case list([Item])
        case quotation([ShapedBlock])
        case details([Pair])
        case table(ShapedTable)
        case contents(ShapedContents)
        /// Stand at the foot of the pages of their marks.
        case footnotes([ShapedNote])
    }

    /// An item of a list with its mark.
    struct Item {
        var marker: ShapedText
        var blocks: [ShapedBlock]

        /// Whether it runs from right to left.
        var isBackward: Bool {
            if case .text(let text)? = blocks.first?.content { text.isBackward } else { false }
        }
    }

    /// A note, and what marks refer to it by.
    struct ShapedNote {
        var id: NodeID
        var blocks: [ShapedBlock]
    }

    /// A label and its values.
    struct Pair {
        var label: ShapedText
        var values: [ShapedBlock]
    }

    /// What a block asks of the page breaks around it.
    struct Keep: OptionSet {
        var rawValue: Int

        static let withNext = Keep(rawValue: 1)
        static let withPrevious = Keep(rawValue: 2)
        static let together = Keep(rawValue: 4)
    }

    var content: Content
    var before: Length
    var after: Length
    var keep: Keep = []
    var anchor: String?
    var outlineEntry: OutlineEntry?
    /// Whether it is a note under a table, which goes where the table goes.
    var isTableNote = false
    /// Drawn under the block, across the measure; zero for none.
    var rule: Length = .zero
}
