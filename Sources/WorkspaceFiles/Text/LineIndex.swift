// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// The start of each line of a text. Lines end with LF, CRLF or CR.
package struct LineIndex: Sendable {
    private var starts: [Int] = [0]
    private let end: Int

    /// Finds the lines of a text in UTF-8.
    package init(_ bytes: [UInt8]) {
        end = bytes.count
        WorkMeter.count(end)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte > UInt8(ascii: "\r") { continue }
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
        }
    }

    /// The rows of a sheet.
    ///
    /// - Parameter starts: the offset of each.
    init(starts: [Int], end: Int) {
        // An empty sheet has one empty row, as an empty text has one empty line.
        self.starts = starts.isEmpty ? [0] : starts
        self.end = end
    }

    /// How many lines there are.
    package var count: Int { starts.count }

    /// The bytes of a line, counted from one, with its line end, or `nil` if there is no such line.
    package func range(_ line: Int) -> Range<Int>? {
        guard line >= 1, line <= starts.count else { return nil }
        return starts[line - 1]..<(line < starts.count ? starts[line] : end)
    }

    /// A line, counted from one, without its line end, or `nil` if there is no such line.
    ///
    /// - Parameter most: how many bytes of it at most; a character is never cut.
    package func line(_ line: Int, of bytes: [UInt8], atMost most: Int = .max) -> String? {
        guard var range = range(line) else { return nil }
        if range.count > most {
            var last = range.lowerBound + most
            while last > range.lowerBound, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            range = range.lowerBound..<last
        }
        while let last = range.last, bytes[last] == UInt8(ascii: "\n") || bytes[last] == UInt8(ascii: "\r") {
            range = range.lowerBound..<last
        }
        WorkMeter.count(range.count)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The line and the column of a byte, both counted from one; columns count characters.
    package func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let line = line(of: offset)
        let start = starts[line - 1]
        WorkMeter.count(offset - start)
        return (line, bytes[start..<min(max(offset, start), end)].characterCount + 1)
    }

    /// The line of a byte, counted from one.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}

extension Sequence<UInt8> {
    /// The number of characters (Unicode scalars) in UTF-8: one for each byte that is no continuation byte.
    package var characterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
