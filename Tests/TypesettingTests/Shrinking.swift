// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport

/// Makes a paper that fails smaller, as long as it fails.
struct Shrinking {
    /// Whether blocks fail as the whole paper does.
    let fails: ([Block]) throws -> Bool

    /// The smallest paper that was found.
    func smallest(of blocks: [Block]) throws -> [Block] {
        var smallest = blocks
        var tries = 0
        search: while tries < 400 {
            for smaller in Self.smaller(than: smallest) {
                tries += 1
                if try fails(smaller) {
                    smallest = smaller
                    continue search
                }
            }
            break
        }
        return smallest
    }

    /// The paper with one thing less, the largest things first.
    private static func smaller(than blocks: [Block]) -> [[Block]] {
        blocks.indices.map { index in blocks.replacing(index, with: []) }
            + blocks.indices.flatMap { index in
                smaller(than: blocks[index]).map { blocks.replacing(index, with: [$0]) }
            }
    }

    private static func smaller(than block: Block) -> [Block] {
        func changed(_ content: Block.Content) -> Block {
            var block = block
            block.content = content
            return block
        }
        switch block.content {
        case .paragraph(let paragraph):
            return smaller(than: paragraph.inlines).map { changed(.paragraph(Paragraph($0, role: paragraph.role))) }
        case .list(let list):
            guard list.items.count > 1 else { return [] }
            return list.items.indices.map { index in
                var list = list
                list.items.remove(at: index)
                return changed(.list(list))
            }
        case .table(let table):
            return smaller(than: table).map { changed(.table($0)) }
        default: return []
        }
    }

    /// Half of the words, or all but one.
    private static func smaller(than inlines: [Inline]) -> [[Inline]] {
        if inlines.count > 1 {
            return inlines.indices.map { index in
                var fewer = inlines
                fewer.remove(at: index)
                return fewer
            }
        }
        guard case .text(let text) = inlines.first else { return [] }
        let words = text.split(separator: " ")
        guard words.count > 1 else { return [] }
        return [words.prefix(words.count / 2), words.dropLast()].map { [.text($0.joined(separator: " "))] }
    }

    private static func smaller(than table: Table) -> [Table] {
        var smaller: [Table] = []
        if !table.notes.isEmpty {
            var bare = table
            bare.notes = []
            smaller.append(bare)
        }
        for index in table.rows.indices {
            var shorter = table
            shorter.rows = TableGrid(rows: table.rows, columns: table.columns.count).rows(table.rows, without: index)
            smaller.append(shorter)
        }
        for index in table.header.indices {
            var shorter = table
            shorter.header = TableGrid(rows: table.header, columns: table.columns.count)
                .rows(table.header, without: index)
            smaller.append(shorter)
        }
        for path in [\Table.header, \Table.rows] {
            for row in table[keyPath: path].indices {
                for cell in table[keyPath: path][row].cells.indices {
                    let blocks = table[keyPath: path][row].cells[cell].blocks
                    for fewer in Self.smaller(than: blocks) where !fewer.isEmpty {
                        var changed = table
                        changed[keyPath: path][row].cells[cell].blocks = fewer
                        smaller.append(changed)
                    }
                }
            }
        }
        return smaller
    }
}

extension Array {
    fileprivate func replacing(_ index: Int, with others: [Element]) -> [Element] {
        var changed = self
        changed.replaceSubrange(index...index, with: others)
        return changed
    }
}
