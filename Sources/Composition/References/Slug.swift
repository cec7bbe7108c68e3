// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The name by which references find a heading of these words: `Approval process` becomes `approval-process`, letters and digits
    /// in lower case, everything else a hyphen.
    static func slug(of heading: String) -> String {
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
