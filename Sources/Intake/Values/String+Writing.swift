// SPDX-License-Identifier: Apache-2.0

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

extension Unicode.Scalar {
    fileprivate var isVisibleASCII: Bool { ("!"..."~").contains(self) }
}
