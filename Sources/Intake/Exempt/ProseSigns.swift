// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import UnicodeText
import WorkspaceFiles

/// Looks through a text or a document for what is nearly marked as exempt, block by block as a reader sees them, and line by line for what the
/// parser makes no block of.
struct ProseSigns {
    let outline: ProseOutline
    let findings: DiagnosticCollector

    /// - Parameter isExempt: whether the whole text is exempt, so that only a marker out of place is wrong in it.
    func report(isExempt: Bool) {
        let markers = strayMarkers
        for line in markers.sorted() {
            findings.reportSign(
                .strayMarker(isStyled: outline.isStyled),
                in: [],
                at: outline.location(ofBracketIn: line)
            )
        }
        for (index, block) in outline.blocks.enumerated() where !block.isExempt {
            let opensQuotation = outline.opensQuotation(index)
            let sign =
                ExemptSigns.sign(in: block.text, at: opensQuotation ? .quotation : .text)
                ?? block.emphasis.flatMap { ExemptSigns.sign(in: $0) }
            guard let sign else { continue }
            switch sign {
            case .marker where block.lines.contains(where: markers.contains): continue
            case .nearly where isExempt: continue
            case .marker:
                findings.reportSign(.strayMarker(isStyled: outline.isStyled), in: [], at: outline.location(of: block))
            case .nearly:
                findings.reportSign(
                    opensQuotation
                        ? .nearlyExemptQuotation(about: subject, isStyled: outline.isStyled)
                        : outline.isStyled ? .nearlyMarkedInDocument(about: subject) : .nearlyMarked(about: subject),
                    in: [block.text],
                    at: outline.location(of: block)
                )
            }
        }
        if isExempt { return }
        reportNeighbours()
        reportLostLines()
    }

    /// The lines that hold `[!` and open no exempt passage.
    private var strayMarkers: Set<Int> {
        let markers = outline.numberedLines.filter { number, line in
            !outline.exemptLines.contains(number) && ExemptSigns.holdsMarker(line)
        }
        return Set(markers.map(\.number))
    }

    /// Reports a quotation beside an exempt passage, at whatever depth of lists and quotations, since it is likely to be a part of it; and
    /// so is a block after one that opens with a character like `>`, and a list that continues the list of a passage.
    private func reportNeighbours() {
        let blocks = outline.blocks.filter { !$0.text.isBlank }
        for (first, second) in zip(blocks, blocks.dropFirst()) where first.isExempt != second.isExempt {
            let isAfter = first.isExempt
            let (passage, other) = isAfter ? (first, second) : (second, first)
            guard let innermost = other.quotations.last else {
                if isAfter { reportContinuation(other, of: passage) }
                continue
            }
            let outermost = other.quotations.first { !passage.quotations.contains($0) }
            findings.reportSign(
                .quotationBesidePassage(isAfter: isAfter, about: subject, isStyled: outline.isStyled),
                in: [other.text] + [outline.opening(of: innermost)?.text].compactMap(\.self),
                at: outermost.map { outline.location(of: $0) } ?? outline.location(of: other)
            )
        }
    }

    private func reportContinuation(_ block: ProseOutline.Block, of passage: ProseOutline.Block) {
        let opensWithMark = block.lines.contains { number in
            guard let line = outline.line(number)?.trimmed else { return false }
            // As the meaning of a term may be written.
            let words = line.hasPrefix(": ") ? line.dropFirst(2).trimmed : line
            return [">", "|>", "| >", "\\>", "&gt;", "&#62;", "›", "»", "＞"].contains(where: words.hasPrefix)
        }
        let mayContinueList = block.isInList && (passage.isInList || outline.isStyled)
        guard opensWithMark || mayContinueList || block.isInTable || block.continuesOther else { return }
        findings.reportSign(
            opensWithMark || block.continuesOther
                ? .continuedPassage(about: subject, isStyled: outline.isStyled)
                : .continuedList(isTable: block.isInTable, about: subject, isStyled: outline.isStyled),
            in: [block.text],
            at: outline.location(of: block)
        )
    }

    /// Reports lines that the parser drops, such as the address of a link by its name.
    private func reportLostLines() {
        for (number, line) in outline.uncoveredLines where ExemptSigns.sign(in: line) == .nearly {
            findings.reportSign(.lostLine(about: subject), in: [line], at: outline.location(ofLine: number))
        }
    }

    private var subject: SourceFile.Subject { outline.subject }
}

extension Diagnostic.Message {
    /// How a passage is marked in a document.
    private static let styledMark: DiagnosticText =
        "give what is exempt the style Exempt, and begin it with `[!EXEMPT 3]`"

    fileprivate static func strayMarker(isStyled: Bool) -> Self {
        let words: DiagnosticText = "this does not open an exempt passage"
        return isStyled ? misplacedMarker(words, hint: styledMark) : misplacedMarker(words)
    }

    fileprivate static func nearlyMarkedInDocument(about subject: SourceFile.Subject) -> Self {
        nearMarker("this is nearly marked as exempt, and would be printed", hint: styledMark, about: subject)
    }

    fileprivate static func nearlyExemptQuotation(about subject: SourceFile.Subject, isStyled: Bool) -> Self {
        let words: DiagnosticText = "this quotation opens nearly as an exempt passage does, and would be public"
        return isStyled
            ? nearMarker(words, hint: styledMark, about: subject) : nearMarker(words, about: subject)
    }

    fileprivate static func quotationBesidePassage(
        isAfter: Bool,
        about subject: SourceFile.Subject,
        isStyled: Bool
    ) -> Self {
        nearMarker(
            "a quotation right \(own: isAfter ? "after" : "before") an exempt passage would be public",
            hint: isStyled
                ? "where it belongs to the passage, give it the style Exempt; else put some words between the two"
                : "where it belongs to the passage, put a line with `>` between the two; else some words",
            about: subject
        )
    }

    fileprivate static func continuedPassage(about subject: SourceFile.Subject, isStyled: Bool) -> Self {
        nearMarker(
            "this looks like a part of the exempt passage before it, and would be public",
            hint: continuationHint(isStyled: isStyled),
            about: subject
        )
    }

    fileprivate static func continuedList(isTable: Bool, about subject: SourceFile.Subject, isStyled: Bool) -> Self {
        nearMarker(
            isTable
                ? "a table right after an exempt passage would be public"
                : isStyled
                    ? "a list right after an exempt passage would be public"
                    : "a list right after an exempt list would be public",
            hint: isTable
                ? "no table can be exempt: say in words what belongs to the passage; else put some words before it"
                : continuationHint(isStyled: isStyled),
            about: subject
        )
    }

    private static func continuationHint(isStyled: Bool) -> DiagnosticText {
        isStyled
            ? "where it belongs to the passage, give each of its paragraphs the style Exempt; else put some words before it"
            : "where it belongs to the passage, begin each of its lines with `>`; else put some words before it"
    }

    fileprivate static func lostLine(about subject: SourceFile.Subject) -> Self {
        nearMarker("this is nearly marked as exempt, and is lost", about: subject)
    }
}
