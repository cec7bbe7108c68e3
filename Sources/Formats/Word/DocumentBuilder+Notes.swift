// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Footnotes and endnotes, each of which is read once.
extension DocumentBuilder {
    /// The name of a note, which no officer can give to one of their own.
    mutating func note(_ id: String, in paragraph: Paragraph) -> String {
        readNote(id, at: paragraph.number)
        if let name = readNotes[id]?.name { return name }
        let name = "footnote \(notes.count + 1)"
        let text = Prose(readNotes[id]?.blocks ?? [])
        readNotes[id]?.name = name
        notes.append(DocumentReader.Note(name: name, text: text, location: location(paragraph.number)))
        return name
    }

    /// Reads a note if it was not read before, at the paragraph that refers to it.
    mutating func readNote(_ id: String, at number: Int) {
        if readNotes[id] != nil { return }
        let place = location(number)
        var note = ReadNote()
        for source in noteParagraphs[id] ?? [] {
            var own = Paragraph(source: source, role: .body, words: "", isEmpty: source.isEmpty)
            own.source.number = number
            if styles.role(source.properties.style) == .exempt, !source.isEmpty {
                findings.hide(place.file)
                findings.report(.noteOfExemptStyle, at: place)
            }
            look(of: &own)
            var builder = DocumentInlines(
                at: place,
                links: noteLinks[id] ?? [],
                findings: findings
            )
            for piece in own.source.pieces {
                let look = DocumentInlines.Look(piece)
                switch piece.content {
                case .text(let bytes): builder.append(text: bytes, look)
                case .lineBreak: builder.append(.lineBreak, look)
                case .note: break
                case .picture: findings.report(.pictureAmongWords, at: place)
                }
            }
            let inlines = builder.inlines()
            let words = own.source.pieces.map(words(of:)).joined().trimmed
            text.append(words.replacingLineEnds, toLine: number)
            note.paragraphs.append((words, inlines.openingEmphasis(at: place)))
            if let problem = BlockLimits(inlines).problem {
                findings.report(problem, at: place)
            } else if !inlines.allSatisfy(\.saysNothing) {
                note.blocks.append(Prose.Block(.paragraph(inlines), at: place))
            }
        }
        if note.blocks.isEmpty { findings.report(.emptyNote, at: place) }
        readNotes[id] = note
    }
}
