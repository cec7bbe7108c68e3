// SPDX-License-Identifier: Apache-2.0

import Monitoring
import PaperTree
import UnicodeText

/// Writes abbreviations out where each is first used in a section's running text, "special educational needs (SEN)", and says at every other use
/// its expansion, for screen readers and as a tooltip in browsers.
///
/// A section, not a paper: a directorate's return is also read alone, in the same words. In headings, bands, captions and the headers of tables
/// nothing is written out, as in a code such as "NI 125". Words in another language and the words of links stay as they are.
struct AbbreviationExpansion {
    private let longForms: [Substring: String]
    /// With which letters short forms begin: most words of a text are passed over by their first.
    private let initials: ScalarSet
    /// With which they begin: most texts hold none of them.
    private let beginnings: WordBeginnings
    private var expanded: Set<Substring> = []

    /// What happens at the first use of an abbreviation.
    private enum FirstUse { case writtenOut, asItIs }

    init(_ abbreviations: [Abbreviation]) {
        longForms = Dictionary(
            abbreviations.map { (Substring($0.short), $0.long) },
            uniquingKeysWith: { first, _ in first }
        )
        initials = abbreviations.compactMap(\.short.unicodeScalars.first).reduce(into: ScalarSet()) { $0.insert($1) }
        beginnings = WordBeginnings(of: abbreviations.map(\.short))
    }

    /// - Parameter context: numbers the spans of abbreviations.
    mutating func expand(_ section: Section, with context: inout CompositionContext) -> Section {
        if longForms.isEmpty { return section }
        expanded = []
        var section = section
        section.blocks = section.blocks.map { expand($0, with: &context) }
        return section
    }

    private mutating func expand(_ block: Block, with context: inout CompositionContext) -> Block {
        switch block.content {
        case .masthead, .signature, .contents: return block
        case .heading, .details, .figure: return block.rewritingInlines { expand($0, .asItIs, with: &context) }
        case .paragraph, .list, .quotation, .notes:
            return block.rewritingInlines { expand($0, .writtenOut, with: &context) }
        case .table(var table):
            for row in table.header.indices { expand(&table.header[row], .asItIs, with: &context) }
            for row in table.rows.indices {
                expand(&table.rows[row], table.rows[row].kind == .body ? .writtenOut : .asItIs, with: &context)
            }
            for note in table.notes.indices {
                table.notes[note].blocks = table.notes[note].blocks.map { expand($0, with: &context) }
            }
            var block = block
            block.content = .table(table)
            return block
        }
    }

    private mutating func expand(
        _ row: inout Table.Row,
        _ firstUse: FirstUse,
        with context: inout CompositionContext
    ) {
        for cell in row.cells.indices {
            row.cells[cell].blocks = row.cells[cell].blocks.map { block in
                block.rewritingInlines { expand($0, firstUse, with: &context) }
            }
        }
    }

    private mutating func expand(
        _ inlines: [Inline],
        _ firstUse: FirstUse,
        with context: inout CompositionContext
    ) -> [Inline] {
        var expanded: [Inline] = []
        expanded.reserveCapacity(inlines.count)
        for inline in inlines {
            switch inline {
            case .text(let text): expand(text, firstUse, to: &expanded, with: &context)
            case .link, .span: expanded.append(inline)
            case .emphasis, .strong, .pageReference, .noteMark, .lineBreak:
                expanded.append(inline.rewritingChildren { expand($0, firstUse, with: &context) })
            }
        }
        return expanded
    }

    private mutating func expand(
        _ text: String,
        _ firstUse: FirstUse,
        to inlines: inout [Inline],
        with context: inout CompositionContext
    ) {
        guard beginnings.occur(in: text) else { return inlines.append(.text(text)) }
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
            guard initials.contains(scalars[start]) else { continue }
            let short = text[start..<index]
            guard let long = longForms[short], !text[index...].goesOnAsCode else { continue }
            // The officer may have said it already.
            let isWrittenOut = text[..<start].suffix(long.count + 2).lowercased() == long.lowercased() + " ("
            if firstUse == .writtenOut, !expanded.contains(short) {
                expanded.insert(Substring(String(short)))
                if isWrittenOut { continue }
                written += text[copied..<start] + "\(long) (\(short))"
                copied = index
            } else if !isWrittenOut {
                written += text[copied..<start]
                if !written.isEmpty { inlines.append(.text(written)) }
                written = ""
                copied = index
                inlines.append(.span(Span(id: context.node(), .expansion(long), [.text(String(short))])))
            }
        }
        written += text[copied...]
        if !written.isEmpty || text.isEmpty { inlines.append(.text(written)) }
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
