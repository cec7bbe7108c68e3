// SPDX-License-Identifier: Apache-2.0

extension ExemptSigns {
    /// Whether a text may hold a sign at all: most cells hold none of the letters that every sign has.
    ///
    /// ``ExemptVocabulary/longWords`` are recognised with one typing error, so that each is searched for by its first half, by its second half, and by
    /// the letters around the middle with the two middle ones swapped: one error leaves at least one of these unchanged.
    static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte | 0x20 {
            case _ where byte >= 0x80:
                guard let end = endOfPlainCharacter(at: index, in: bytes) else { return true }
                index = end
                continue
            case UInt8(ascii: "x"):
                // Its letters may be spaced out.
                let rest = bytes[(index + 1)...]
                switch rest.first(where: \.mayBelongToWord).map({ $0 | 0x20 }) {
                case nil, UInt8(ascii: "e")?, UInt8(ascii: "m")?: return true
                case let byte? where byte >= 0x80: return true
                default: break
                }
            case UInt8(ascii: "m"):
                if follows("pt", index, bytes) || isFollowedByOnly("embers", index, bytes) { return true }
            case UInt8(ascii: "c"):
                if follows("onfi", index, bytes) || follows("onfd", index, bytes) || follows("lassif", index, bytes)
                    || follows("ircul", index, bytes)
                    || follows("yfrin", index, bytes)
                {
                    return true
                }
            case UInt8(ascii: "p"):
                if follows("ub", index, bytes) || follows("ulb", index, bytes) || follows("rivat", index, bytes)
                    || follows("rint", index, bytes)
                {
                    return true
                }
            case UInt8(ascii: "r"):
                if follows("estr", index, bytes) || follows("estir", index, bytes) || follows("eleas", index, bytes)
                    || follows("edact", index, bytes)
                {
                    return true
                }
            case UInt8(ascii: "s"):
                if follows("ensitiv", index, bytes) || follows("ecret", index, bytes) || follows("ched", index, bytes) {
                    return true
                }
                // `sch. 12A`, and not `schools`.
                if follows("ch", index, bytes), bytes[index...].dropFirst(3).first?.isPlainLetter != true {
                    return true
                }
            case UInt8(ascii: "w"): if follows("ithh", index, bytes) { return true }
            case UInt8(ascii: "d"):
                if follows("isclos", index, bytes) || follows("ential", index, bytes) { return true }
            case UInt8(ascii: "l"): if follows("ication", index, bytes) { return true }
            case UInt8(ascii: "e"): if follows("ithri", index, bytes) { return true }
            case UInt8(ascii: "g"): if follows("yhoedd", index, bytes) { return true }
            case UInt8(ascii: "i"):
                if follows("cted", index, bytes) || isFollowedByOnly("nternal", index, bytes) { return true }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                let rest = bytes[(index + 1)...].drop { $0 == 0x20 }
                if rest.first == UInt8(ascii: "!") { return true }
            default: break
            }
            index += 1
        }
        return false
    }

    /// Whether letters, small or capital, follow an index.
    private static func follows(_ letters: StaticString, _ index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        let count = letters.utf8CodeUnitCount
        guard bytes.endIndex - index > count else { return false }
        return letters.withUTF8Buffer { letters in
            for offset in 0..<count where bytes[index + 1 + offset] | 0x20 != letters[offset] { return false }
            return true
        }
    }

    /// Whether letters follow an index, and then the word "only", with anything but letters between the two.
    private static func isFollowedByOnly(_ letters: StaticString, _ index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard follows(letters, index, bytes) else { return false }
        let rest = bytes[(index + 1 + letters.utf8CodeUnitCount)...].drop { !$0.isPlainLetter }
        return rest.first.map { $0 | 0x20 } == UInt8(ascii: "o") && follows("nly", rest.startIndex, bytes)
    }

    /// The end of a character that people type and that looks like no letter: £, €, a dash, a curly quote, a bullet or `…`.
    private static func endOfPlainCharacter(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        func byte(_ offset: Int) -> UInt8 { index + offset < bytes.endIndex ? bytes[index + offset] : 0 }
        switch (byte(0), byte(1), byte(2)) {
        case (0xC2, 0xA3, _): return index + 2
        case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C),
            (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA6), (0xE2, 0x82, 0xAC):
            return index + 3
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate var isPlainLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether it is a letter or a digit, or may be a part of one.
    fileprivate var mayBelongToWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }
}
