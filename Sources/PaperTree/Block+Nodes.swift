// SPDX-License-Identifier: Apache-2.0

extension Block {
    /// Every node that something of it is drawn for.
    package var nodes: Set<NodeID> {
        var nodes: Set = [id]
        switch content {
        case .heading, .paragraph, .signature: break
        case .list(let list):
            for item in list.items { nodes.formUnion(item.blocks.nodes.union([item.id])) }
        case .quotation(let blocks): nodes.formUnion(blocks.nodes)
        case .details(let details):
            for pair in details.pairs { nodes.formUnion(pair.values.nodes.union([pair.id])) }
        case .contents(let contents): nodes.formUnion(contents.entries.map(\.id))
        case .table(let table):
            for row in table.header + table.rows { nodes.formUnion(row.nodes) }
            for note in table.notes { nodes.formUnion(note.nodes) }
        case .notes(let notes): for note in notes { nodes.formUnion(note.nodes) }
        }
        switch content {
        case .heading, .paragraph: visitInlines { nodes.formUnion($0.nodes) }
        default: break
        }
        return nodes
    }
}

extension [Block] {
    /// Every node that something of them is drawn for.
    package var nodes: Set<NodeID> { reduce(into: []) { $0.formUnion($1.nodes) } }
}

extension Table.Row {
    /// Every node that something of it is drawn for.
    package var nodes: Set<NodeID> { cells.reduce(into: [id]) { $0.formUnion($1.blocks.nodes) } }
}

extension Note {
    /// Every node that something of it is drawn for.
    package var nodes: Set<NodeID> { blocks.nodes.union([id]) }
}

extension [Inline] {
    fileprivate var nodes: Set<NodeID> {
        reduce(into: []) { nodes, inline in
            switch inline {
            case .text, .placeWords, .lineBreak: break
            case .emphasis(let inner), .strong(let inner): nodes.formUnion(inner.nodes)
            case .link(let link): nodes.formUnion(link.inlines.nodes.union([link.id]))
            case .noteMark(let mark): nodes.insert(mark.id)
            }
        }
    }
}
