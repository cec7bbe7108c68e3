// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// A Markdown text and its origin, for searches in the text and locations in its file.
struct MarkdownSource {
    let bytes: [UInt8]
    let origin: TextOrigin
    private let index: LineIndex

    init(bytes: [UInt8], origin: TextOrigin) {
        self.bytes = bytes
        self.origin = origin
        index = LineIndex(bytes)
    }

    /// A line, counted from one, or `nil` if there is no such line.
    func line(_ number: Int) -> String? { index.line(number, of: bytes) }

    /// The bytes of a line, counted from one, with its line end, or `nil` if there is no such line.
    func range(ofLine number: Int) -> Range<Int>? { index.range(number) }

    /// Whether a line, counted from one, has a tab in it.
    func holdsTab(inLine number: Int) -> Bool { index.range(number).map { bytes[$0].contains(0x09) } ?? false }

    /// Every line without what ends it, with its number.
    var numberedLines: [(number: Int, line: String)] {
        (1...index.count).compactMap { number in index.line(number, of: bytes).map { (number, $0) } }
    }

    /// The marker of an exempt passage with which a quotation begins.
    ///
    /// - Parameter byteColumn: the column of its `>` in bytes.
    func exemptMarker(line: Int, byteColumn: Int) -> ExemptMarker? {
        guard let range = index.range(line), byteColumn >= 1, range.lowerBound + byteColumn - 1 < range.upperBound
        else {
            return nil
        }
        let quotation = bytes[(range.lowerBound + byteColumn - 1)..<range.upperBound]
        return ExemptMarker(
            String(decoding: quotation.drop { [0x3E, 0x20, 0x09].contains($0) }, as: UTF8.self)
        )
    }

    /// The line in which a quotation gives the address of a link by its name, `[name]: https://…`.
    func linkDefinition(from first: Int, through last: Int) -> Int? {
        (first...max(first, last)).first { line in
            guard let text = index.line(line, of: bytes) else { return false }
            let content = text.drop { $0 == ">" || $0 == " " || $0 == "\t" }
            return content.hasPrefix("[") && content.contains("]:")
        }
    }

    /// Whether words follow the last line of a quotation with no empty line between them.
    func goesOn(after last: Int, quotationFrom first: Int) -> Bool {
        var line = first + 1
        while let text = index.line(line, of: bytes), text.drop(while: { $0 == " " }).hasPrefix(">") { line += 1 }
        return line > last && index.line(line, of: bytes)?.trimmed.isEmpty == false
    }

    /// Where the first declaration, instruction or CDATA section of HTML opens that is too many: cmark-gfm looks for the end of each
    /// through the whole text.
    var excessiveHTML: (line: Int, byteColumn: Int)? {
        let openings = bytes.indices.dropLast().lazy.filter { offset in
            let next = bytes[offset + 1]
            return
                bytes[offset] == UInt8(ascii: "<") && (next == UInt8(ascii: "!") || next == UInt8(ascii: "?"))
        }
        return openings.dropFirst(Limits.mostDeclarations).first.map(place)
    }

    /// The position of the first address that is too long, with everything up to the next white space: cmark-gfm's search for
    /// addresses takes time that grows with the square of such a stretch.
    var overlongAddress: (line: Int, byteColumn: Int)? {
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte <= 0x20 {
            if offset - start > Limits.longestAddress, holdsAddress(bytes[start..<offset]) { return place(of: start) }
            start = offset + 1
        }
        return bytes.count - start > Limits.longestAddress && holdsAddress(bytes[start...]) ? place(of: start) : nil
    }

    /// Whether a stretch without white space may hold an address: `https://`, `www.` or an `@`.
    private func holdsAddress(_ word: ArraySlice<UInt8>) -> Bool {
        word.indices.contains { index in
            let rest = word[index...]
            return rest.starts(with: "@".utf8) || rest.starts(with: "://".utf8) || rest.starts(with: "www.".utf8)
        }
    }

    private func place(of offset: Int) -> (line: Int, byteColumn: Int) {
        let line = index.line(of: offset)
        return (line, offset - (index.range(line)?.lowerBound ?? offset) + 1)
    }

    /// How many cells the tables could have at most: in every stretch without an empty line, as many columns as the line with the most
    /// bars, in every line. And the line with more bars than a line may have, if there is one.
    var mostTableCells: (count: Int, crowdedLine: Int?) {
        var count = 0
        var stretch = (lines: 0, bars: 0)
        for line in 1...index.count {
            guard let range = index.range(line) else { break }
            let bars = bytes[range].count { $0 == UInt8(ascii: "|") }
            if bars > Limits.mostBarsInLine { return (count, line) }
            if bytes[range].allSatisfy({ $0 <= 0x20 }) {
                count += stretch.lines * stretch.bars
                stretch = (0, 0)
            } else {
                stretch = (stretch.lines + 1, max(stretch.bars, bars))
            }
        }
        return (count + stretch.lines * stretch.bars, nil)
    }

    /// The location of a line and a column in bytes, both counted from one.
    func location(line: Int, byteColumn: Int) -> SourceLocation {
        guard let range = index.range(line), byteColumn >= 1, byteColumn <= Limits.lastCountedColumn,
            range.lowerBound + byteColumn - 1 <= range.upperBound
        else {
            return origin.location(line: max(line, 1), column: 0)
        }
        let before = bytes[range.lowerBound..<(range.lowerBound + byteColumn - 1)]
        return origin.location(line: line, column: before.characterCount + 1)
    }

    /// The location of a mark that is expected at a line and a column in bytes. Escapes and entities shift what the parser
    /// says; the nearest mark of the line is then meant.
    func location(of mark: String, line: Int, byteColumn: Int) -> SourceLocation {
        guard let range = index.range(line)?.prefix(Limits.lastCountedColumn),
            byteColumn <= Limits.lastCountedColumn
        else {
            return origin.location(line: max(line, 1), column: 0)
        }
        let wanted = Array(mark.utf8)
        let expected = range.lowerBound + max(byteColumn, 1) - 1
        if range.contains(expected), bytes[expected...].starts(with: wanted) {
            return location(line: line, byteColumn: byteColumn)
        }
        WorkMeter.count(range.count)
        let starts = range.filter { bytes[$0...].starts(with: wanted) }
        guard let nearest = starts.min(by: { abs($0 - expected) < abs($1 - expected) }) else {
            return origin.location(line: line, column: 0)
        }
        return location(line: line, byteColumn: nearest - range.lowerBound + 1)
    }
}
