// SPDX-License-Identifier: Apache-2.0

extension Block {
    /// Every node that something of it is drawn for.
    package var nodes: Set<NodeID> { [self].nodes }
}

extension [Block] {
    /// Every node that something of them is drawn for.
    package var nodes: Set<NodeID> {
        var nodes: Set<NodeID> = []
        walk { block in
            nodes.insert(block.id)
            for part in block.parts { nodes.formUnion(part.nodes) }
            if case .contents(let contents) = block.content { nodes.formUnion(contents.entries.map(\.id)) }
            block.inlines.walk { inline in
                switch inline {
                case .link(let link): nodes.insert(link.id)
                case .noteMark(let mark): nodes.insert(mark.id)
                case .span(let span): nodes.insert(span.id)
                case .text, .emphasis, .strong, .pageReference, .lineBreak: break
                }
            }
        }
        return nodes
    }
}

extension Table.Row {
    /// Every node that something of it is drawn for.
    package var nodes: Set<NodeID> { cells.reduce(into: [id]) { $0.formUnion($1.blocks.nodes) } }
}

extension Note {
    /// Every node that something of it is drawn for.
    package var nodes: Set<NodeID> { blocks.nodes.union([id]) }
}
