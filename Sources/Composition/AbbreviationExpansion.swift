// SPDX-License-Identifier: Apache-2.0

import Monitoring
import PaperTree

/// Says what abbreviations stand for, where each is first used in a section's running text: "special educational needs (SEN)".
///
/// A section, not a paper: a directorate's return is also read alone, in the same words. Headings, bands and the headers of tables stay as they
/// are; so does a code such as "NI 125".
struct AbbreviationExpansion {
    private let abbreviations: [Abbreviation]
    private var expanded: Set<String> = []

    init(_ abbreviations: [Abbreviation]) { self.abbreviations = abbreviations }

    mutating func expand(_ section: Section) -> Section {
        if abbreviations.isEmpty { return section }
        expanded = []
        var section = section
        section.blocks = section.blocks.map { expand($0) }
        return section
    }

    private mutating func expand(_ block: Block) -> Block {
        switch block.content {
        case .heading, .details, .signature, .contents: return block
        case .paragraph, .list, .quotation, .notes: return block.mappingInlines { expand($0) }
        case .table(var table):
            for row in table.rows.indices where table.rows[row].kind == .body {
                for cell in table.rows[row].cells.indices {
                    table.rows[row].cells[cell].blocks = table.rows[row].cells[cell].blocks.map { expand($0) }
                }
            }
            table.notes = table.notes.map { note in
                var note = note
                note.blocks = note.blocks.map { expand($0) }
                return note
            }
            return Block(id: block.id, .table(table), location: block.location)
        }
    }

    private mutating func expand(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            switch inline {
            case .text(let text): .text(expand(text))
            case .emphasis(let inner): .emphasis(expand(inner))
            case .strong(let inner): .strong(expand(inner))
            case .link, .noteMark, .lineBreak: inline
            }
        }
    }

    private mutating func expand(_ text: String) -> String {
        var text = text
        for abbreviation in abbreviations where !expanded.contains(abbreviation.short) {
            guard let place = text.firstUse(of: abbreviation.short) else { continue }
            expanded.insert(abbreviation.short)
            let before = text[..<place.lowerBound].lowercased()
            // The officer has said it already.
            if before.hasSuffix(abbreviation.long.lowercased() + " (") { continue }
            text.replaceSubrange(place, with: "\(abbreviation.long) (\(abbreviation.short))")
        }
        return text
    }
}

extension String {
    /// Where a word first stands by itself, not as the beginning of a code.
    fileprivate func firstUse(of word: String) -> Range<Index>? {
        ranges(of: word).first { place in
            let before = self[..<place.lowerBound].last
            let rest = self[place.upperBound...]
            if before.map(\.isPartOfWord) ?? false || rest.first.map(\.isPartOfWord) ?? false { return false }
            // "NI 125", "PAF C72".
            return !rest.dropFirst().prefix { $0.isPartOfWord }.contains { $0.isNumber }
        }
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "-" }
}
