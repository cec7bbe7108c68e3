// SPDX-License-Identifier: Apache-2.0

/// The UTF-8 bytes of a document while it is written: one buffer, to which everything is appended.
struct MarkupBytes {
    private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: for how many bytes there is room at first.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func append(_ other: MarkupBytes) { bytes += other.bytes }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    mutating func append(_ number: Int) {
        if number < 0 { append("-") }
        let first = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[first...].reverse()
    }

    /// Appends a number with at most two decimals.
    mutating func append(_ number: Double) {
        let hundredths = Int((min(max(number, -1e9), 1e9) * 100).rounded())
        if hundredths < 0 { append("-") }
        append(abs(hundredths) / 100)
        let decimals = abs(hundredths) % 100
        if decimals == 0 { return }
        append(".")
        append(decimals / 10)
        if decimals % 10 > 0 { append(decimals % 10) }
    }

    /// Appends a text in which nothing is taken for markup, in an element or in the value of an attribute.
    ///
    /// Control characters and noncharacters, which HTML does not allow, are left out.
    ///
    /// - Parameter isIdentifier: whether white space becomes hyphens.
    mutating func append(escaping text: String, isIdentifier: Bool = false) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() {
                let escape: StaticString
                var length = 1
                switch byte {
                case UInt8(ascii: "&"): escape = "&amp;"
                case UInt8(ascii: "<"): escape = "&lt;"
                case UInt8(ascii: ">"): escape = "&gt;"
                case UInt8(ascii: "\""): escape = "&quot;"
                case 0x09, 0x0A, 0x20:
                    guard isIdentifier else { continue }
                    escape = "-"
                case 0..<0x20, 0x7F: escape = ""
                // U+0080 to U+009F.
                case 0xC2 where utf8[index + 1] < 0xA0:
                    escape = ""
                    length = 2
                // U+FFFE and U+FFFF.
                case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
                    escape = ""
                    length = 3
                default: continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                append(escape)
                start = index + length
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// Appends bytes in base64 (RFC 4648, 4).
    mutating func append(base64 data: [UInt8]) {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var index = 0
        while index < data.count {
            let count = min(3, data.count - index)
            var group = 0
            for offset in 0..<3 { group = group << 8 | (offset < count ? Int(data[index + offset]) : 0) }
            for digit in 0..<4 {
                bytes.append(digit <= count ? digits[group >> (18 - 6 * digit) & 0x3F] : UInt8(ascii: "="))
            }
            index += 3
        }
    }
}
