// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// Reads Markdown (CommonMark with tables and bare addresses) into prose.
///
/// On top of Markdown it knows `{{ name }}`, `{{> name key: value }}`, `[^name]` and `{#name}` behind a heading.
struct MarkdownReader {
    let findings: Findings
    /// Whether what is read is exempt as a whole, so that nothing in it has to be marked.
    var isWithheld = false

    /// The prose of a text that Markdown leaves as it is.
    func plainProse(_ text: String, at place: SourceLocation) -> Prose {
        if !isWithheld { findings.reportSign(in: text, at: place) }
        let words = text.trimmed
        if words.isEmpty { return Prose() }
        if let problem = BlockLimits([.text(words)]).problem {
            findings.report(problem, at: place)
            return Prose()
        }
        return Prose(text: words, at: place)
    }

    /// Reports a cell that is too long.
    func reportLongCell(at location: SourceLocation) {
        findings.report(.cellTooLong, at: location)
    }

    /// The prose of a cell or a note, in which only paragraphs, lists and quotations can stand.
    func cellProse(_ text: String, origin: TextOrigin) -> Prose {
        var prose = prose(text, origin: origin)
        prose.blocks.removeAll { block in
            let thing: String
            switch block.content {
            case .table: thing = "a table"
            case .heading: thing = "a heading"
            case .insertion: thing = "a computed block"
            case .paragraph, .list, .quotation, .exempt: return false
            }
            findings.report(.unsupportedInCell(thing), at: block.location)
            return true
        }
        return prose
    }

    /// The prose of a text, every problem in it reported at its place in the file.
    func prose(_ text: String, origin: TextOrigin) -> Prose {
        guard text.utf8.count <= Limits.longestText else {
            findings.report(.textTooLong, at: origin.start)
            return Prose()
        }
        if PlainText.isPlain(text.utf8) { return plainProse(text, at: origin.location(line: 1, column: 0)) }
        guard findings.budget.takeMarkdown(ofBytes: text.utf8.count) else {
            findings.report(.textsTooLong, at: origin.start)
            return Prose()
        }
        let bytes = Array(text.utf8)
        WorkMeter.count(bytes.count)
        let source = MarkdownSource(bytes: bytes, origin: origin)
        reportNoteDefinitions(of: source)
        guard isBounded(source) else { return Prose() }
        guard let document = MarkdownDocument(bytes) else {
            findings.report(.unreadableMarkdown, at: origin.start)
            return Prose()
        }
        var builder = ProseBuilder(source: source, findings: findings)
        let blocks = builder.blocks(in: document.root)
        MarkdownSigns(document.root, of: source, exemptLines: builder.exemptLines)
            .report(to: findings, isWithheld: isWithheld)
        return Prose(blocks)
    }

    /// Whether the parser takes a time for a text that is no more than in proportion to its length; reports what it would not be for.
    private func isBounded(_ source: MarkdownSource) -> Bool {
        let cells = source.mostTableCells
        if let line = cells.crowdedLine {
            findings.report(.tooManyBars, at: source.location(line: line, byteColumn: 1))
            return false
        }
        if cells.count > Limits.mostTableCells {
            findings.report(.tooManyCells, at: source.origin.start)
            return false
        }
        if let place = source.excessiveHTML {
            findings.report(.tooMuchHTML, at: source.location(line: place.line, byteColumn: place.byteColumn))
            return false
        }
        guard let place = source.overlongAddress else { return true }
        findings.report(.addressTooLong, at: source.location(line: place.line, byteColumn: place.byteColumn))
        return false
    }

    /// A line `[^name]: text` would be taken for the address of a link, and vanish.
    private func reportNoteDefinitions(of source: MarkdownSource) {
        for (number, line) in source.numberedLines {
            let start = line.prefix { $0 == " " }.count
            guard line.dropFirst(start).hasPrefix("[^"), let close = line.firstIndex(of: "]"),
                line[close...].hasPrefix("]:")
            else { continue }
            findings.report(.noteTextInProse, at: source.origin.location(line: number, column: start + 1))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var cellTooLong: Self {
        Self(
            .textTooLong,
            "the text is longer than \(Limits.longestCell >> 10) kB",
            hint: "a cell holds a few paragraphs: put the rest into the statement"
        )
    }

    fileprivate static func unsupportedInCell(_ thing: String) -> Self {
        Self(
            .unsupportedElement,
            "\(own: thing) cannot stand in a cell or a note",
            hint: "write paragraphs, lists or quotations"
        )
    }

    fileprivate static var textTooLong: Self {
        Self(
            .fileTooLarge,
            "the text is longer than \(Limits.longestText >> 20) MB",
            hint: "a statement or a paper is some pages long"
        )
    }

    fileprivate static var textsTooLong: Self {
        Self(
            .fileTooLarge,
            "all texts together are longer than \(Limits.mostMarkdown >> 20) MB",
            hint: "this one and those after it are not read: take out what no paper needs"
        )
    }

    fileprivate static var unreadableMarkdown: Self {
        Self(.unreadableMarkdown, "the Markdown cannot be read")
    }

    fileprivate static var tooManyBars: Self {
        Self(
            .textTooComplex,
            "the line has more than \(Limits.mostBarsInLine) `|`",
            hint: "a table has \(Limits.mostTableColumns) columns at most"
        )
    }

    fileprivate static var tooManyCells: Self {
        Self(
            .textTooComplex,
            "the tables have more than \(Limits.mostTableCells) cells",
            hint: "long tables are made of the rows of a CSV file"
        )
    }

    fileprivate static var tooMuchHTML: Self {
        Self(
            .textTooComplex,
            "the text has more than \(Limits.mostDeclarations) `<!` and `<?`",
            hint: "HTML cannot stand in a paper; a `<` that is meant as such is written `\\<`"
        )
    }

    fileprivate static var addressTooLong: Self {
        Self(
            .textTooLong,
            "an address here is longer than \(Limits.longestAddress) characters",
            hint: "link to a page by its shorter address"
        )
    }

    fileprivate static var noteTextInProse: Self {
        Self(
            .noteTextInProse,
            "the text of a note does not stand among the prose",
            hint: "in a return, put it under `notes:` in return.yaml; a paper has no notes"
        )
    }
}
