// SPDX-License-Identifier: Apache-2.0

/// Reads whole numbers of a file at offsets that the file itself gives; `nil` beyond its end.
struct ByteReader {
    let bytes: ArraySlice<UInt8>
    var isLittleEndian = false

    /// The number of `count` bytes at an offset from the beginning.
    func number(_ count: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - count else { return nil }
        let start = bytes.startIndex + offset
        let own = bytes[start..<start + count]
        return isLittleEndian ? own.reversed().reduce(0) { $0 << 8 | Int($1) } : own.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether a text is at an offset.
    func holds(_ text: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset <= bytes.count else { return false }
        return bytes.dropFirst(offset).starts(
            with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }
}
