// SPDX-License-Identifier: Apache-2.0

// The one traversal of the tree. Whoever looks for something in it, or changes something everywhere, does it through `walk`, `children`
// and `rewriting…`: a new kind of block or inline is taken apart here and nowhere else.

extension Block {
    /// What holds blocks inside a block: an item, a place in a masthead, the values of a pair, a cell, a note, or the quotation itself.
    package struct Part {
        /// The nodes that what is drawn for the part itself belongs to, besides those of its blocks.
        package var nodes: [NodeID]
        /// The blocks directly inside the part.
        package var blocks: [Block]
    }

    /// The parts of the block, in reading order.
    package var parts: [Part] {
        switch content {
        case .heading, .paragraph, .signature, .contents: []
        case .masthead(let masthead):
            [masthead.logo, masthead.name, masthead.meeting].map { Part(nodes: [], blocks: $0) }
        case .list(let list): list.items.map { Part(nodes: [$0.id], blocks: $0.blocks) }
        case .quotation(let blocks): [Part(nodes: [], blocks: blocks)]
        case .details(let details): details.pairs.map { Part(nodes: [$0.id], blocks: $0.values) }
        case .table(let table):
            (table.header + table.rows).flatMap { row in row.cells.map { Part(nodes: [row.id], blocks: $0.blocks) } }
                + table.notes.map { Part(nodes: [$0.id], blocks: $0.blocks) }
        case .figure(let figure): [Part(nodes: [], blocks: figure.caption)]
        case .notes(let notes): notes.map { Part(nodes: [$0.id], blocks: $0.blocks) }
        }
    }

    /// The blocks directly inside the block, in reading order.
    package var children: [Block] { parts.flatMap(\.blocks) }

    /// The words of the block itself, without those of the blocks inside it.
    package var inlines: [Inline] {
        switch content {
        case .heading(let heading): heading.inlines
        case .paragraph(let paragraph): paragraph.inlines
        case .masthead, .list, .quotation, .details, .signature, .contents, .table, .figure, .notes: []
        }
    }

    /// The same block with what a function makes of the blocks in each of its parts.
    package func rewritingChildren(_ rewrite: ([Block]) -> [Block]) -> Block {
        var block = self
        switch content {
        case .heading, .paragraph, .signature, .contents: break
        case .masthead(var masthead):
            masthead.logo = rewrite(masthead.logo)
            masthead.name = rewrite(masthead.name)
            masthead.meeting = rewrite(masthead.meeting)
            block.content = .masthead(masthead)
        case .list(var list):
            for index in list.items.indices { list.items[index].blocks = rewrite(list.items[index].blocks) }
            block.content = .list(list)
        case .quotation(let blocks): block.content = .quotation(rewrite(blocks))
        case .details(var details):
            for index in details.pairs.indices { details.pairs[index].values = rewrite(details.pairs[index].values) }
            block.content = .details(details)
        case .table(var table):
            for row in table.header.indices { table.header[row].rewriteCells(rewrite) }
            for row in table.rows.indices { table.rows[row].rewriteCells(rewrite) }
            for note in table.notes.indices { table.notes[note].blocks = rewrite(table.notes[note].blocks) }
            block.content = .table(table)
        case .figure(var figure):
            figure.caption = rewrite(figure.caption)
            block.content = .figure(figure)
        case .notes(var notes):
            for index in notes.indices { notes[index].blocks = rewrite(notes[index].blocks) }
            block.content = .notes(notes)
        }
        return block
    }

    /// The same block with what a function makes of the words of every heading and paragraph in it.
    package func rewritingInlines(_ rewrite: ([Inline]) -> [Inline]) -> Block {
        var block = self
        switch content {
        case .heading(var heading):
            heading.inlines = rewrite(heading.inlines)
            block.content = .heading(heading)
        case .paragraph(var paragraph):
            paragraph.inlines = rewrite(paragraph.inlines)
            block.content = .paragraph(paragraph)
        case .masthead, .list, .quotation, .details, .table, .figure, .notes:
            return rewritingChildren { blocks in blocks.map { $0.rewritingInlines(rewrite) } }
        case .signature, .contents: break
        }
        return block
    }
}

extension Sequence<Block> {
    /// Visits every block, each before the blocks inside it, in reading order.
    package func walk(_ visit: (Block) -> Void) {
        for block in self {
            visit(block)
            for part in block.parts { part.blocks.walk(visit) }
        }
    }
}

extension Inline {
    /// The inlines directly inside: emphasised words, or the words of a link or a span.
    package var children: [Inline] {
        switch self {
        case .emphasis(let inlines), .strong(let inlines): inlines
        case .link(let link): link.inlines
        case .span(let span): span.inlines
        case .text, .pageReference, .noteMark, .lineBreak: []
        }
    }

    /// The same inline with what a function makes of the inlines in it.
    package func rewritingChildren(_ rewrite: ([Inline]) -> [Inline]) -> Inline {
        switch self {
        case .emphasis(let inlines): return .emphasis(rewrite(inlines))
        case .strong(let inlines): return .strong(rewrite(inlines))
        case .link(var link):
            link.inlines = rewrite(link.inlines)
            return .link(link)
        case .span(var span):
            span.inlines = rewrite(span.inlines)
            return .span(span)
        case .text, .pageReference, .noteMark, .lineBreak: return self
        }
    }
}

extension Sequence<Inline> {
    /// Visits every inline, each before the inlines inside it, in reading order.
    package func walk(_ visit: (Inline) -> Void) {
        for inline in self {
            visit(inline)
            inline.children.walk(visit)
        }
    }
}

extension Table.Row {
    fileprivate mutating func rewriteCells(_ rewrite: ([Block]) -> [Block]) {
        for index in cells.indices { cells[index].blocks = rewrite(cells[index].blocks) }
    }
}
