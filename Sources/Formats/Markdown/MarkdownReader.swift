// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Monitoring
import ResourceLimits
import UnicodeText
package import WorkspaceFiles

/// Reads Markdown (CommonMark with tables and bare addresses) into prose.
///
/// Its own additions are `{{ name }}`, `{{> name key: value }}`, `[^name]`, `[words]{lang=cy}`, `{#name}` behind a heading, and `[!EXEMPT 3]`,
/// which opens an exempt quotation. A comment that waives a finding (``WaiverComment``) is no part of the prose.
package struct MarkdownReader {
    /// The prose of a text, and what the prose does not keep of it.
    package struct Result {
        /// Empty if the text cannot be read.
        package var prose = Prose()
        /// How the text was written, for checks of it; `nil` if it was not parsed.
        package var markup: Markup?
        /// The comments that waive something, of which the prose has nothing.
        package var waivers: [WaiverComment] = []
    }

    /// How a text was written.
    package enum Markup {
        /// In words without any markup.
        case plain(SourceLocation)
        /// In blocks.
        case blocks(ProseOutline)
    }

    private let findings: DiagnosticCollector

    /// A reader that reports to a collector.
    package init(findings: DiagnosticCollector) { self.findings = findings }

    /// Whether a text has no markup, so that Markdown leaves it as it is.
    package static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool { PlainText.isPlain(bytes) }

    /// The prose of a text without markup.
    package func plainProse(_ text: String, at place: SourceLocation) -> Prose {
        let words = text.trimmed
        if words.isEmpty { return Prose() }
        if let problem = BlockLimits([.text(words)]).problem {
            findings.report(problem, at: place)
            return Prose()
        }
        return Prose(text: words, at: place)
    }

    /// The prose of a text. Every problem in it is reported at its location in the file.
    ///
    /// - Parameter isCell: whether it is a cell of a table, in which each line end is printed.
    package func read(_ written: String, origin: TextOrigin, isCell: Bool = false) -> Result {
        guard written.utf8.count <= Limits.longestText else {
            findings.report(.textTooLong, at: origin.start)
            return Result()
        }
        let text = TypedText.markdown(written, in: isCell ? .cell : .document)
        if PlainText.isPlain(text.utf8) {
            let location = origin.location(line: 1, column: 0)
            return Result(prose: plainProse(text, at: location), markup: .plain(location))
        }
        guard findings.budget.takeMarkdown(ofBytes: text.utf8.count) else {
            findings.report(.textsTooLong, at: origin.start)
            return Result()
        }
        let bytes = Array(text.utf8)
        WorkMeter.count(bytes.count)
        let source = MarkdownSource(bytes: bytes, origin: origin)
        reportNoteDefinitions(of: source)
        guard isBounded(source) else { return Result() }
        // In a cell every line is printed, and its row has a column for waivers.
        let scanner = isCell ? nil : WaiverCommentScanner(source)
        // Everything but the parser sees the text as it was written: a comment below an exempt passage is a line that follows it.
        let document = MarkdownDocument(scanner?.bytes ?? bytes)
        var builder = ProseBuilder(source: source, findings: findings)
        let blocks = builder.blocks(in: document.root)
        let outline = ProseOutline(document.root, of: source, exemptLines: builder.exemptLines)
        return Result(prose: Prose(blocks), markup: .blocks(outline), waivers: scanner?.comments ?? [])
    }

    /// Whether the parser takes time in proportion to the length of a text; reports what would make it take longer.
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
            hint: "delete them: they are HTML, the code of web pages; where a `<` is meant as such, write `\\<`"
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
