// SPDX-License-Identifier: Apache-2.0

import Geometry

/// A shaped paragraph, list or quotation, or a small line of a table: the only blocks that a cell, a note, an item or a quotation may hold.
///
/// Its words are shaped and its styles are chosen, but it has no measure yet.
struct TextBlock {
    /// The kinds of text block.
    enum Content {
        case paragraph(ShapedText)
        case list([Item])
        case quotation([TextBlock])
        indirect case sparkline(Sparkline)
    }

    /// An item of a list with its marker.
    struct Item {
        var marker: ShapedText
        var blocks: [TextBlock]

        /// Whether it runs from right to left.
        var isBackward: Bool { blocks.first?.isBackward ?? false }
    }

    /// Where a page may not end around the block.
    struct Keep: OptionSet {
        var rawValue: Int

        static let withNext = Keep(rawValue: 1)
        static let withPrevious = Keep(rawValue: 2)
        static let together = Keep(rawValue: 4)
    }

    var content: Content
    /// Drawn before the first line of a paragraph; its lines begin after it.
    var symbol: SymbolDrawing?
    /// The distance from the margin to the block, in which the number of a paragraph hangs.
    var gutter = Length.zero
    /// Drawn in the gutter, beside the first line of a paragraph, and read before it.
    var number: ShapedText?
    /// The space above the block, or that below the block before it if that is larger.
    var spaceBefore: Length
    var spaceAfter: Length
    var keep: Keep = []
    var anchor: String?
    var outlineEntry: OutlineEntry?

    /// Whether it runs from right to left, as its first paragraph does.
    var isBackward: Bool {
        switch content {
        case .paragraph(let text): text.isBackward
        case .list(let items): items.first?.isBackward ?? false
        case .quotation(let blocks): blocks.first?.isBackward ?? false
        case .sparkline: false
        }
    }
}
