// SPDX-License-Identifier: Apache-2.0

/// Raised and lowered letters, of which prose holds those that are characters of their own.
enum RaisedText {
    /// Which way the letters are moved off the line.
    enum Position { case raised, lowered }

    /// The text in raised or lowered characters; the endings of ordinals, as in `1st`, are read as they are.
    ///
    /// - Returns: `nil` if some letter has no such character.
    static func text(_ text: String, _ position: Position) -> String? {
        if text.allSatisfy(\.isWhitespace) { return text }
        if position == .raised,
            ["st", "nd", "rd", "th", "TM", "®", "™", "©"].contains(text.filter { !$0.isWhitespace })
        {
            return text
        }
        let known = position == .raised ? raised : lowered
        var result = ""
        for character in text {
            if character.isWhitespace {
                result.append(character)
            } else if let moved = known[character] {
                result.append(moved)
            } else {
                return nil
            }
        }
        return result
    }

    /// A text in which `CO~2~` is `CO₂` and `m^2^` is `m²`, as other programs of Markdown write them: figures and signs between two marks, behind a
    /// letter, a figure or a bracket. Marks around anything else are a part of the text.
    static func replacingMarks(in text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") }) else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(where: { $0 == "~" || $0 == "^" }) {
            result += rest[..<mark]
            let inner = rest[rest.index(after: mark)...].prefix { !$0.isWhitespace && $0 != "~" && $0 != "^" }
            let position: Position = rest[mark] == "^" ? .raised : .lowered
            let known = position == .raised ? raised : lowered
            if let before = result.last, before.isLetter || before.isNumber || before == ")", !inner.isEmpty,
                inner.allSatisfy({ known[$0] != nil }), inner.endIndex < rest.endIndex,
                rest[inner.endIndex] == rest[mark],
                let moved = self.text(String(inner), position)
            {
                result += moved
                rest = rest[rest.index(after: inner.endIndex)...]
            } else {
                result.append(rest[mark])
                rest = rest[rest.index(after: mark)...]
            }
        }
        return result + rest
    }

    private static func pairs(_ plain: String, _ moved: String) -> [Character: Character] {
        Dictionary(zip(plain, moved)) { first, _ in first }
    }

    private static let raised = pairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
    private static let lowered = pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
}
