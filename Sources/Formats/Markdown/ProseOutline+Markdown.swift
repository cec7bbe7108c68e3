// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

extension ProseOutline {
    /// Blocks nested more deeply are not read into prose either.
    private static let deepest = 30

    /// The outline of a tree.
    ///
    /// - Parameter exemptLines: the lines in which exempt passages open.
    init(_ root: MarkdownNode, of source: MarkdownSource, exemptLines: Set<Int>) {
        self.init(of: source, exemptLines: exemptLines)
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
            // It is no text between two blocks: they are as near to one another as without it.
            if child.isPageBreak {
                cover(child.line...max(child.line, child.lastLine))
                continue
            }
            switch child.kind {
            case .quotation:
                let opensPassage = !isExempt && exemptLines.contains(child.line)
                if opensPassage { cover(child.line...max(child.line, child.lastLine)) }
                let own =
                    isExempt || opensPassage ? [] : [openQuotation(line: child.line, byteColumn: child.byteColumn)]
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
                // The parser may not give the line of a cell.
                let positioned = child.line > 0 ? child : node
                append(
                    Block(
                        text: child.words,
                        emphasis: child.emphasis,
                        lines: max(positioned.line, 1)...max(positioned.line, positioned.lastLine, 1),
                        quotations: quotations,
                        isInList: isInList,
                        isExempt: isExempt,
                        byteColumn: child.byteColumn
                    )
                )
            default: break
            }
        }
    }
}

extension MarkdownSource: OutlinedText {
    var isStyled: Bool { false }

    var subject: SourceFile.Subject { origin.start.sourceFile.subject }

    func location(ofBracketIn line: Int) -> SourceLocation { location(of: "[", line: line, byteColumn: 1) }

    func location(ofLine line: Int) -> SourceLocation { origin.location(line: line, column: 0) }
}

extension MarkdownNode {
    /// The words in it, also in code, as a reader sees them; a line of the source is a line.
    var words: String { words(depth: 0) }

    /// The words in bold, in italics or in code with which it opens, or `nil` if it opens otherwise.
    fileprivate var emphasis: String? {
        guard let first = children.first(where: { $0.kind != .text || !$0.literal.isBlank }) else { return nil }
        return [.strong, .emph, .code].contains(first.kind) ? first.words : nil
    }

    private func words(depth: Int) -> String {
        switch kind {
        case .text, .code, .codeBlock, .htmlBlock:
            return literal.unicodeScalars.contains(where: \.isLineBreak)
                ? String(String.UnicodeScalarView(literal.unicodeScalars.map { $0.isLineBreak ? "\n" : $0 })) : literal
        case .softbreak, .linebreak: return "\n"
        case .htmlInline: return ""
        // Its title is printed as its caption.
        case .image where depth < 30: return children.map { $0.words(depth: depth + 1) }.joined() + "\n" + title
        default: return depth < 30 ? children.map { $0.words(depth: depth + 1) }.joined() : ""
        }
    }
}
