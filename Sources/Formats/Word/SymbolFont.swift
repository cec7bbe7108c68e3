// SPDX-License-Identifier: Apache-2.0

/// The characters of the fonts Symbol and Wingdings, which documents give by their codes.
enum SymbolFont {
    /// The Unicode text of a symbol, or `nil` if it is not known.
    ///
    /// - Parameter code: the hexadecimal number of the character; those of symbol fonts are at U+F000 and on.
    static func text(code: String, font: String) -> String? {
        guard let number = UInt32(code, radix: 16) else { return nil }
        let name = font.lowercased()
        guard isSymbolFont(font) else {
            guard !(0xE000...0xF8FF).contains(number), number >= 0x20 else { return nil }
            return Unicode.Scalar(number).map { String(Character($0)) }
        }
        let place = number >= 0xF000 ? number - 0xF000 : number
        if name.hasPrefix("symbol") { return symbols[place] }
        return name == "wingdings" ? wingdings[place] : nil
    }

    /// Whether the letters of a font are symbols, so that `ü` is a tick.
    static func isSymbolFont(_ font: String) -> Bool {
        let name = font.lowercased()
        return name == "symbol" || name == "symbolmt" || name.hasPrefix("wingdings") || name == "webdings"
    }

    /// Letters that are set in such a font, and the first of them that is not known.
    static func text(letters: String, font: String) -> (text: String, unknown: String?) {
        var text = ""
        var unknown: String?
        for scalar in letters.unicodeScalars {
            let code = String(scalar.value, radix: 16, uppercase: true)
            if scalar.properties.isWhitespace {
                text.unicodeScalars.append(scalar)
            } else if let symbol = Self.text(code: code, font: font) {
                text += symbol
            } else {
                text.unicodeScalars.append(scalar)
                unknown = unknown ?? code
            }
        }
        return (text, unknown)
    }

    private static let symbols: [UInt32: String] = {
        var symbols: [UInt32: String] = [
            0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
            0xB2: "″",
            0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©",
            0xD4: "™",
            0xD6: "√", 0x2D: "−", 0x25: "%", 0x2B: "+", 0x3D: "=", 0x3C: "<", 0x3E: ">", 0xA0: "€",
        ]
        let greek = Array("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
        for (index, letter) in greek.enumerated() { symbols[0x61 + UInt32(index)] = String(letter) }
        // Figures and brackets are themselves.
        for character in "0123456789()[]{}.,:;/|!?" {
            for scalar in character.unicodeScalars { symbols[scalar.value] = String(character) }
        }
        return symbols
    }()

    private static let wingdings: [UInt32: String] = [
        0x6C: "•", 0x6E: "•", 0x71: "•", 0x73: "•", 0x76: "•", 0x77: "•", 0x9E: "•", 0x9F: "•", 0xA7: "•", 0xA8: "•",
        0xD8: "•", 0xE0: "→", 0xDF: "←", 0xE8: "→", 0xFC: "✓", 0xFB: "✗",
    ]
}
