// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// `[!EXEMPT 3]`, which opens a quotation whose words are not for publication.
struct ExemptMarker {
    /// As it was written.
    let text: String
    /// Nothing where it does not name paragraphs as it should.
    let exemption: Exemption?

    /// Reads the marker at the beginning of a line; nothing where the line begins otherwise.
    init?(_ line: some StringProtocol) {
        guard line.hasPrefix("[!"), let close = line.firstIndex(of: "]") else { return nil }
        text = String(line[...close])
        let words = text.dropFirst(2).dropLast().split(separator: " ", maxSplits: 1)
        guard words.first?.uppercased() == "EXEMPT", words.count == 2 else {
            exemption = nil
            return
        }
        exemption = ExemptParagraphs.read(words[1]).map { Exemption($0) }
    }

    /// Where in a line of Markdown, in bytes from its beginning, something stands that is a marker or is meant for one.
    static func offsets(in line: ArraySlice<UInt8>) -> [Int] {
        line.indices.filter { index in
            switch line[index] {
            case UInt8(ascii: "["):
                let opens = line[..<index].allSatisfy { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: " ") }
                return isMeant(line[(index + 1)...], opens: opens)
            case UInt8(ascii: "E"):
                return line[index...].starts(with: "EXEMPT".utf8) && isMeant(line[index...], opens: false)
            default: return false
            }
        }.map { $0 - line.startIndex }
    }

    /// Whether an exclamation mark follows the bracket, or the word with a number, or the word alone where it opens the line.
    private static func isMeant(_ rest: ArraySlice<UInt8>, opens: Bool) -> Bool {
        let rest = rest.drop { $0 == UInt8(ascii: " ") }
        if rest.first == UInt8(ascii: "!") { return true }
        let word = Array("exempt".utf8)
        guard rest.prefix(word.count).elementsEqual(word, by: { $0 | 0x20 == $1 }) else { return false }
        let next = rest.dropFirst(word.count).drop { $0 == UInt8(ascii: " ") }.first
        guard let next else { return opens }
        return opens && next == UInt8(ascii: "]") || ("0"..."9").contains(Character(Unicode.Scalar(next)))
    }
}
