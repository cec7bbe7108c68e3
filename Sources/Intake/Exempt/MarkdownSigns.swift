// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

/// Looks through a Markdown text for what is nearly marked as exempt, block by block as a reader sees them, and line by line for what the
/// parser makes no block of.
struct MarkdownSigns {
    /// A block of words: a paragraph, a heading, a cell of a table, or a block that no paper can hold.
    private struct Leaf {
        var text: String
        /// What it opens with in bold, in italics or as code.
        var emphasis: String?
        var lines: ClosedRange<Int>
        var byteColumn: Int
        /// The quotations around it that are for everybody, outermost first.
        var quotations: [Quotation] = []
        /// Whether it is in a list.
        var isInList = false
        /// Whether an exempt passage holds it.
        var isExempt = false
    }

    private struct Quotation: Equatable {
        var number: Int
        var line: Int
        var byteColumn: Int
    }

    /// Deeper the builder of prose takes nothing in.
    private static let deepest = 30

    private let source: MarkdownSource
    private let exemptLines: Set<Int>
    private var leaves: [Leaf] = []
    /// By the number of a quotation, its first block of words.
    private var openings: [Int: Int] = [:]
    /// The lines that belong to some block of words or to an exempt passage.
    private var known: Set<Int> = []

    /// - Parameter exemptLines: the lines in which exempt passages open.
    init(_ root: MarkdownNode, of source: MarkdownSource, exemptLines: Set<Int>) {
        self.source = source
        self.exemptLines = exemptLines
        collect(below: root, within: [], isInList: false, isExempt: false, depth: 0)
    }

    private mutating func collect(
        below node: MarkdownNode,
        within quotations: [Quotation],
        isInList: Bool,
        isExempt: Bool,
        depth: Int
    ) {
        guard depth < Self.deepest else { return }
        for child in node.children {
            switch child.kind {
            case .quotation:
                let opensPassage = !isExempt && exemptLines.contains(child.line)
                if opensPassage { known.formUnion(child.line...max(child.line, child.lastLine)) }
                let own =
                    isExempt || opensPassage
                    ? [] : [Quotation(number: openings.count, line: child.line, byteColumn: child.byteColumn)]
                for quotation in own { openings[quotation.number] = leaves.count }
                collect(
                    below: child,
                    within: quotations + own,
                    isInList: false,
                    isExempt: isExempt || opensPassage,
                    depth: depth + 1
                )
            case .list, .item, .table, .tableHeader, .tableRow:
                collect(
                    below: child,
                    within: quotations,
                    isInList: isInList || child.kind == .list,
                    isExempt: isExempt,
                    depth: depth + 1
                )
            case .paragraph, .heading, .tableCell, .codeBlock, .htmlBlock:
                // A cell may not know its line.
                let place = child.line > 0 ? child : node
                let lines = max(place.line, 1)...max(place.line, place.lastLine, 1)
                known.formUnion(lines)
                leaves.append(
                    Leaf(
                        text: child.words,
                        emphasis: child.emphasis,
                        lines: lines,
                        byteColumn: child.byteColumn,
                        quotations: quotations,
                        isInList: isInList,
                        isExempt: isExempt
                    )
                )
            default: break
            }
        }
    }

    /// - Parameter isWithheld: whether the whole text is exempt, so that only a marker out of place is wrong in it.
    func report(to findings: Findings, isWithheld: Bool) {
        let markers = strayMarkers
        for line in markers.sorted() {
            findings.reportSign(.strayMarker, in: [], at: source.location(of: "[", line: line, byteColumn: 1))
        }
        for (index, leaf) in leaves.enumerated() where !leaf.isExempt {
            let opensQuotation = leaf.quotations.last.map { openings[$0.number] == index } ?? false
            let sign =
                ExemptSigns.sign(in: leaf.text, at: opensQuotation ? .quotation : .text)
                ?? leaf.emphasis.flatMap { ExemptSigns.sign(in: $0) }
            guard let sign else { continue }
            switch sign {
            case .marker where leaf.lines.contains(where: markers.contains): continue
            case .nearly where isWithheld: continue
            case .marker:
                findings.reportSign(.strayMarker, in: [], at: location(of: leaf))
            case .nearly:
                findings.reportSign(
                    opensQuotation ? .nearlyExemptQuotation(in: file) : .nearlyMarked(in: file),
                    in: [leaf.text],
                    at: location(of: leaf)
                )
            }
        }
        if isWithheld { return }
        reportNeighbours(to: findings)
        reportLostLines(to: findings)
    }

