// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// Shapes paragraphs, lists and quotations in the styles of a theme.
struct TextBlockShaper {
    let theme: Theme
    /// The words of tables that continue on the next page.
    let continuation: Paper.TableContinuation
    private var paragraphs: ParagraphShaper

    var diagnostics: [Diagnostic] { paragraphs.diagnostics }

    init(
        theme: Theme,
        shaper: TextShaper,
        language: String,
        continuation: Paper.TableContinuation,
        cache: ParagraphCache
    ) {
        self.theme = theme
        self.continuation = continuation
        paragraphs = ParagraphShaper(shaper: shaper, language: language, linkColour: theme.linkColour, cache: cache)
    }

    /// Shapes the words of one paragraph.
    ///
    /// - Parameter note: the note whose label precedes the words.
    mutating func shape(
        _ inlines: [Inline],
        in style: Theme.TextStyle,
        owner: Owner,
        labelOf note: Note? = nil,
        at location: SourceLocation?
    ) throws(FontError) -> ShapedText {
        try paragraphs.shape(inlines, in: style, owner: owner, labelOf: note, at: location)
    }

    /// Shapes the blocks of a cell, a note, an item or a quotation.
    mutating func shape(_ blocks: [Block], in style: Theme.BlockStyle) throws(FontError) -> [TextBlock] {
        var shaped: [TextBlock] = []
        shaped.reserveCapacity(blocks.count)
        for block in blocks {
            if let text = try shape(block, in: style) { shaped.append(text) }
        }
        return shaped
    }

    /// Shapes a block.
    ///
    /// - Returns: `nil` for a block that only a section may hold.
    mutating func shape(_ block: Block, in style: Theme.BlockStyle) throws(FontError) -> TextBlock? {
        switch block.content {
        case .paragraph(let paragraph): return try shape(paragraph, of: block, in: style)
        case .list(let list): return try shape(list, of: block, in: style)
        case .quotation(let blocks):
            let inner = try shape(blocks, in: style)
            var shaped = TextBlock(content: .quotation(inner), spaceBefore: style.before, spaceAfter: style.after)
            if theme.exempt != nil, blocks.first?.isExemptMark == true { shaped.isBesideBar = true }
            return shaped
        case .figure(let figure):
            guard case .chart(.sparkline(let line)) = figure.graphic else { return nil }
            let sparkline = Sparkline(line, node: block.id, style: theme.figure, height: style.text.leading)
            return TextBlock(content: .sparkline(sparkline), spaceBefore: style.before, spaceAfter: style.after)
        // Intake refuses these inside other blocks.
        case .masthead, .heading, .details, .signature, .contents, .table, .notes: return nil
        }
    }

    private mutating func shape(
        _ paragraph: Paragraph,
        of block: Block,
        in style: Theme.BlockStyle
    ) throws(FontError) -> TextBlock {
        let style =
            switch paragraph.role {
            case .body, .leadIn: style
            case .exemptMark: theme.exempt?.mark ?? style
            case .subheading: theme.subheading
            case .tableNote: theme.note.block
            case .caption: theme.figure.title
            case .captionNote: theme.figure.note
            }
        var inlines = paragraph.inlines
        var number: ShapedText?
        if paragraph.role.isRunningText {
            number = try shape(number: paragraph.number, before: &inlines, in: style.text, of: block)
        } else if let label = paragraph.number {
            inlines.insert(.text("\(label)\u{2002}"), at: 0)
        }
        var text = try shape(inlines, in: style.text, owner: .node(block.id), at: block.location)
        if paragraph.symbol != nil { text.tieStatus() }
        var shaped = TextBlock(content: .paragraph(text), spaceBefore: style.before, spaceAfter: style.after)
        shaped.hang(number, in: theme.numberGutter)
        if let symbols = theme.symbols, let symbol = paragraph.symbol {
            shaped.symbol = SymbolDrawing(symbol, style: symbols, em: style.text.size)
        }
        if paragraph.role != .body { shaped.keep.insert(.withNext) }
        return shaped
    }

    /// Shapes the number of a heading or a paragraph that hangs in the gutter.
    ///
    /// - Parameter inlines: the words, which begin with the number if the gutter is too narrow for it.
    /// - Returns: `nil` without a number, and for one that is too wide.
    mutating func shape(
        number: String?,
        before inlines: inout [Inline],
        in style: Theme.TextStyle,
        of block: Block
    ) throws(FontError) -> ShapedText? {
        guard let number else { return nil }
        // The space is drawn, so that number and words are read as two.
        let shaped = try shape([.text(number + " ")], in: style, owner: .node(block.id), at: block.location)
        if shaped.naturalWidth <= theme.numberGutter { return shaped }
        inlines.insert(.text("\(number)\u{2002}"), at: 0)
        return nil
    }

    private mutating func shape(
        _ list: List,
        of block: Block,
        in style: Theme.BlockStyle
    ) throws(FontError) -> TextBlock {
        var tight = style
        tight.after = theme.list.gap
        var items: [TextBlock.Item] = []
        for (index, item) in list.items.enumerated() {
            let marker = list.marker.words(ofItem: index, bullet: theme.list.bullet)
            items.append(
                TextBlock.Item(
                    marker: try shape([.text(marker)], in: style.text, owner: .label(item.id), at: block.location),
                    blocks: try shape(item.blocks, in: tight)
                )
            )
        }
        return TextBlock(content: .list(items), spaceBefore: style.before, spaceAfter: style.after)
    }
}

extension Block {
    /// Whether it says that what follows it is exempt.
    var isExemptMark: Bool {
        if case .paragraph(let paragraph) = content { paragraph.role == .exemptMark } else { false }
    }
}

extension Paragraph.Role {
    /// Whether it is of text in a section, and not of what belongs to a table or a figure.
    var isRunningText: Bool { self == .body || self == .leadIn }
}

extension TextBlock {
    /// Hangs a number in a gutter at the beginning of the block.
    mutating func hang(_ number: ShapedText?, in gutter: Length) {
        guard let number else { return }
        self.number = number
        self.gutter = gutter
    }
}

extension List.Marker {
    /// The words that mark an item, by its index.
    func words(ofItem index: Int, bullet: String) -> String {
        switch self {
        case .bullet: bullet
        case .decimal(let start): "\(start + index)."
        case .letter: "(\(Self.letters(index)))"
        }
    }

    /// a, b, … z, aa, ab …
    private static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
