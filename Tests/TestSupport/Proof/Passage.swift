// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting
import UnicodeText

/// Words of a paper that belong to one node, and where in the paper they stand: what pages are held against.
struct Passage {
    /// Where in a table a cell stands.
    struct CellPlace: Hashable {
        /// Rows of the header come before zero.
        var row: Int
        var columns: Range<Int>
        var kind: Table.Row.Kind
    }

    var owner: Owner
    /// Without white space and hyphens.
    var words: String
    /// How many of its lines show nothing, between line breaks that follow one another: on the smallest pages each has one of its own.
    var blankLines = 0
    /// The index of the block that it is in.
    var block: Int
    var cell: CellPlace?
    /// Whether it is of a note, which stands under the table or at the foot of a page.
    var isNote = false
    /// What it marks, if it is a mark.
    var marked: NodeID?
    /// Whether it stands among the words of the passage before it: a link or a mark.
    var isInner = false

    /// The passages of blocks, in reading order.
    static func all(in blocks: [Block]) -> [Passage] {
        blocks.enumerated().flatMap { index, block in passages(of: block, block: index, cell: nil) }
    }

    private static func passages(of block: Block, block index: Int, cell: CellPlace?) -> [Passage] {
        func passage(_ owner: Owner, _ words: String) -> Passage {
            Passage(owner: owner, words: words.unbroken, block: index, cell: cell)
        }
        switch block.content {
        case .heading(let heading): return [passage(.node(block.id), heading.inlines.plainText)]
        case .paragraph(let paragraph):
            let text = paragraph.inlines.ownText
            var own = passage(.node(block.id), text)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            own.blankLines = lines.dropFirst().dropLast().count { String($0).unbroken.isEmpty }
            return [own]
                + paragraph.inlines.linked.map { linked in
                    var passage = passage(.node(linked.node), linked.words)
                    passage.marked = linked.marked
                    passage.isInner = true
                    return passage
                }
        case .list(let list):
            return list.items.flatMap { item in
                [passage(.label(item.id), "•")]
                    + item.blocks.flatMap { passages(of: $0, block: index, cell: cell) }.map { passage in
                        // The rows of a table in an item are not those of its block.
                        var passage = passage
                        passage.cell = cell
                        return passage
                    }
            }
        case .masthead: return block.children.flatMap { passages(of: $0, block: index, cell: cell) }
        case .quotation(let blocks): return blocks.flatMap { passages(of: $0, block: index, cell: cell) }
        case .table(let table): return passages(of: table, block: index)
        case .notes(let notes): return notes.flatMap { passages(of: $0, block: index) }
        case .details, .signature, .contents, .figure: return []
        }
    }

    private static func passages(of table: Table, block: Int) -> [Passage] {
        var passages: [Passage] = []
        for (rows, first) in [(table.header, -table.header.count), (table.rows, 0)] {
            for placed in TableGrid(rows: rows, columns: table.columns.count).cells {
                let place = CellPlace(
                    row: first + placed.row,
                    columns: placed.column..<placed.column + placed.cell.columnSpan,
                    kind: rows[placed.row].kind
                )
                passages += placed.cell.blocks.flatMap { self.passages(of: $0, block: block, cell: place) }
            }
        }
        return passages + table.notes.flatMap { self.passages(of: $0, block: block) }
    }

    private static func passages(of note: Note, block: Int) -> [Passage] {
        let label = Passage(owner: .label(note.id), words: "[\(note.label)]".unbroken, block: block, isNote: true)
        return [label]
            + note.blocks.flatMap { passages(of: $0, block: block, cell: nil) }.map { passage in
                var passage = passage
                passage.isNote = true
                return passage
            }
    }
}

extension [Inline] {
    /// The words of a paragraph itself.
    fileprivate var ownText: String {
        map { inline in
            switch inline {
            case .link(let link) where !link.inlines.showNothing: ""
            case .span(let span) where !span.inlines.showNothing: ""
            case .emphasis(let inner), .strong(let inner): inner.ownText
            default: inline.plainText
            }
        }.joined()
    }

    /// The links, spans and marks in a paragraph, in order.
    fileprivate var linked: [(node: NodeID, words: String, marked: NodeID?)] {
        flatMap { inline -> [(node: NodeID, words: String, marked: NodeID?)] in
            switch inline {
            case .link(let link) where !link.inlines.showNothing:
                [(link.id, link.inlines.ownText, nil)] + link.inlines.linked
            case .span(let span) where !span.inlines.showNothing:
                [(span.id, span.inlines.ownText, nil)] + span.inlines.linked
            case .noteMark(let mark): [(mark.id, "[\(mark.label)]", mark.note)]
            case .emphasis(let inner), .strong(let inner): inner.linked
            default: []
            }
        }
    }
}

extension String {
    /// What must be read of it whatever its lines: all but what shows nothing, and hyphens.
    var unbroken: String {
        String(UnicodeScalarView(unicodeScalars.filter { !$0.isInvisible && $0 != "-" && $0 != "\u{2010}" }))
    }
}
