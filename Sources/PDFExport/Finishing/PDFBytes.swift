// SPDX-License-Identifier: Apache-2.0

import Geometry

/// Bytes of a PDF file, written from first to last.
struct PDFBytes {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    /// Removes all bytes and keeps the capacity.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Removes a word at the end.
    ///
    /// - Returns: `false` if the bytes do not end with it.
    mutating func removeEnd(_ word: String) -> Bool {
        guard bytes.suffix(word.utf8.count).elementsEqual(word.utf8) else { return false }
        bytes.removeLast(word.utf8.count)
        return true
    }

    mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    mutating func append(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

    /// Appends an integer.
    mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        for index in first..<digits.count { bytes.append(digits[index]) }
    }

    /// Appends a length in points, to three decimals.
    mutating func append(_ length: Length) {
        let thousandths = (length.units * 1000 + (length.units < 0 ? -512 : 512)) / 1024
        if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
        append(abs(thousandths) / 1000)
        let fraction = abs(thousandths) % 1000
        if fraction == 0 { return }
        bytes.append(UInt8(ascii: "."))
        for unit in [100, 10, 1] { bytes.append(UInt8(ascii: "0") + UInt8(fraction / unit % 10)) }
    }

    /// Appends the left, lower, right and upper edge of a rectangle on a page, with a space after each: PDF counts from the lower left corner.
    mutating func append(_ rectangle: Rectangle, on page: Size) {
        let (origin, size) = (rectangle.origin, rectangle.size)
        let lower = page.height - origin.y - size.height
        for edge in [origin.x, lower, origin.x + size.width, page.height - origin.y] {
            append(edge)
            append(byte: 0x20)
        }
    }

    /// Appends a reference to an object, with a space before it.
    mutating func append(reference number: Int) {
        bytes.append(0x20)
        append(number)
        append(" 0 R")
    }

    /// Appends a text string (ISO 32000-1, 7.9.2.2), in UTF-16 unless it is plain ASCII.
    mutating func append(text: String) {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            append(string: text.utf8)
        } else {
            append("<FEFF")
            for unit in text.utf16 {
                for shift in [12, 8, 4, 0] { append(hexadecimal: UInt8(unit >> shift & 15)) }
            }
            append(">")
        }
    }

    /// Appends a string of bytes.
    mutating func append(string: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "("))
        for byte in string {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x20...0x7E: bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "\\"))
                for shift in [6, 3, 0] { bytes.append(UInt8(ascii: "0") + (byte >> shift & 7)) }
            }
        }
        bytes.append(UInt8(ascii: ")"))
    }

    mutating func append(hexadecimal digit: UInt8) {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
}

extension [UInt8] {
    /// Calls a function with the bytes, with a typed error.
    func lend<Result, Failure: Error>(
        _ use: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer { bytes throws(Failure) in try use(UnsafeRawBufferPointer(bytes)) }
    }
}
