// SPDX-License-Identifier: Apache-2.0

/// Makes the names by which links find headings.
enum Anchor {
    /// `Approval process` becomes `approval-process`: letters and digits in lower case, everything else a hyphen.
    static func name(of heading: String) -> String {
        var name = ""
        for character in heading.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                name.append(character)
            } else if character != "'", character != "’", !name.isEmpty, name.last != "-" {
                name.append("-")
            }
        }
        if name.last == "-" { name.removeLast() }
        return name.isEmpty ? "section" : name
    }
}
