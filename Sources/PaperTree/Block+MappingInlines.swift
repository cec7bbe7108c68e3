// SPDX-License-Identifier: Apache-2.0

extension Block {
    /// The same with the words of every heading, paragraph, item, value, cell and note in it changed.
    package func mappingInlines(_ change: ([Inline]) -> [Inline]) -> Block {
        var block = self
        switch block.content {
        case .heading(var heading):
            heading.inlines = change(heading.inlines)
            block.content = .heading(heading)
        case .paragraph(var paragraph):
            paragraph.inlines = change(paragraph.inlines)
            block.content = .paragraph(paragraph)
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = list.items[index].blocks.map { $0.mappingInlines(change) }
            }
            block.content = .list(list)
        case .quotation(let blocks):
            block.content = .quotation(blocks.map { $0.mappingInlines(change) })
        case .details(var details):
            for index in details.pairs.indices {
                details.pairs[index].values = details.pairs[index].values.map { $0.mappingInlines(change) }
            }
            block.content = .details(details)
        case .table(var table):
            table.header = table.header.map { $0.mappingInlines(change) }
            table.rows = table.rows.map { $0.mappingInlines(change) }
            table.notes = table.notes.map { $0.mappingInlines(change) }
            block.content = .table(table)
        case .notes(let notes):
            block.content = .notes(notes.map { $0.mappingInlines(change) })
        case .signature, .contents: break
        }
        return block
    }
}

extension Note {
    fileprivate func mappingInlines(_ change: ([Inline]) -> [Inline]) -> Note {
        var note = self
        note.blocks = blocks.map { $0.mappingInlines(change) }
        return note
    }
}

extension Table.Row {
    fileprivate func mappingInlines(_ change: ([Inline]) -> [Inline]) -> Table.Row {
        var row = self
        for index in row.cells.indices {
            row.cells[index].blocks = row.cells[index].blocks.map { $0.mappingInlines(change) }
        }
        return row
    }
}
