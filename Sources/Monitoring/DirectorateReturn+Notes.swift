// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension DirectorateReturn {
    /// A mark of a note, by the note's name, and where it was written.
    package typealias NoteMark = (name: String, location: SourceLocation)

    /// Every mark in the statement, the tables' titles and introductions, the rows, and the notes themselves.
    package var noteMarks: [NoteMark] { marksOutsideNotes + notes.flatMap(\.text.notes) }

    private var marksOutsideNotes: [NoteMark] {
        var marks = statement.notes
        for table in tables { marks += table.introduction.notes + (table.title?.notes ?? []) }
        // Rows are many, and few have marks.
        for item in items {
            item.visitProse { marks += $0.notes }
            for observation in item.observations { marks += observation.noteMarks }
        }
        for indicator in indicators {
            indicator.visitProse { marks += $0.notes }
            indicator.visitObservations { if !$0.notes.isEmpty { marks += $0.noteMarks } }
        }
        return marks
    }

    /// The names of the notes that are marked in the return, or in notes that are.
    private var markedNotes: Set<String> {
        let texts = Dictionary(notes.map { ($0.name, $0.text) }) { first, _ in first }
        var found: Set<String> = []
        var open = marksOutsideNotes.map(\.name)
        while let name = open.popLast() {
            guard found.insert(name).inserted else { continue }
            open += texts[name]?.notes.map(\.name) ?? []
        }
        return found
    }

    /// Drops the notes that only exempt words of another return marked, of which this one is the public edition.
    mutating func dropNotesMarked(onlyInExemptWordsOf whole: DirectorateReturn) {
        // Finding the marks goes through every row.
        if notes.isEmpty { return }
        let lost = whole.markedNotes.subtracting(markedNotes)
        notes.removeAll { lost.contains($0.name) }
    }
}

extension Observation {
    fileprivate var noteMarks: [DirectorateReturn.NoteMark] { notes.map { ($0, location) } }
}
