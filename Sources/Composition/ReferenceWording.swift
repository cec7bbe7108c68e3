// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree

/// Words the cross-references of a paper, once every heading has its number.
struct ReferenceWording {
    let desk: ComposingDesk
    private(set) var diagnostics: [Diagnostic] = []

    init(desk: ComposingDesk) { self.desk = desk }

    mutating func word(_ sections: [Section]) -> [Section] {
        if desk.references.isEmpty { return sections }
        return sections.map { section in
            var section = section
            section.blocks = section.blocks.map { word($0) }
            return section
        }
    }

    private mutating func word(_ block: Block) -> Block {
        var block = block
        switch block.content {
        case .heading(var heading):
            heading.inlines = word(heading.inlines)
            block.content = .heading(heading)
        case .paragraph(var paragraph):
            paragraph.inlines = word(paragraph.inlines)
            block.content = .paragraph(paragraph)
        case .list(var list):
            for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.map { word($0) } }
            block.content = .list(list)
        case .quotation(let blocks):
            block.content = .quotation(blocks.map { word($0) })
        case .details(var details):
            for index in details.pairs.indices {
                details.pairs[index].values = details.pairs[index].values.map { word($0) }
            }
            block.content = .details(details)
        case .table(var table):
            table.header = table.header.map { word($0) }
            table.rows = table.rows.map { word($0) }
            for index in table.notes.indices { table.notes[index].blocks = table.notes[index].blocks.map { word($0) } }
            block.content = .table(table)
        case .signature: break
        }
        return block
    }

    private mutating func word(_ row: Table.Row) -> Table.Row {
        var row = row
        for index in row.cells.indices { row.cells[index].blocks = row.cells[index].blocks.map { word($0) } }
        return row
    }

    private mutating func word(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            switch inline {
            case .text, .noteMark, .lineBreak: return inline
            case .emphasis(let inner): return .emphasis(word(inner))
            case .strong(let inner): return .strong(word(inner))
            case .link(let link): return word(link)
            }
        }
    }

    private mutating func word(_ link: Link) -> Inline {
        guard let reference = desk.references[link.id] else { return .link(link) }
        guard let place = desk.target(of: reference) else {
            diagnostics.append(
                .error(
                    "nothing in this paper is named `#\(reference.name)`",
                    at: reference.location,
                    hint: NearestName.of(reference.name, among: desk.places.keys.sorted()).map {
                        "did you mean `#\($0)`?"
                    }
                        ?? "a heading is named by its words: `# Approval process` is `#approval-process`"
                )
            )
            return .text(link.inlines.plainText)
        }
        let words = link.inlines.isEmpty ? [Inline.text(place.wording)] : link.inlines
        return .link(Link(id: link.id, target: .anchor(place.anchor), words))
    }
}
