// SPDX-License-Identifier: Apache-2.0

/// Text that was once read in the wrong encoding and saved again: `â€™` in place of `’`, `Â£` in place of `£`.
///
/// UTF-8 that is read as Windows-1252 and saved as UTF-8 is good UTF-8, so that only its meaning shows the damage: a sequence of characters
/// whose bytes in Windows-1252 are one character of UTF-8. Of those only the ones are looked for that English prose makes and never holds.
struct DamagedText {
    /// The offset of the first damaged character in the text.
    private(set) var offset = 0
    /// As it stands in the text; U+FFFD for a character that is lost.
    private(set) var written = ""
    /// What it was, or `nil` if that cannot be known.
    private(set) var meant: String?
    /// The number of damaged characters.
    private(set) var count = 0

    /// The damage in a text, or `nil` if there is none.
    init?(_ bytes: [UInt8]) {
        // `Â`, `Ã`, `â` and `Å` are C3 with one of these, and U+FFFD is EF BF BD.
        let mayBeDamaged = bytes.indices.dropLast().contains { index in
            bytes[index] == 0xC3 && [0x82, 0x83, 0x85, 0xA2].contains(bytes[index + 1])
                || bytes[index] == 0xEF && bytes[index + 1] == 0xBF
        }
        guard mayBeDamaged else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let isLost = scalars[index] == "\u{FFFD}"
            let repaired = isLost ? nil : Self.repaired(scalars[index...])
            if isLost || repaired != nil {
                if count == 0 {
                    offset = text.utf8.distance(from: text.startIndex, to: index)
                    let length = repaired?.length ?? 1
                    written = String(text[index..<scalars.index(index, offsetBy: length)])
                    meant = repaired?.text
                }
                count += 1
            }
            index = scalars.index(index, offsetBy: repaired?.length ?? 1)
        }
        if count == 0 { return nil }
    }

    /// The character that a text begins with if it was read in the wrong encoding, and how many characters stand for it.
    private static func repaired(_ scalars: Substring.UnicodeScalarView) -> (text: String, length: Int)? {
        guard let first = scalars.first, let lead = ["Â": 0xC2, "Ã": 0xC3, "Å": 0xC5, "â": 0xE2][first] as UInt8? else {
            return nil
        }
        var bytes = [lead]
        for scalar in scalars.dropFirst().prefix(lead == 0xE2 ? 2 : 1) {
            guard let byte = Windows1252.byte(scalar), (0x80...0xBF).contains(byte) else { return nil }
            bytes.append(byte)
        }
        // `Åµ` and `Å·` are Welsh letters; other characters after `Å` may be meant.
        if lead == 0xC5, !(0xB4...0xB7).contains(bytes.last ?? 0) { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return (text, bytes.count)
    }
}
