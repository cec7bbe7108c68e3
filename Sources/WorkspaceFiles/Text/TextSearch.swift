// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits

/// A search for words in a part of a file, each behind the one before, which finds their locations.
package struct TextSearch {
    private let text: SourceText
    private let lines: LineIndex
    private let field: String?
    private var position: Int
    private let end: Int

    /// A search from a location on. It goes twice as far as the text is long and some lines more, for marks and escapes.
    ///
    /// - Parameter length: the length of the text in bytes, as it was parsed.
    init?(_ text: SourceText, lines: LineIndex, from start: SourceLocation, length: Int) {
        guard let line = lines.range(max(start.line, 1)) else { return nil }
        self.text = text
        self.lines = lines
        field = start.field
        var position = line.lowerBound
        var column = 1
        while column < start.column, position < line.upperBound {
            position += 1
            if position == line.upperBound || text.bytes[position] & 0xC0 != 0x80 { column += 1 }
        }
        self.position = position
        end = min(text.bytes.count, position + 2 * length + 400)
    }

    /// The location of words, between which a line may end. If they are not found, every later search is `nil` too.
    package mutating func next(_ words: String) -> SourceLocation? {
        let wanted = Array(words.utf8)
        let begin = position
        defer { WorkMeter.count(position - begin) }
        for start in position..<max(position, end) {
            guard let match = match(wanted, at: start) else { continue }
            position = match
            let line = lines.line(of: start)
            let lineStart = lines.range(line)?.lowerBound ?? start
            let isFar = start - lineStart > Limits.lastCountedColumn
            let column = isFar ? 0 : text.bytes[lineStart..<start].characterCount + 1
            return SourceLocation(file: text.sourceFile, line: line, column: column, field: field)
        }
        position = end
        return nil
    }

    /// The end of the words if they begin at an offset.
    private func match(_ wanted: [UInt8], at start: Int) -> Int? {
        var index = start
        for byte in wanted {
            guard index < end else { return nil }
            if byte == UInt8(ascii: " ") {
                let gap = text.bytes[index..<end].prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
                if gap.isEmpty { return nil }
                index = gap.endIndex
            } else {
                guard text.bytes[index] == byte else { return nil }
                index += 1
            }
        }
        return index
    }
}
