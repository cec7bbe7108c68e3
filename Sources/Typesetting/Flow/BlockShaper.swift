// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// Shapes the blocks of a paper in the styles of a theme.
struct BlockShaper {
    private let theme: Theme
    private var paragraphs: ParagraphShaper

    var diagnostics: [Diagnostic] { paragraphs.diagnostics }

    init(theme: Theme, shaper: TextShaper, language: String, cache: ParagraphCache = ParagraphCache()) {
        self.theme = theme
        paragraphs = ParagraphShaper(shaper: shaper, language: language, linkColour: theme.linkColour, cache: cache)
    }

    /// Shapes blocks that stand one under another in the page's own style.
    mutating func shape(_ blocks: [Block]) throws(FontError) -> [ShapedBlock] {
        try shape(blocks, in: theme.body)
    }

    /// Shapes a line of running text.
    ///
    /// - Parameter style: the theme's for running text where none is given.
    mutating func shapeRunning(
        _ text: String,
        _ furniture: Owner.Furniture,
        in style: Theme.TextStyle? = nil
    ) throws(FontError) -> ShapedText {
        try paragraphs.shape([.text(text)], in: style ?? theme.running.text, owner: .furniture(furniture), at: nil)
    }

    private mutating func shape(_ blocks: [Block], in style: Theme.BlockStyle) throws(FontError) -> [ShapedBlock] {
        var shaped: [ShapedBlock] = []
        shaped.reserveCapacity(blocks.count)
        for block in blocks { try shaped.append(contentsOf: shape(block, in: style)) }
        return shaped
    }

    private mutating func shape(_ block: Block, in style: Theme.BlockStyle) throws(FontError) -> [ShapedBlock] {
        switch block.content {
        case .heading(let heading): return [try shape(heading, of: block)]
        case .paragraph(let paragraph): return [try shape(paragraph, of: block, in: style)]
        case .list(let list): return [try shape(list, of: block, in: style)]
        case .quotation(let blocks):
            let inner = try shape(blocks, in: style)
            return [ShapedBlock(content: .quotation(inner), before: style.before, after: style.after)]
        case .details(let details): return [try shape(details, of: block)]
        case .contents(let contents): return [try shape(contents, of: block)]
        case .signature(let signature): return try shape(signature, of: block)
        case .table(let table): return try shape(table, of: block)
        case .notes(let notes): return try shape(notes, after: theme.body.after)
        }
    }

    private mutating func shape(_ heading: Heading, of block: Block) throws(FontError) -> ShapedBlock {
        let style = theme.headings[min(max(heading.level, 1), theme.headings.count) - 1]
        var inlines = heading.inlines
        if let number = heading.number { inlines.insert(.text("\(number)\u{2002}"), at: 0) }
        let text = try paragraphs.shape(inlines, in: style.text, owner: .node(block.id), at: block.location)
        // A soft hyphen shows only where a line ends, and an outline has no lines.
        let words = heading.inlines.plainText.replacing("\u{AD}", with: "")
        let title = [heading.number, words].compactMap(\.self).joined(separator: " ")
        return ShapedBlock(
            content: .text(text),
            before: style.before,
            after: style.after,
            keep: [.withNext, .together],
            anchor: heading.anchor,
            outlineEntry: OutlineEntry(level: heading.level, title: title, anchor: heading.anchor)
        )
    }

    private mutating func shape(
        _ paragraph: Paragraph,
        of block: Block,
        in style: Theme.BlockStyle
    ) throws(FontError) -> ShapedBlock {
        let style =
            switch paragraph.role {
            case .body, .leadIn: style
            case .subheading: theme.subheading
            case .tableNote: theme.note.block
            }
        let text = try paragraphs.shape(paragraph.inlines, in: style.text, owner: .node(block.id), at: block.location)
        var shaped = ShapedBlock(content: .text(text), before: style.before, after: style.after)
        if paragraph.role != .body { shaped.keep.insert(.withNext) }
        return shaped
    }

