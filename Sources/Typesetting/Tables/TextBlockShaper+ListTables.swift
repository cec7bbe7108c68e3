// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// A part of a list in whose items tables stand: a table, or items and parts of items between two of them.
enum ListPart {
    case text(TextBlock)
    /// A table with its block, and the distance from the margin to the text of its item.
    case table(Table, of: Block, inset: Length)
}

extension List {
    /// Whether a table stands in one of its items, or in a list in one.
    var holdsTables: Bool {
        items.contains { item in
            item.blocks.contains { block in
                switch block.content {
                case .table: true
                case .list(let list): list.holdsTables
                default: false
                }
            }
        }
    }
}

extension TextBlockShaper {
    /// Shapes a list in whose items tables stand. A table goes over pages by itself, so that it divides its item; what follows it in the item is as far
    /// from the margin as what comes before it, and has no marker.
    mutating func parts(
        of list: List,
        in block: Block,
        style: Theme.BlockStyle
    ) throws(FontError) -> [ListPart] {
        var tight = style
        tight.after = theme.list.gap
        var markers: [ShapedText] = []
        for (index, item) in list.items.enumerated() {
            let words = list.marker.words(ofItem: index, bullet: theme.list.bullet)
            markers.append(try shape([.text(words)], in: style.text, owner: .label(item.id), at: block.location))
        }
        let inset = theme.list.inset(of: markers)
        var parts: [ListPart] = []
        for (item, marker) in zip(list.items, markers) {
            var own = TextBlock.Item(marker: marker, blocks: [], leastInset: inset)
            let none = try shape([], in: style.text, owner: .label(item.id), at: block.location)
            // Whether its marker has not been printed, or there is text since the last table.
            var isOpen = true
            func close() {
                if isOpen {
                    parts.append(.text(TextBlock(content: .list([own]), spaceBefore: .zero, spaceAfter: tight.after)))
                }
                own = TextBlock.Item(marker: none, blocks: [], leastInset: inset)
                isOpen = false
            }
            for inner in item.blocks {
                switch inner.content {
                case .table(let table):
                    close()
                    parts.append(.table(table, of: inner, inset: inset))
                case .list(let list) where list.holdsTables:
                    for part in try self.parts(of: list, in: inner, style: tight) {
                        switch part {
                        case .text(let text):
                            own.blocks.append(text)
                            isOpen = true
                        case .table(let table, let block, let innerInset):
                            close()
                            parts.append(.table(table, of: block, inset: inset + innerInset))
                        }
                    }
                default:
                    guard let text = try shape(inner, in: tight) else { continue }
                    own.blocks.append(text)
                    isOpen = true
                }
            }
            close()
        }
        return parts
    }
}
