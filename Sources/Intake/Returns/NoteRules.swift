// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// Every mark of a note in a return has a text, and every text a mark.
struct NoteRules {
    let context: ReturnContext
    let directorateReturn: DirectorateReturn
    let form: ReturnFormWords

    /// The file of the texts of notes.
    private var yaml: String { directorateReturn.location.file }

    func check() {
        let names = KnownNames(directorateReturn.notes.map(\.name))
        var used: Set<String> = []
        for (name, place) in directorateReturn.noteMarks { report(name, at: place, among: names, used: &used) }
        for table in directorateReturn.tables {
            guard let kind = context.tables[table.kind] else { continue }
            let marks = kind.header.flatMap(\.notes)
            if marks.isEmpty { continue }
            let known = KnownNames(names.names + kind.notes.map(\.name))
            for (name, place) in marks { report(name, at: place, among: known, used: &used) }
        }
        for note in directorateReturn.notes where !used.contains(note.name) {
            context.findings.report(.unusedNote(note.name), at: note.location)
        }
    }

    private func report(_ name: String, at place: SourceLocation, among names: KnownNames, used: inout Set<String>) {
        used.insert(name)
        guard !names.contains(name) else { return }
        context.findings.report(.noteWithoutText(name, among: names.names, in: yaml, form: form), at: place)
    }
}

extension Diagnostic.Message {
    fileprivate static func unusedNote(_ name: String) -> Self {
        Self(
            .unusedNote,
            "the note `\(name)` is not used",
            hint: "put `[^\(name)]` behind what it explains, or delete it"
        )
    }

    fileprivate static func noteWithoutText(
        _ name: String,
        among names: [String],
        in file: String,
        form: ReturnFormWords
    ) -> Self {
        Self(
            .noteWithoutText,
            "the note `\(name)` has no text",
            hint: NearestName.of(name, among: names).map { "did you mean `\($0, from: .file(file))`?" }
                ?? form.noteToAdd(name)
        )
    }
}
