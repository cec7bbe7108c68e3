// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import UnicodeText
import WorkspaceFiles

/// A comment that waives a finding: in Markdown on a line of its own above the paragraph, the item of a list or the table that it is for, in Word on
/// the words themselves.
///
/// ```
/// <!-- waive figure-differs: The figure is of girls -->
/// NI 75 stands at 51.3%.
/// ```
///
/// Any other comment is an error, as all HTML is. Comments that waive are found before the text is parsed, and are blanked for the parser: in
/// CommonMark an HTML block would end the list that it is in.
package struct WaiverComment {
    /// What it says behind the word `waive`.
    package let text: WaiverText
    /// The location of the comment.
    package let location: SourceLocation
    /// The lines of the text, or the paragraphs, that it is for, or `nil` if nothing follows it.
    package let lines: ClosedRange<Int>?
    /// The same lines in the file.
    package let rows: ClosedRange<Int>?

    package init(text: WaiverText, location: SourceLocation, lines: ClosedRange<Int>?, rows: ClosedRange<Int>?) {
        self.text = text
        self.location = location
        self.lines = lines
        self.rows = rows
    }
}

/// Finds the comments of a text that waive something.
struct WaiverCommentScanner {
    /// The comments, in the order of the text.
    private(set) var comments: [WaiverComment] = []
    /// The text with white space in place of the comments: each line begins where it began.
    private(set) var bytes: [UInt8]
    private let lines: [String]

    private static let opening = "<!--"
    private static let closing = "-->"

    /// - Parameter source: the text as it was written.
    init(_ source: MarkdownSource) {
        bytes = source.bytes
        guard Self.mayHold(bytes) else {
            lines = []
            return
        }
        // Every line once: also the last, which may be empty.
        lines = source.numberedLines.map(\.line)
        var found: [(text: WaiverText, lines: ClosedRange<Int>, column: Int)] = []
        var number = 1
        while number <= lines.count {
            guard let comment = comment(from: number) else {
                number += 1
                continue
            }
            found.append((comment.text, number...comment.last, content(number).column))
            number = comment.last + 1
        }
        let covered = Set(found.flatMap { Array($0.lines) })
        for comment in found {
            let target = target(after: comment.lines.upperBound, covered: covered)
            comments.append(
                WaiverComment(
                    text: comment.text,
                    location: source.origin.location(line: comment.lines.lowerBound, column: comment.column),
                    lines: target,
                    rows: target.map { target in
                        let rows = [target.lowerBound, target.upperBound].map {
                            source.origin.location(line: $0, column: 0).row
                        }
                        return rows[0]...max(rows[0], rows[1])
                    }
                )
            )
            for line in comment.lines { blank(line, in: source) }
        }
    }

    /// Whether a text has what opens a comment.
    private static func mayHold(_ bytes: [UInt8]) -> Bool {
        let opening = Array(Self.opening.utf8)
        return bytes.indices.contains { bytes[$0] == opening[0] && bytes[$0...].starts(with: opening) }
    }

    /// A line without the marks of quotations before it, and the column in which that begins, in characters.
    private func content(_ number: Int) -> (text: Substring, column: Int) {
        let line = lines[number - 1]
        let content = line.drop { $0 == ">" || $0 == " " || $0 == "\t" }
        return (content, line.unicodeScalars.distance(from: line.startIndex, to: content.startIndex) + 1)
    }

    /// The comment that begins on a line, and its last line; `nil` unless its first word is `waive` and its lines hold nothing else.
    private func comment(from first: Int) -> (text: WaiverText, last: Int)? {
        guard content(first).text.hasPrefix(Self.opening) else { return nil }
        var text = content(first).text.dropFirst(Self.opening.count).trimmed
        guard WaiverText(comment: text) != nil else { return nil }
        var last = first
        while !text.contains(Self.closing) {
            // The lines of an exempt passage belong to it.
            guard last < lines.count, !content(last + 1).text.isBlank, isQuoted(last + 1) == isQuoted(first) else {
                return nil
            }
            last += 1
            text += " " + content(last).text.trimmed
        }
        guard let end = text.firstRange(of: Self.closing), end.upperBound == text.endIndex else { return nil }
        return WaiverText(comment: text[..<end.lowerBound]).map { ($0, last) }
    }

    /// The lines of the paragraph, the item or the table below a line.
    private func target(after line: Int, covered: Set<Int>) -> ClosedRange<Int>? {
        var first = line + 1
        while first <= lines.count, covered.contains(first) || content(first).text.isBlank { first += 1 }
        guard first <= lines.count else { return nil }
        var last = first
        if opensHeading(first) { return first...first }
        while last < lines.count, !covered.contains(last + 1), !content(last + 1).text.isBlank, !opensItem(last + 1),
            !opensHeading(last + 1)
        {
            last += 1
        }
        return first...last
    }

    private func isQuoted(_ line: Int) -> Bool { lines[line - 1].drop { $0 == " " || $0 == "\t" }.hasPrefix(">") }

    private func opensHeading(_ line: Int) -> Bool { content(line).text.hasPrefix("#") }

    /// Whether a line opens an item of a list.
    private func opensItem(_ line: Int) -> Bool {
        let text = content(line).text
        let digits = text.prefix(while: \.isNumber)
        let rest = text.dropFirst(digits.count)
        guard let mark = rest.first else { return false }
        let isMark = digits.isEmpty ? "-+*•".contains(mark) : ".)".contains(mark)
        return isMark && rest.dropFirst().first?.isWhitespace == true
    }

    /// Puts spaces in place of a line, behind the marks of quotations.
    private mutating func blank(_ line: Int, in source: MarkdownSource) {
        guard let range = source.range(ofLine: line) else { return }
        var isBehindMarks = false
        for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
            let byte = bytes[offset]
            if ![0x3E, 0x20, 0x09].contains(byte) { isBehindMarks = true }
            if isBehindMarks { bytes[offset] = 0x20 }
        }
    }
}
