// SPDX-License-Identifier: Apache-2.0

/// Tells text that Markdown leaves as it is, so that most cells of a file never meet the Markdown parser.
enum PlainText {
    /// Whether parsing would give just these words in one paragraph.
    static func isPlain(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        if opensBlock(first, in: bytes) || TypedText.opensWithBullet(bytes) { return false }
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in bytes {
            switch marks[Int(byte)] {
            case .plain: break
            case .special: return false
            case .slash: if previous == UInt8(ascii: "/") { return false }
            case .w: if previous == byte, beforePrevious == byte { return false }
            case .lineEnd: if Self.isLineSeparator(beforePrevious, previous, byte) { return false }
            }
            beforePrevious = previous
            previous = byte
        }
        return true
    }

    /// Whether the first byte of a line may open a heading, quotation, list, code block or rule.
    private static func opensBlock(_ first: UInt8, in bytes: some BidirectionalCollection<UInt8>) -> Bool {
        switch first {
        case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: " "):
            return true
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let next = bytes.first { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return next == UInt8(ascii: ".") || next == UInt8(ascii: ")")
        default:
            return false
        }
    }

    /// Whether the last of three bytes ends U+0085, U+2028 or U+2029, which are line ends of word processors.
    private static func isLineSeparator(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        third == 0x85 ? second == 0xC2 : first == 0xE2 && second == 0x80
    }

    /// What a byte may mean to the parser.
    private enum Mark {
        case plain
        case special
        /// Two of them make an address.
        case slash
        /// Three of them make an address.
        case w
        /// It may end a character that ends a line.
        case lineEnd
    }

    private static let marks: [Mark] = {
        var marks = [Mark](repeating: .plain, count: 256)
        for byte in 0..<0x20 { marks[byte] = .special }
        for byte in "*_[]<>&\\`{}|~^@".utf8 { marks[Int(byte)] = .special }
        marks[Int(UInt8(ascii: "/"))] = .slash
        marks[Int(UInt8(ascii: "w"))] = .w
        marks[Int(UInt8(ascii: "W"))] = .w
        for byte in [0x85, 0xA8, 0xA9] { marks[byte] = .lineEnd }
        return marks
    }()
}
