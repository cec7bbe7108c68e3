// SPDX-License-Identifier: Apache-2.0

/// Raised and lowered letters, of which prose holds those that are characters of their own.
enum RaisedText {
    /// The text in raised or lowered characters; the endings of ordinals, as in `1st`, are read as they are.
    ///
    /// - Returns: `nil` if some letter has no such character.
    static func text(_ text: String, _ position: RunProperties.Position) -> String? {
        if position == .normal || text.allSatisfy(\.isWhitespace) { return text }
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

    private static func pairs(_ plain: String, _ moved: String) -> [Character: Character] {
        Dictionary(zip(plain, moved)) { first, _ in first }
    }

    private static let raised = pairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
    private static let lowered = pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
}
