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
            findings.error(problem.message, at: place, hint: problem.hint)
            return Prose()
        }
        return Prose(text: words, at: place)
    }

    /// Reports a cell that is too long.
    func reportLongCell(at location: SourceLocation) {
        findings.error(
            "the text is longer than \(Limits.longestCell >> 10) kB",
            at: location,
            hint: "a cell holds a few paragraphs: put the rest into the statement"
        )
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
            findings.error(
                "\(own: thing) cannot stand in a cell or a note",
                at: block.location,
                hint: "write paragraphs, lists or quotations"
            )
            return true
        }
        return prose
    }

    /// The prose of a text, every problem in it reported at its place in the file.
    func prose(_ text: String, origin: TextOrigin) -> Prose {
        guard text.utf8.count <= Limits.longestText else {
            findings.error(
                "the text is longer than \(Limits.longestText >> 20) MB",
                at: origin.start,
                hint: "a statement or a paper is some pages long"
            )
            return Prose()
        }
        if PlainText.isPlain(text.utf8) { return plainProse(text, at: origin.location(line: 1, column: 0)) }
        guard findings.budget.takeMarkdown(ofBytes: text.utf8.count) else {
            findings.error(
                "all texts together are longer than \(Limits.mostMarkdown >> 20) MB",
                at: origin.start,
                hint: "this one and those after it are not read: take out what no paper needs"
            )
            return Prose()
        }
        let bytes = Array(text.utf8)
        WorkMeter.count(bytes.count)
        let source = MarkdownSource(bytes: bytes, origin: origin)
        reportNoteDefinitions(of: source)
        guard isBounded(source) else { return Prose() }
        guard let document = MarkdownDocument(bytes) else {
            findings.error("the Markdown cannot be read", at: origin.start)
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
            findings.error(
                "the line has more than \(Limits.mostBarsInLine) `|`",
                at: source.location(line: line, byteColumn: 1),
                hint: "a table has \(Limits.mostTableColumns) columns at most"
            )
            return false
        }
        if cells.count > Limits.mostTableCells {
            findings.error(
                "the tables have more than \(Limits.mostTableCells) cells",
                at: source.origin.start,
                hint: "long tables are made of the rows of a CSV file"
            )
            return false
        }
        if let place = source.excessiveHTML {
            findings.error(
                "the text has more than \(Limits.mostDeclarations) `<!` and `<?`",
                at: source.location(line: place.line, byteColumn: place.byteColumn),
                hint: "HTML cannot stand in a paper; a `<` that is meant as such is written `\\<`"
            )
            return false
        }
        guard let place = source.overlongAddress else { return true }
        findings.error(
            "an address here is longer than \(Limits.longestAddress) characters",
            at: source.location(line: place.line, byteColumn: place.byteColumn),
            hint: "link to a page by its shorter address"
        )
        return false
    }

    /// A line `[^name]: text` would be taken for the address of a link, and vanish.
    private func reportNoteDefinitions(of source: MarkdownSource) {
        for (number, line) in source.numberedLines {
            let start = line.prefix { $0 == " " }.count
            guard line.dropFirst(start).hasPrefix("[^"), let close = line.firstIndex(of: "]"),
                line[close...].hasPrefix("]:")
            else { continue }
            findings.error(
                "the text of a note does not stand among the prose",
                at: source.origin.location(line: number, column: start + 1),
                hint: "in a return, put it under `notes:` in return.yaml; a paper has no notes"
            )
        }
    }
}
