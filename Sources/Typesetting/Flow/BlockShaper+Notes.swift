// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// The notes of a text or a table.
extension BlockShaper {
    /// Shapes notes, for the text or for the feet of pages, as the theme has them.
    ///
    /// - Parameters:
    ///   - after: the space after the last of them.
    ///   - wrap: makes a block of the section of a block of a note.
    mutating func shape(
        _ notes: [Note],
        after: Length,
        wrap: (TextBlock) -> ShapedBlock
    ) throws(FontError) -> [ShapedBlock] {
        if notes.isEmpty { return [] }
        var shaped: [ShapedNote] = []
        for note in notes {
            shaped.append(
                ShapedNote(id: note.id, number: note.number, words: note.dump, blocks: try shape(note))
            )
        }
        guard theme.note.place == .text else { return [.footnotes(shaped)] }
        var blocks = shaped.flatMap(\.blocks)
        blocks[blocks.count - 1].spaceAfter = after
        return blocks.map(wrap)
    }

    /// Shapes a note, with its label, which links back to its first mark, before its first paragraph.
    private mutating func shape(_ note: Note) throws(FontError) -> [TextBlock] {
        var blocks = note.blocks
        if theme.note.hang > .zero, note.beginsWithinBlock { return try shape(hanging: note) }
        var words: [Inline] = []
        var owner = Owner.label(note.id)
        if case .paragraph(let first) = blocks.first?.content {
            words = first.inlines
            owner = .node(blocks.removeFirst().id)
        }
        let style = theme.note.block
        let location = note.blocks.first?.location
        let hangs = theme.note.hang > .zero && !words.isEmpty
        var first = TextBlock(
            content: .paragraph(
                try text.shape(words, in: style.text, owner: owner, labelOf: hangs ? nil : note, at: location)
            ),
            spaceBefore: style.before,
            spaceAfter: style.after,
            anchor: note.anchor
        )
        var rest = try text.shape(blocks, in: style)
        if hangs {
            let (label, hang) = try hangingLabel(of: note)
            first.hang(label, in: hang)
            for index in rest.indices { rest[index].gutter = hang }
        }
        return [first] + rest
    }

    /// Shapes a note whose first block is no paragraph: its label hangs beside the first line of that.
    private mutating func shape(hanging note: Note) throws(FontError) -> [TextBlock] {
        let style = theme.note.block
        var blocks = try text.shape(note.blocks, in: style)
        let (label, hang) = try hangingLabel(of: note)
        for index in blocks.indices { blocks[index].gutter = hang }
        if let first = blocks.indices.first {
            blocks[first].hang(label, in: hang)
            blocks[first].anchor = note.anchor
            blocks[first].spaceBefore = style.before
        }
        return blocks
    }

    /// The label of a note, and how far its words are from the margin.
    private mutating func hangingLabel(of note: Note) throws(FontError) -> (label: ShapedText, hang: Length) {
        let style = theme.note.block.text
        let location = note.blocks.first?.location
        let label = try text.shape([], in: style, owner: .label(note.id), labelOf: note, at: location)
        // A label that is wider than the theme has room for leaves as much space before the words as one of its letters has.
        return (label, max(theme.note.hang, label.naturalWidth + style.size / 4))
    }
}

extension Note {
    /// Whether it begins with an item or a quotation, which has a place of its own for its first line.
    fileprivate var beginsWithinBlock: Bool {
        switch blocks.first?.content {
        case .list(let list): !list.items.isEmpty
        case .quotation(let inner): !inner.isEmpty
        case .masthead, .heading, .paragraph, .details, .signature, .contents, .table, .figure, .notes, nil: false
        }
    }
}
