// SPDX-License-Identifier: Apache-2.0

import Monitoring
import PaperTree

/// Writes abbreviations out where each is first used in a section's running text: "special educational needs (SEN)".
///
/// A section, not a paper: a directorate's return is also read alone, in the same words. Headings, bands and the headers of tables stay as they
/// are; so does a code such as "NI 125".
struct AbbreviationExpansion {
    private let longForms: [Substring: String]
    /// With which letters short forms begin: most words of a text are passed over by their first.
    private let initials: Set<Unicode.Scalar>
    private var expanded: Set<Substring> = []

    init(_ abbreviations: [Abbreviation]) {
        longForms = Dictionary(
            abbreviations.map { (Substring($0.short), $0.long) },
            uniquingKeysWith: { first, _ in first }
        )
        initials = Set(abbreviations.compactMap(\.short.unicodeScalars.first))
    }

    mutating func expand(_ section: Section) -> Section {
        if longForms.isEmpty { return section }
        expanded = []
        var section = section
        section.blocks = section.blocks.map { expand($0) }
        return section
    }

    private mutating func expand(_ block: Block) -> Block {
        switch block.content {
        case .masthead, .heading, .details, .signature, .contents, .figure: return block
        case .paragraph, .list, .quotation, .notes: return block.rewritingInlines { expand($0) }
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
            case .link: inline
            case .emphasis, .strong, .pageReference, .noteMark, .lineBreak: inline.rewritingChildren { expand($0) }
            }
        }
    }

    private mutating func expand(_ text: String) -> String {
        var written = ""
        var copied = text.startIndex
        var index = text.startIndex
        let scalars = text.unicodeScalars
        while index < scalars.endIndex {
            guard scalars[index].isPartOfWord else {
                scalars.formIndex(after: &index)
                continue
            }
            let start = index
            while index < scalars.endIndex, scalars[index].isPartOfWord { scalars.formIndex(after: &index) }
            guard initials.contains(scalars[start]), let long = longForms[text[start..<index]],
                !expanded.contains(text[start..<index]), !text[index...].goesOnAsCode
            else { continue }
            expanded.insert(Substring(String(text[start..<index])))
            // The officer may have said it already.
            if text[..<start].suffix(long.count + 2).lowercased() == long.lowercased() + " (" { continue }
            written += text[copied..<start] + "\(long) (\(text[start..<index]))"
            copied = index
        }
        return written + text[copied...]
    }
}

extension Substring {
    /// Whether a word with a digit in it follows: "NI 125", "PAF C72".
    fileprivate var goesOnAsCode: Bool {
        unicodeScalars.dropFirst().prefix(while: \.isPartOfWord).contains { ("0"..."9").contains($0) }
    }
}

extension Unicode.Scalar {
    /// A letter, a digit, a hyphen or an ampersand.
    fileprivate var isPartOfWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "&": true
        default: !isASCII && properties.isAlphabetic
        }
    }
}
