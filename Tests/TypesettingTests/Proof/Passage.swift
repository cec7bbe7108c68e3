// SPDX-License-Identifier: Apache-2.0

import PaperTree

@testable import Typesetting

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
    /// The index of the block that it is in.
    var block: Int
    var cell: CellPlace?
    /// Whether it is of a note, which stands under the table or at the foot of a page.
    var isNote = false
    /// What it marks, if it is a mark.
    var marked: NodeID?

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
            // Marks stand at the end of a paragraph.
            let words = paragraph.inlines.filter { if case .noteMark = $0 { false } else { true } }
            return [passage(.node(block.id), words.plainText)]
                + paragraph.inlines.compactMap { inline in
                    guard case .noteMark(let mark) = inline else { return nil }
                    var passage = passage(.node(mark.id), "[\(mark.label)]")
                    passage.marked = mark.note
                    return passage
                }
        case .list(let list):
            return list.items.flatMap { item in
                [passage(.label(item.id), "•")]
                    + item.blocks.flatMap { passages(of: $0, block: index, cell: cell) }
            }
        case .quotation(let blocks): return blocks.flatMap { passages(of: $0, block: index, cell: cell) }
        case .table(let table): return passages(of: table, block: index)
        case .details, .signature, .contents, .notes: return []
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
        for note in table.notes {
            passages.append(
                Passage(owner: .label(note.id), words: "[\(note.label)]".unbroken, block: block, isNote: true)
            )
            for inner in note.blocks {
                for var passage in self.passages(of: inner, block: block, cell: nil) {
                    passage.isNote = true
                    passages.append(passage)
                }
            }
        }
        return passages
    }
}

extension String {
    /// What must be read of it whatever its lines: all but white space and hyphens.
    var unbroken: String {
        var unbroken = ""
        for scalar in unicodeScalars where !" \n\u{A0}-\u{AD}\u{2010}".unicodeScalars.contains(scalar) {
            unbroken.unicodeScalars.append(scalar)
        }
        return unbroken
    }
}
