// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Where each line of a text begins. Lines end with LF, CRLF or CR.
struct LineIndex {
    private var starts: [Int] = [0]
    private var end: Int

    init(_ bytes: [UInt8]) {
        end = bytes.count
        WorkMeter.count(end)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
        }
    }

    /// How many lines there are.
    var count: Int { starts.count }

    /// The bytes of a line, counted from one, with what ends it; nothing where there is no such line.
    func range(_ line: Int) -> Range<Int>? {
        guard line >= 1, line <= starts.count else { return nil }
        return starts[line - 1]..<(line < starts.count ? starts[line] : end)
    }

    /// A line, counted from one, without what ends it.
    ///
    /// - Parameter most: how many bytes of it are wanted.
    func line(_ line: Int, of bytes: [UInt8], atMost most: Int = .max) -> String? {
        guard var range = range(line) else { return nil }
        if range.count > most {
            // Letters stay whole.
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

    /// The line and the character's column at which a byte stands, both counted from one.
    func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let line = line(of: offset)
        let start = starts[line - 1]
        WorkMeter.count(offset - start)
        return (line, bytes[start..<min(max(offset, start), end)].characterCount + 1)
    }

    /// The line in which a byte stands, counted from one.
    func line(of offset: Int) -> Int {
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
    /// How many characters (Unicode scalars) UTF-8 bytes make: every byte that continues none begins one.
    var characterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
