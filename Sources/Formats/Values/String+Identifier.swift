// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// Whether it is made of lower-case ASCII letters, digits and hyphens, and begins with a letter or digit.
    package var isIdentifier: Bool {
        guard let first = utf8.first, first != UInt8(ascii: "-") else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }

    /// The identifier that it would make: lower-case, with hyphens for everything else.
    package var asIdentifier: String {
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
