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
        /// The least distance from the margin to its text, where it is a part of an item or of a list whose markers are wider.
        var leastInset = Length.zero

        /// Whether it runs from right to left.
        var isBackward: Bool { blocks.first?.isBackward ?? false }
    }

    /// Where a page may not end around the block.
    struct Keep: OptionSet {
        var rawValue: Int

        static let withNext = Keep(rawValue: 1)
        static let withPrevious = Keep(rawValue: 2)
        static let together = Keep(rawValue: 4)
        /// Of a list: the beginning of its second item stays with the first, and so with the words that lead into it. A list that goes on to the next
        /// page behind one item would look as if it had one.
        static let firstItems = Keep(rawValue: 8)
    }

    var content: Content
    /// What is drawn at the first line of a paragraph. Blocks are many, and few have any: it is stored apart from them.
    private(set) var beside: Beside? = nil
    /// The distance from the margin to the block, in which the number of a paragraph hangs.
    var gutter = Length.zero
    /// The space above the block, or that below the block before it if that is larger.
    var spaceBefore: Length
    var spaceAfter: Length
    var keep: Keep = []
    var anchor: String?
    var outlineEntry: OutlineEntry?

    /// What is drawn at the first line of a paragraph, before it or in its gutter.
    indirect enum Beside {
        case symbol(SymbolDrawing)
        case number(ShapedText)
        /// The rule over a signature.
        case rule
        /// The bar in the margin beside a passage that is not for publication.
        case bar
    }

    /// Drawn before the first line of a paragraph; its lines begin after it.
    var symbol: SymbolDrawing? {
        get { if case .symbol(let symbol)? = beside { symbol } else { nil } }
        set { beside = newValue.map { .symbol($0) } }
    }

    /// Drawn in the gutter, beside the first line of a paragraph, and read before it.
    var number: ShapedText? {
        get { if case .number(let number)? = beside { number } else { nil } }
        set { beside = newValue.map { .number($0) } }
    }

    /// Whether the first line of a paragraph has the theme's rule for signatures over it.
    var isUnderRule: Bool {
        get { if case .rule? = beside { true } else { false } }
        set { beside = newValue ? .rule : nil }
    }

    /// Whether it is a quotation that holds a passage which is not for publication, with the theme's bar in the margin.
    var isBesideBar: Bool {
        get { if case .bar? = beside { true } else { false } }
        set { beside = newValue ? .bar : nil }
    }

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
