// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import UnicodeText

extension StringProtocol {
    /// Without white space and other invisible characters at either end; empty where the text shows nothing.
    ///
    /// Whole characters go: the selector that makes `✔` a picture, or a joiner, is a part of the character before it.
    var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return "" }
        if first.isVisibleASCII, last.isVisibleASCII { return String(self) }
        var text = Substring(self)
        while let last = text.last, last.unicodeScalars.allSatisfy(\.isInvisible) { text.removeLast() }
        while let first = text.first, first.unicodeScalars.allSatisfy(\.isInvisible) { text.removeFirst() }
        return String(text)
    }

    /// Short enough to be quoted in a message.
    var shortened: String { count > 60 ? prefix(59) + "…" : String(self) }

    /// Whether it is made of lower-case ASCII letters, digits and hyphens, and begins with a letter or digit.
    var isIdentifier: Bool {
        guard let first = utf8.first, first != UInt8(ascii: "-") else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }

    /// The identifier that it would make: lower-case, with hyphens for everything else.
    var asIdentifier: String {
        var identifier = ""
        for letter in lowercased().unicodeScalars {
            if String(letter).isIdentifier {
                identifier.unicodeScalars.append(letter)
            } else if !identifier.isEmpty, identifier.last != "-" {
                identifier += "-"
            }
        }
        while identifier.last == "-" { identifier.removeLast() }
        return identifier.isEmpty ? "name" : identifier
    }
}

extension String {
    /// An identifier that goes into a file's name: of a longer one whole words, and a digest of all of it, so that no two become one.
    var cutForFileName: String {
        guard utf8.count > Limits.longestFileName else { return self }
        // FNV-1a, as nobody gains anything by two names that are alike.
        let digest = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
        let digits = String(digest, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        let room = prefix(Limits.longestFileName - padded.count - 1)
        return "\(room[..<(room.lastIndex(of: "-") ?? room.endIndex)])-\(padded)"
    }
}

extension Unicode.Scalar {
    fileprivate var isVisibleASCII: Bool { ("!"..."~").contains(self) }
}
