// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import UnicodeText
import WorkspaceFiles

/// The blocks of words in a Markdown text or a Word document as a reader sees them, with the quotations and lists around them.
///
/// Prose keeps neither the lines of a text nor what the parser drops from it. A check for text that is nearly marked as exempt needs
/// both: it looks at blocks, at their neighbours, and at the lines that belong to none.
package struct ProseOutline {
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
        /// Whether it is in a table of a document, where no passage can go on.
        package var isInTable = false
        /// Whether it is set as a further part of what is above it: a caption, an indented paragraph, one of “List Continue”.
        package var continuesOther = false
        /// Whether it is in an exempt passage.
        package var isExempt = false
        var byteColumn = 1
    }

    /// A quotation that is not exempt.
    package struct Quotation: Equatable {
        fileprivate var number: Int
        fileprivate var line: Int
        fileprivate var byteColumn: Int
    }

    /// What the file is about.
    package var subject: SourceFile.Subject { source.subject }
    /// The blocks in the order of the text.
    package private(set) var blocks: [Block] = []
    /// The lines in which exempt passages open.
    package internal(set) var exemptLines: Set<Int>

    /// The text; that of a document is complete only behind its last block.
    var source: any OutlinedText
    /// By the number of a quotation, its first block.
    private var openings: [Int: Int] = [:]
    /// The lines that belong to a block or to an exempt passage.
    private var coveredLines: Set<Int> = []

    init(of source: any OutlinedText, exemptLines: Set<Int>) {
        self.source = source
        self.exemptLines = exemptLines
    }

    /// Opens a quotation that is not exempt before the next block.
    mutating func openQuotation(line: Int, byteColumn: Int = 1) -> Quotation {
        let quotation = Quotation(number: openings.count, line: line, byteColumn: byteColumn)
        openings[quotation.number] = blocks.count
        return quotation
    }

    /// Appends a block.
    mutating func append(_ block: Block) {
        coveredLines.formUnion(block.lines)
        var block = block
        // As it is printed: `{lang=…}` and its brackets are not, and could otherwise split a word that says that a text is exempt.
        block.text = block.text.withoutLanguageMarks
        block.emphasis = block.emphasis?.withoutLanguageMarks
        blocks.append(block)
    }

    /// Says that lines belong to an exempt passage.
    mutating func cover(_ lines: ClosedRange<Int>) { coveredLines.formUnion(lines) }

    /// Whether passages are marked by the styles of their paragraphs, which a list or a table may not have.
    package var isStyled: Bool { source.isStyled }

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
        numberedLines.filter { !coveredLines.contains($0.number) }
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
        source.location(ofBracketIn: line)
    }

    /// The location of a whole line.
    package func location(ofLine line: Int) -> SourceLocation { source.location(ofLine: line) }
}

/// A text of which an outline gives blocks: its lines, or the paragraphs of a document, each of which is a line.
protocol OutlinedText {
    /// Whether passages are marked by the styles of their paragraphs, which a list or a table may not have.
    var isStyled: Bool { get }
    var subject: SourceFile.Subject { get }
    /// Every line without what ends it, with its number.
    var numberedLines: [(number: Int, line: String)] { get }
    /// A line, counted from one, or `nil` if there is no such line.
    func line(_ number: Int) -> String?
    /// The location of a line and a column in bytes, both counted from one.
    func location(line: Int, byteColumn: Int) -> SourceLocation
    /// The location of the first bracket in a line.
    func location(ofBracketIn line: Int) -> SourceLocation
    /// The location of a whole line.
    func location(ofLine line: Int) -> SourceLocation
}
