// SPDX-License-Identifier: Apache-2.0

extension Block {
    /// Shows the words of every heading, paragraph, item, value, cell and note in it, in reading order.
    package func visitInlines(_ visit: ([Inline]) -> Void) {
        switch content {
        case .heading(let heading): visit(heading.inlines)
        case .paragraph(let paragraph): visit(paragraph.inlines)
        case .list(let list): for item in list.items { item.blocks.visitInlines(visit) }
        case .quotation(let blocks): blocks.visitInlines(visit)
        case .details(let details): for pair in details.pairs { pair.values.visitInlines(visit) }
        case .table(let table):
            for rows in [table.header, table.rows] {
                for row in rows {
                    for cell in row.cells { cell.blocks.visitInlines(visit) }
                }
            }
            for note in table.notes { note.blocks.visitInlines(visit) }
        case .notes(let notes): for note in notes { note.blocks.visitInlines(visit) }
        case .signature, .contents: break
        }
    }
}

extension [Block] {
    /// Shows the words of every one.
    package func visitInlines(_ visit: ([Inline]) -> Void) {
        for block in self { block.visitInlines(visit) }
    }
}

extension Sequence<Inline> {
    /// Shows the links in them that say on which page they lead.
    package func visitPageReferences(_ visit: (Link) -> Void) {
        for inline in self {
            switch inline {
            case .text, .placeWords, .noteMark, .lineBreak: break
            case .emphasis(let inner), .strong(let inner): inner.visitPageReferences(visit)
            case .link(let link): if link.inlines.saysPage { visit(link) }
            }
        }
    }

    /// Whether some of the words are the number of a page.
    package var saysPage: Bool {
        contains { inline in
            switch inline {
            case .text, .noteMark, .lineBreak: false
            case .emphasis(let inner), .strong(let inner): inner.saysPage
            case .link(let link): link.inlines.saysPage
            case .placeWords(let words): words.form != .place
            }
        }
    }
}
