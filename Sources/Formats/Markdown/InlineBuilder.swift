// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Builds inlines from the parser's nodes.
struct InlineBuilder {
    let source: MarkdownSource
    let findings: DiagnosticCollector

    /// The inlines of a paragraph, a heading or a cell.
    func inlines(in node: MarkdownNode) -> [Prose.Inline] { inlines(of: Array(node.children)[...], in: node) }

    /// The inlines of some children of a node.
    ///
    /// - Parameter opening: what is left out at the beginning of the first, a text.
    private func inlines(
        of children: ArraySlice<MarkdownNode>,
        in node: MarkdownNode,
        without opening: String = ""
    ) -> [Prose.Inline] {
        LanguageMarks(findings: findings) { mark in
            let lines = node.line...max(node.line, node.lastLine)
            let line = lines.first { source.line($0)?.contains(mark) == true } ?? node.line
            return source.location(of: mark, line: line, byteColumn: 1)
        }.inlines(in: inlines(of: children, without: opening, depth: 0))
    }

    /// The inlines of a paragraph or a cell; empty, and a diagnostic, if they are too many for one block.
    func checkedInlines(in node: MarkdownNode) -> [Prose.Inline] {
        checkedInlines(of: Array(node.children)[...], in: node)
    }

    /// The same of some children of a node.
    ///
    /// - Parameter opening: what is left out at the beginning of the first, a text.
    func checkedInlines(
        of children: ArraySlice<MarkdownNode>,
        in node: MarkdownNode,
        without opening: String = ""
    ) -> [Prose.Inline] {
        let inlines = inlines(of: children, in: node, without: opening)
        guard let problem = BlockLimits(inlines).problem else { return inlines }
        findings.report(problem, at: location(of: node))
        return []
    }

    private func inlines(in node: MarkdownNode, depth: Int) -> [Prose.Inline] {
        guard depth < Limits.deepestInline else {
            findings.report(.emphasisTooDeep, at: location(of: node))
            return []
        }
        return inlines(of: Array(node.children)[...], without: "", depth: depth)
    }

    private func inlines(
        of children: ArraySlice<MarkdownNode>,
        without opening: String,
        depth: Int
    ) -> [Prose.Inline] {
        var inlines: [Prose.Inline] = []
        var scanner = PlaceholderScanner()
        func close() {
            for inline in scanner.inlines(source: source, findings: findings) {
                for part in inline.dividedAtLineEnds { inlines.append(merging: part) }
            }
            scanner = PlaceholderScanner()
        }
        var opening = opening
        var children = children
        while let child = children.popFirst() {
            switch child.kind {
            case .text:
                let text = RaisedText.replacingMarks(in: String(child.literal.dropFirst(opening.count)))
                scanner.append(text, line: child.line, byteColumn: child.byteColumn + opening.utf8.count)
                opening = ""
            case .softbreak: scanner.append(" ", line: child.line, byteColumn: child.byteColumn)
            case .code:
                close()
                inlines.append(merging: .text(child.literal))
            case .linebreak:
                close()
                inlines.append(.lineBreak)
            case .emph:
                close()
                inlines.append(.emphasis(self.inlines(in: child, depth: depth + 1)))
            case .strong:
                close()
                inlines.append(.strong(self.inlines(in: child, depth: depth + 1)))
            case .link:
                close()
                inlines.append(link(child, depth: depth))
            case .image:
                close()
                findings.report(.picture, at: location(of: child))
            case .strikethrough:
                // Inside a word the signs are a part of it.
                let isInWord = scanner.bytes.last.map(\.isWordByte) == true || children.first?.opensWithWord == true
                if !isInWord { findings.report(.struckOut, at: location(of: child)) }
                scanner.append("~~", line: child.line, byteColumn: child.byteColumn)
                close()
                for inner in self.inlines(in: child, depth: depth + 1) { inlines.append(merging: inner) }
                scanner.append("~~", line: child.line, byteColumn: child.byteColumn)
            case .htmlInline where child.opensRaisedText != nil:
                scanner.append(raisedText(child, &children), line: child.line, byteColumn: child.byteColumn)
            // The parser makes nothing else among words than these and HTML.
            default:
                close()
                findings.report(.html(child.literal), at: location(of: child))
            }
        }
        close()
        return inlines
    }

    /// The text between `<sup>` or `<sub>` and its end, in raised or lowered characters; reported, and as it is, if there are none of it.
    ///
    /// - Parameter rest: what follows the tag, of which the text and the end are taken.
    private func raisedText(_ tag: MarkdownNode, _ rest: inout ArraySlice<MarkdownNode>) -> String {
        guard let position = tag.opensRaisedText else { return "" }
        let words = rest.prefix { $0.kind == .text }
        let text = words.map(\.literal).joined()
        let end = position == .raised ? "</sup>" : "</sub>"
        guard words.endIndex < rest.endIndex, rest[words.endIndex].literal.lowercased() == end else {
            findings.report(.html(tag.literal), at: location(of: tag))
            return ""
        }
        rest = rest[(words.endIndex + 1)...]
        if let moved = RaisedText.text(text, position) { return moved }
        findings.report(.raisedWords(text, position), at: location(of: tag))
        return text
    }

    private func link(_ node: MarkdownNode, depth: Int) -> Prose.Inline {
        let place =
            node.line > 0
            ? source.location(of: "[", line: node.line, byteColumn: node.byteColumn) : source.origin.start
        let destination = node.destination
        if let problem = LinkAddress.problem(with: destination) { findings.report(problem, at: place) }
        let before = findings.count
        let words = inlines(in: node, depth: depth + 1)
        return LinkAddress.link(
            to: destination,
            words,
            areSound: findings.count == before,
            at: place,
            findings: findings
        )
    }

    private func location(of node: MarkdownNode) -> SourceLocation {
        source.location(line: node.line, byteColumn: node.byteColumn)
    }
}

extension UInt8 {
    /// Whether it is a letter or a figure of ASCII, or a part of a character beyond it.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
            true
        default: false
        }
    }
}

extension MarkdownNode {
    /// Whether it is text that begins with a letter or a figure.
    fileprivate var opensWithWord: Bool { kind == .text && literal.utf8.first.map(\.isWordByte) == true }

    /// Which way the words behind a tag are moved off the line, or `nil` unless it is `<sup>` or `<sub>`.
    fileprivate var opensRaisedText: RaisedText.Position? {
        switch literal.lowercased() {
        case "<sup>": .raised
        case "<sub>": .lowered
        default: nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func raisedWords(_ text: String, _ position: RaisedText.Position) -> Self {
        Self(
            .unsupportedElement,
            "`\(text.trimmed.shortened)` is \(own: position == .raised ? "raised" : "lowered"), which a paper does not show",
            hint: "only figures and signs can be, as in `CO~2~` and `m^2^`: write it on the line"
        )
    }

    fileprivate static var struckOut: Self {
        Self(
            .unsupportedElement,
            "words between `~~` are struck out, which a paper does not show",
            hint: "delete them, or the `~~` where they stay"
        )
    }

    fileprivate static var emphasisTooDeep: Self {
        Self(
            .nestingTooDeep,
            "emphasis stands too deep in itself here",
            hint: "take some of the asterisks away"
        )
    }

    fileprivate static var picture: Self {
        Self(
            .misplacedBlock,
            "a picture stands among words",
            hint: "let it stand alone: an empty line before it and after it"
        )
    }
}
