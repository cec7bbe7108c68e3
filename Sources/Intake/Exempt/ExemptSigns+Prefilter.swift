// SPDX-License-Identifier: Apache-2.0

extension ExemptSigns {
    /// Whether a text may hold a sign at all: most cells hold none of the letters that every sign has.
    static func mayHold(_ bytes: some Collection<UInt8>) -> Bool {
        var index = bytes.startIndex
        func next(is letters: StaticString) -> Bool {
            var place = bytes.index(after: index)
            return letters.withUTF8Buffer { letters in
                for letter in letters {
                    guard place < bytes.endIndex, bytes[place] | 0x20 == letter else { return false }
                    place = bytes.index(after: place)
                }
                return true
            }
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte | 0x20 {
            case _ where byte >= 0x80:
                guard let end = endOfPlainCharacter(at: index, in: bytes) else { return true }
                index = end
                continue
            case UInt8(ascii: "x"):
                // Its letters may be spaced out.
                let rest = bytes[bytes.index(after: index)...]
                switch rest.first(where: \.mayBelongToWord).map({ $0 | 0x20 }) {
                case nil, UInt8(ascii: "e")?, UInt8(ascii: "m")?: return true
                case let byte? where byte >= 0x80: return true
                default: break
                }
            case UInt8(ascii: "m"): if next(is: "pt") || next(is: "embers only") { return true }
            case UInt8(ascii: "c"):
                if next(is: "onfid") || next(is: "lassif") || next(is: "ircul") || next(is: "yfrin") { return true }
            case UInt8(ascii: "p"): if next(is: "ubli") || next(is: "rivat") || next(is: "rint") { return true }
            case UInt8(ascii: "r"): if next(is: "estric") || next(is: "eleas") || next(is: "edact") { return true }
            case UInt8(ascii: "s"):
                if next(is: "ensitiv") || next(is: "ecret") || next(is: "ch") { return true }
            case UInt8(ascii: "w"): if next(is: "ithh") { return true }
            case UInt8(ascii: "d"): if next(is: "isclos") || next(is: "ential") { return true }
            case UInt8(ascii: "t"): if next(is: "ricted") { return true }
            case UInt8(ascii: "l"): if next(is: "icati") { return true }
            case UInt8(ascii: "e"): if next(is: "ithri") { return true }
            case UInt8(ascii: "g"): if next(is: "yhoedd") { return true }
            case UInt8(ascii: "i"): if next(is: "nternal only") { return true }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                let rest = bytes[bytes.index(after: index)...].drop { $0 == 0x20 }
                if rest.first == UInt8(ascii: "!") { return true }
            default: break
            }
            index = bytes.index(after: index)
        }
        return false
    }

    /// The end of a character that people type and that looks like no letter: £, €, a dash, a curly quote, a bullet or `…`.
    private static func endOfPlainCharacter<Bytes: Collection<UInt8>>(
        at index: Bytes.Index,
        in bytes: Bytes
    ) -> Bytes.Index? {
        let character = Array(bytes[index...].prefix(3))
        switch (character.first, character.dropFirst().first, character.dropFirst(2).first) {
        case (0xC2, 0xA3, _): return bytes.index(index, offsetBy: 2)
        case (0xE2, 0x80, 0x93?), (0xE2, 0x80, 0x94?), (0xE2, 0x80, 0x98?), (0xE2, 0x80, 0x99?), (0xE2, 0x80, 0x9C?),
            (0xE2, 0x80, 0x9D?), (0xE2, 0x80, 0xA2?), (0xE2, 0x80, 0xA6?), (0xE2, 0x82, 0xAC?):
            return bytes.index(index, offsetBy: 3)
        default: return nil
        }
    }
}

extension UInt8 {
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