    private mutating func shape(
        _ list: List,
        of block: Block,
        in style: Theme.BlockStyle
    ) throws(FontError) -> ShapedBlock {
        var items: [ShapedBlock.Item] = []
        for (index, item) in list.items.enumerated() {
            let mark =
                switch list.marker {
                case .bullet: theme.list.bullet
                case .decimal(let start): "\(start + index)."
                case .letter: "(\(Self.letters(index)))"
                }
            var tight = style
            tight.after = theme.list.gap
            items.append(
                ShapedBlock.Item(
                    marker: try paragraphs.shape(
                        [.text(mark)],
                        in: style.text,
                        owner: .label(item.id),
                        at: block.location
                    ),
                    blocks: try shape(item.blocks, in: tight)
                )
            )
        }
        return ShapedBlock(content: .list(items), before: style.before, after: style.after)
    }

    /// a, b, … z, aa, ab …
    private static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }

    private mutating func shape(_ details: Details, of block: Block) throws(FontError) -> ShapedBlock {
        var label = theme.body
        label.text.isBold = true
        label.after = theme.details.gap
        var value = theme.body
        value.after = .zero
        var pairs: [ShapedBlock.Pair] = []
        for pair in details.pairs {
            pairs.append(
                ShapedBlock.Pair(
                    label: try paragraphs.shape(pair.label, in: label.text, owner: .label(pair.id), at: block.location),
                    values: try shape(pair.values, in: value)
                )
            )
        }
        var shaped = ShapedBlock(content: .details(pairs), before: theme.body.before, after: theme.body.after)
        if details.role == .headerBlock { shaped.rule = theme.details.rule }
        return shaped
    }

    private mutating func shape(_ contents: Contents, of block: Block) throws(FontError) -> ShapedBlock {
        var entries: [ShapedContents.Entry] = []
        for entry in contents.entries {
            var style = theme.body.text
            style.isBold = entry.level == 1
            let words = [entry.number, entry.words].compactMap(\.self).joined(separator: "\u{2002}")
            entries.append(
                ShapedContents.Entry(
                    text: try paragraphs.shape([.text(words)], in: style, owner: .node(entry.id), at: block.location),
                    indent: theme.list.indent * (entry.level - 1),
                    anchor: entry.anchor,
                    node: entry.id,
                    words: words
                )
            )
        }
        let heading = [try shape(contents.heading, of: block)]
        let shaped = ShapedContents(heading: heading, entries: entries, fromPages: contents.fromPages)
        return ShapedBlock(content: .contents(shaped), before: .zero, after: theme.body.after)
    }

    private mutating func shape(_ signature: Signature, of block: Block) throws(FontError) -> [ShapedBlock] {
        var name = theme.body.text
        name.isBold = true
        // The space is drawn at the line's end, so that the lines are read as two words.
        let lines = [(signature.name + [.text(" ")], name), (signature.post, theme.body.text)]
        var shaped: [ShapedBlock] = []
        for (inlines, style) in lines {
            let text = try paragraphs.shape(inlines, in: style, owner: .node(block.id), at: block.location)
            shaped.append(ShapedBlock(content: .text(text), before: .zero, after: .zero, keep: .withPrevious))
        }
        shaped[0].before = theme.signatureGap
        shaped[0].keep.insert(.withNext)
        shaped[1].after = theme.body.after
        return shaped
    }

    private mutating func shape(_ table: Table, of block: Block) throws(FontError) -> [ShapedBlock] {
        var shaped = ShapedTable(columns: table.columns, isLandscape: table.isLandscape, location: block.location)
        for row in table.header { shaped.header.append(try shape(row)) }
        shaped.rows.reserveCapacity(table.rows.count)
        for row in table.rows { shaped.rows.append(try shape(row)) }
        shaped.measureColumns(theme: theme)
        if !table.title.isEmpty, theme.table.repeatsTitle {
            let words = "\(table.title) \(theme.table.continued)"
            shaped.continuedTitle = try shapeTableFurniture(words, .continuedTitle, isBold: true)
        }
        if !theme.table.overleaf.isEmpty {
            shaped.overleaf = try shapeTableFurniture(theme.table.overleaf, .overleaf, isBold: false)
        }
        let hasNotesUnder = !table.notes.isEmpty && theme.note.place == .text
        var notes = try shape(table.notes, after: theme.table.after)
        for index in notes.indices { notes[index].isTableNote = true }
        let own = ShapedBlock(
            content: .table(shaped),
            before: theme.table.before,
            after: hasNotesUnder ? theme.note.block.text.leading / 2 : theme.table.after,
            anchor: table.anchor
        )
        return [own] + notes
    }

    private mutating func shapeTableFurniture(
        _ words: String,
        _ furniture: Owner.Furniture,
        isBold: Bool
    ) throws(FontError) -> ShapedText {
        var style = theme.table.text
        style.isBold = isBold
        return try paragraphs.shape([.text(words)], in: style, owner: .furniture(furniture), at: nil)
    }

    /// Notes one under another, or as footnotes, as the theme has them.
    ///
    /// - Parameter after: the space after the last of them.
    private mutating func shape(_ notes: [Note], after: Length) throws(FontError) -> [ShapedBlock] {
        var shaped: [ShapedBlock.ShapedNote] = []
        for note in notes { shaped.append(ShapedBlock.ShapedNote(id: note.id, blocks: try shape(note))) }
        guard theme.note.place == .text else {
            return notes.isEmpty ? [] : [ShapedBlock(content: .footnotes(shaped), before: .zero, after: .zero)]
        }
        var blocks = shaped.flatMap(\.blocks)
        if !blocks.isEmpty { blocks[blocks.count - 1].after = after }
        return blocks
    }

    /// A note's label, which leads back to its first mark, before its first paragraph.
    private mutating func shape(_ note: Note) throws(FontError) -> [ShapedBlock] {
        var blocks = note.blocks
        var words: [Inline] = []
        var owner = Owner.label(note.id)
        if case .paragraph(let first) = blocks.first?.content {
            words = first.inlines
            owner = .node(blocks.removeFirst().id)
        }
        let style = theme.note.block
        let location = note.blocks.first?.location
        let text = try paragraphs.shape(words, in: style.text, owner: owner, labelOf: note, at: location)
        let first = ShapedBlock(
            content: .text(text),
            before: style.before,
            after: style.after,
            anchor: note.anchor
        )
        return [first] + (try shape(blocks, in: style))
    }

    private mutating func shape(_ row: Table.Row) throws(FontError) -> ShapedTable.Row {
        var shaped = ShapedTable.Row(kind: row.kind, cells: [])
        shaped.cells.reserveCapacity(row.cells.count)
        let style = Theme.BlockStyle(text: theme.table.text, before: .zero, after: theme.table.text.leading / 3)
        var strong = style
        strong.text.isBold = true
        // What names others is never hyphenated.
        strong.text.hyphenateBelow = .zero
        for cell in row.cells {
            let isHeading = row.kind != .body
            shaped.cells.append(
                ShapedTable.Cell(
                    columnSpan: cell.columnSpan,
                    rowSpan: cell.rowSpan,
                    blocks: try shape(cell.blocks, in: isHeading ? strong : style)
                )
            )
        }
        if case .band = row.kind, let cell = row.cells.first {
            let continued: [Inline] = [.text(" " + theme.table.continued)]
            shaped.continued = try shape(cell.blocks.appending(continued), in: strong)
        }
        return shaped
    }
}

extension [Block] {
    /// The same with words added to the last paragraph.
    fileprivate func appending(_ inlines: [Inline]) -> [Block] {
        guard case .paragraph(var paragraph) = last?.content else { return self }
        var blocks = self
        paragraph.inlines += inlines
        blocks[blocks.count - 1].content = .paragraph(paragraph)
        return blocks
    }
}