    /// The lines that hold `[!` and open no exempt passage.
    private var strayMarkers: Set<Int> {
        let markers = source.numberedLines.filter { number, line in
            !exemptLines.contains(number) && ExemptSigns.holdsMarker(line)
        }
        return Set(markers.map(\.number))
    }

    /// A quotation beside an exempt passage, at whatever depth of lists and quotations, is likely to be a part of it; and so is what
    /// follows one with a `>` that is none, and a list that goes on behind the list of a passage.
    private func reportNeighbours(to findings: Findings) {
        let spoken = leaves.indices.filter { !leaves[$0].text.isBlank }
        for (first, second) in zip(spoken, spoken.dropFirst()) where leaves[first].isExempt != leaves[second].isExempt {
            let isAfter = leaves[first].isExempt
            let (passage, other) = isAfter ? (leaves[first], leaves[second]) : (leaves[second], leaves[first])
            guard let innermost = other.quotations.last else {
                if isAfter { reportContinuation(other, of: passage, to: findings) }
                continue
            }
            let outermost = other.quotations.first { !passage.quotations.contains($0) }
            let opening = openings[innermost.number].map { leaves[$0].text }
            findings.reportSign(
                .quotationBesidePassage(isAfter: isAfter, in: file),
                in: [other.text] + [opening].compactMap(\.self),
                at: outermost.map { source.location(line: $0.line, byteColumn: $0.byteColumn) } ?? location(of: other)
            )
        }
    }

    private func reportContinuation(_ leaf: Leaf, of passage: Leaf, to findings: Findings) {
        let opensWithMark = ["\\>", "&gt;", "&#62;", "›", "»", "＞"].contains { mark in
            source.line(leaf.lines.lowerBound)?.trimmed.hasPrefix(mark) == true
        }
        guard opensWithMark || leaf.isInList && passage.isInList else { return }
        findings.reportSign(
            opensWithMark ? .continuedPassage(in: file) : .continuedList(in: file),
            in: [leaf.text],
            at: location(of: leaf)
        )
    }

    /// What the parser drops, such as the address of a link by its name, is lost in silence.
    private func reportLostLines(to findings: Findings) {
        for (number, line) in source.numberedLines
        where !known.contains(number) && ExemptSigns.sign(in: line) == .nearly {
            findings.reportSign(
                .lostLine(in: file),
                in: [line],
                at: source.origin.location(line: number, column: 0)
            )
        }
    }

    private var file: String { source.origin.start.file }

    private func location(of leaf: Leaf) -> SourceLocation {
        source.location(line: leaf.lines.lowerBound, byteColumn: leaf.byteColumn)
    }
}

extension MarkdownNode {
    /// The words in it, also in code, as a reader sees them; a line of the source is a line.
    fileprivate var words: String { words(depth: 0) }

    /// The words in what a block opens with, if that is in bold, in italics or code.
    fileprivate var emphasis: String? {
        guard let first = children.first(where: { $0.kind != .text || !$0.literal.isBlank }) else { return nil }
        return [.strong, .emph, .code].contains(first.kind) ? first.words : nil
    }

    private func words(depth: Int) -> String {
        switch kind {
        case .text, .code, .codeBlock, .htmlBlock: return literal
        case .softbreak, .linebreak: return "\n"
        case .htmlInline: return ""
        default: return depth < 30 ? children.map { $0.words(depth: depth + 1) }.joined() : ""
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var strayMarker: Self { misplacedMarker("this does not open an exempt passage") }

    fileprivate static func nearlyExemptQuotation(in file: String) -> Self {
        nearMarker("this quotation opens nearly as an exempt passage does, and would be public", in: file)
    }

    fileprivate static func quotationBesidePassage(isAfter: Bool, in file: String) -> Self {
        nearMarker(
            "a quotation right \(own: isAfter ? "after" : "before") an exempt passage would be public",
            hint: "where it belongs to the passage, put a line with `>` between the two; else some words",
            in: file
        )
    }

    fileprivate static func continuedPassage(in file: String) -> Self {
        nearMarker(
            "this looks like a part of the exempt passage before it, and would be public",
            hint: continuationHint,
            in: file
        )
    }

    fileprivate static func continuedList(in file: String) -> Self {
        nearMarker("a list right after an exempt list would be public", hint: continuationHint, in: file)
    }

    private static var continuationHint: DiagnosticText {
        "where it belongs to the passage, begin each of its lines with `>`; else put some words before it"
    }

    fileprivate static func lostLine(in file: String) -> Self {
        nearMarker("this is nearly marked as exempt, and is lost", in: file)
    }
}
