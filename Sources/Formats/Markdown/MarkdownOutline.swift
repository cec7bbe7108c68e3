// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import UnicodeText
import WorkspaceFiles

/// The blocks of words in a Markdown text as a reader sees them, with the quotations and lists around them.
///
/// Prose keeps neither the lines of a text nor what the parser drops from it. A check for text that is nearly marked as exempt needs
/// both: it looks at blocks, at their neighbours, and at the lines that belong to none.
package struct MarkdownOutline {
    /// A paragraph, a heading, a cell of a table, or a block that no paper can hold.
    package struct Block {
        /// The words, also in code; a line of the source is a line.
        package var text: String
        /// The words in bold, in italics or in code with which the block opens, or `nil` if it opens otherwise.
        package var emphasis: String?
        /// The lines of the text that the block covers.
        package var lines: ClosedRange<Int>
        /// The quotations around it that are not exempt, outermost first.
        package var quotations: [Quotation] = []
        /// Whether it is in a list.
        package var isInList = false
        /// Whether it is in an exempt passage.
        package var isExempt = false
        fileprivate var byteColumn: Int
    }

    /// A quotation that is not exempt.
    package struct Quotation: Equatable {
        fileprivate var number: Int
        fileprivate var line: Int
        fileprivate var byteColumn: Int
    }

    /// What the file is about.
    package var subject: SourceFile.Subject { source.origin.start.sourceFile.subject }
    /// The blocks in the order of the text.
    package private(set) var blocks: [Block] = []
    /// The lines in which exempt passages open.
    package let exemptLines: Set<Int>

    /// Blocks nested more deeply are not read into prose either.
    private static let deepest = 30

    private let source: MarkdownSource
    /// By the number of a quotation, its first block.
    private var openings: [Int: Int] = [:]
    /// The lines that belong to a block or to an exempt passage.
    private var coveredLines: Set<Int> = []

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
                if opensPassage { coveredLines.formUnion(child.line...max(child.line, child.lastLine)) }
                let own =
                    isExempt || opensPassage
                    ? [] : [Quotation(number: openings.count, line: child.line, byteColumn: child.byteColumn)]
                for quotation in own { openings[quotation.number] = blocks.count }
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
                let lines = max(positioned.line, 1)...max(positioned.line, positioned.lastLine, 1)
                coveredLines.formUnion(lines)
                blocks.append(
                    Block(
                        text: child.words,
                        emphasis: child.emphasis,
                        lines: lines,
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

    /// Whether a block is the first of the innermost quotation around it.
    package func opensQuotation(_ index: Int) -> Bool {
        blocks[index].quotations.last.map { openings[$0.number] == index } ?? false
    }

    /// The first block of a quotation, or `nil` if it has none.
    package func opening(of quotation: Quotation) -> Block? {
        openings[quotation.number].flatMap { blocks.indices.contains($0) ? blocks[$0] : nil }
    }

    /// A line of the text, counted from one, or `nil` if there is no such line.
    package func line(_ number: Int) -> String? { source.line(number) }

    /// Every line of the text with its number.
    package var numberedLines: [(number: Int, line: String)] { source.numberedLines }

    /// The lines that belong to no block and to no exempt passage, such as the address of a link by its name.
    package var uncoveredLines: [(number: Int, line: String)] {
        source.numberedLines.filter { !coveredLines.contains($0.number) }
    }

    /// The location of a block.
    package func location(of block: Block) -> SourceLocation {
        source.location(line: block.lines.lowerBound, byteColumn: block.byteColumn)
    }

    /// The location of a quotation.
    package func location(of quotation: Quotation) -> SourceLocation {
        source.location(line: quotation.line, byteColumn: quotation.byteColumn)
    }

    /// The location of the first bracket in a line.
    package func location(ofBracketIn line: Int) -> SourceLocation {
        source.location(of: "[", line: line, byteColumn: 1)
    }

    /// The location of a whole line.
    package func location(ofLine line: Int) -> SourceLocation { source.origin.location(line: line, column: 0) }
}

extension MarkdownNode {
    /// The words in it, also in code, as a reader sees them; a line of the source is a line.
    fileprivate var words: String { words(depth: 0) }

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
