// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension Section {
    /// The section without notes for which a page shows others that say the same, and with the marks of these leading to the others.
    ///
    /// - Parameter shared: the notes that are shown, by those that are not.
    func sharing(_ shared: [NodeID: NodeID]) -> Section {
        if shared.isEmpty { return self }
        var section = self
        section.blocks = blocks.map { block in
            block.withoutNotes(shared).rewritingInlines { $0.leading(to: shared) }
        }
        return section
    }
}

extension Block {
    fileprivate func withoutNotes(_ shared: [NodeID: NodeID]) -> Block {
        var block = rewritingChildren { blocks in blocks.map { $0.withoutNotes(shared) } }
        switch block.content {
        case .table(var table):
            table.notes.removeAll { shared[$0.id] != nil }
            block.content = .table(table)
        case .notes(var notes):
            notes.removeAll { shared[$0.id] != nil }
            block.content = .notes(notes)
        case .masthead, .heading, .paragraph, .list, .quotation, .details, .signature, .contents, .figure: break
        }
        return block
    }
}

extension [Inline] {
    /// The same with the marks of some notes leading to others.
    fileprivate func leading(to shared: [NodeID: NodeID]) -> [Inline] {
        map { inline in
            guard case .noteMark(var mark) = inline else {
                return inline.rewritingChildren { $0.leading(to: shared) }
            }
            mark.note = shared[mark.note] ?? mark.note
            return .noteMark(mark)
        }
    }
}
