// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The text of a document, a line for each paragraph: what its excerpts and its outline are made of.
struct DocumentText: OutlinedText {
    /// What ends a line within a paragraph, so that each paragraph is one line.
    static let lineBreak = "\u{2028}"

    let file: SourceFile
    /// By the numbers of paragraphs, from one on.
    private var lines: [String]

    init(file: SourceFile, paragraphs: Int) {
        self.file = file
        lines = Array(repeating: "", count: paragraphs)
    }

    mutating func append(_ words: String, toLine number: Int) {
        guard lines.indices.contains(number - 1) else { return }
        if !lines[number - 1].isEmpty { lines[number - 1] += Self.lineBreak }
        lines[number - 1] += words
    }

    /// The text, for excerpts.
    var source: SourceText { SourceText(file: file, bytes: Array(lines.joined(separator: "\n").utf8)) }

    // MARK: - Outlines

    var isStyled: Bool { true }

    var subject: SourceFile.Subject { file.subject }

    var numberedLines: [(number: Int, line: String)] { lines.enumerated().map { ($0.offset + 1, $0.element) } }

    func line(_ number: Int) -> String? { lines.indices.contains(number - 1) ? lines[number - 1] : nil }

    func location(line: Int, byteColumn: Int) -> SourceLocation { location(ofLine: line) }

    func location(ofBracketIn line: Int) -> SourceLocation { location(ofLine: line) }

    func location(ofLine line: Int) -> SourceLocation { SourceLocation(in: file, .paragraph(line)) }
}
