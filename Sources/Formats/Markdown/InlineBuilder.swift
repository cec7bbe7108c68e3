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
    func inlines(in node: MarkdownNode) -> [Prose.Inline] {
        LanguageMarks(findings: findings) { mark in
            let lines = node.line...max(node.line, node.lastLine)
            let line = lines.first { source.line($0)?.contains(mark) == true } ?? node.line
            return source.location(of: mark, line: line, byteColumn: 1)
        }.inlines(in: inlines(in: node, depth: 0))
    }

    /// The same; empty, and a diagnostic, if they are too many for one block.
    func checkedInlines(in node: MarkdownNode) -> [Prose.Inline] {
        let inlines = inlines(in: node)
        guard let problem = BlockLimits(inlines).problem else { return inlines }
        findings.report(problem, at: location(of: node))
        return []
    }

    private func inlines(in node: MarkdownNode, depth: Int) -> [Prose.Inline] {
        guard depth < Limits.deepestInline else {
            findings.report(.emphasisTooDeep, at: location(of: node))
            return []
        }
        var inlines: [Prose.Inline] = []
        var scanner = PlaceholderScanner()
        func close() {
            for inline in scanner.inlines(source: source, findings: findings) {
                for part in inline.dividedAtLineEnds { inlines.append(merging: part) }
            }
            scanner = PlaceholderScanner()
        }
        for child in node.children {
            switch child.kind {
            case .text: scanner.append(child.literal, line: child.line, byteColumn: child.byteColumn)
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
            // The parser makes nothing else among words than these and HTML.
            default:
                close()
                findings.report(.html(child.literal), at: location(of: child))
            }
        }
        close()
        return inlines
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

extension Diagnostic.Message {
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
