// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree

/// Knows the notes of one table, or of one text, in the order of their first marks.
struct NoteNumbering {
    struct Entry {
        /// As the officer calls it.
        var name: String
        /// The directorate whose return has it; empty in a paper's body.
        var scope: String
        var id: NodeID
        var firstMark: NodeID
        /// Its number within the section.
        var number: Int
        var label: String
    }

    /// The notes marked so far.
    private(set) var entries: [Entry] = []
    /// The index of each entry, by the note's scope and name.
    private var places: [[String]: Int] = [:]

    /// A mark of a note; the first one gives it its number.
    ///
    /// - Parameter scope: the directorate whose return has the note: two returns may have notes of one name.
    mutating func mark(_ name: String, scope: String, with context: inout CompositionContext) -> NoteMark {
        let id = context.node()
        let key = [scope, name]
        if let place = places[key] {
            let known = entries[place]
            return NoteMark(id: id, note: known.id, label: known.label)
        }
        let number = context.noteNumber(of: key)
        let label = context.wording.words(.note, ["number": String(number)])
        let entry = Entry(
            name: name,
            scope: scope,
            id: context.node(),
            firstMark: id,
            number: number,
            label: label
        )
        places[key] = entries.count
        entries.append(entry)
        return NoteMark(id: id, note: entry.id, label: entry.label)
    }
}
