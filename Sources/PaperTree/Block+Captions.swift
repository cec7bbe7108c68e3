// SPDX-License-Identifier: Apache-2.0

extension Collection<Block> {
    /// The caption of the table that follows it: the title at the beginning, which is a paragraph of its own, and the notes in small type under that;
    /// empty unless a table comes next.
    ///
    /// On pages they are paragraphs like others. For assistive technology they are a part of the table: `Caption` in `Table` (ISO 32000-1, table
    /// 337), and `caption` in HTML.
    package var captionOfTable: SubSequence {
        let none = prefix(0)
        guard let first, case .paragraph(let title) = first.content, title.role == .caption else { return none }
        let notes = dropFirst().prefix { block in
            if case .paragraph(let paragraph) = block.content { paragraph.role == .tableNote } else { false }
        }
        guard notes.endIndex < endIndex, case .table = self[notes.endIndex].content else { return none }
        return self[startIndex..<notes.endIndex]
    }
}
