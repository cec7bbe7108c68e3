// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The Markdown that is read, and where it stands in its file.
struct MarkdownSource {
    let bytes: [UInt8]
    let origin: TextOrigin
    private let index: LineIndex

    init(bytes: [UInt8], origin: TextOrigin) {
        self.bytes = bytes
        self.origin = origin
        index = LineIndex(bytes)
    }

    /// Every line without what ends it.
    var lines: [String] {
        var lines: [String] = []
        while let line = index.line(lines.count + 1, of: bytes) { lines.append(line) }
        return lines
    }

    /// The place of a line and a column in bytes, both counted from one.
    func location(line: Int, byteColumn: Int) -> SourceLocation {
        guard let range = index.range(line), byteColumn >= 1, range.lowerBound + byteColumn - 1 <= range.upperBound
        else {
            return origin.location(line: max(line, 1), column: 0)
        }
        let before = bytes[range.lowerBound..<(range.lowerBound + byteColumn - 1)]
        return origin.location(line: line, column: before.characterCount + 1)
    }

    /// The place of a mark that should stand at a line and a column in bytes. Escapes and entities shift what the parser
    /// says; the nearest mark of the line is then meant.
    func location(of mark: String, line: Int, byteColumn: Int) -> SourceLocation {
        guard let range = index.range(line) else { return origin.location(line: max(line, 1), column: 0) }
        let wanted = Array(mark.utf8)
        let expected = range.lowerBound + max(byteColumn, 1) - 1
        let starts = range.filter { bytes[$0...].starts(with: wanted) }
        guard let nearest = starts.min(by: { abs($0 - expected) < abs($1 - expected) }) else {
            return origin.location(line: line, column: 0)
        }
        return location(line: line, byteColumn: nearest - range.lowerBound + 1)
    }
}
