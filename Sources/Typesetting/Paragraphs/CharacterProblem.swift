// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TextShaping
import UnicodeText

/// A character that cannot be drawn as text, and what to write instead.
enum CharacterProblem: Hashable, Sendable {
    case missing(Unicode.Scalar)
    case picture(PictureCharacter)

    var message: Diagnostic.Message { Diagnostic.Message(.missingGlyph, text, hint: hint) }

    private var text: DiagnosticText {
        switch self {
        case .missing(let scalar) where scalar.isInvisible:
            "no font has the character \(own: scalar.code), which shows nothing"
        case .missing(let scalar) where scalar.isPrivate:
            "the character \(own: scalar.code) means something in one font alone"
        case .missing(let scalar): "no font has the character `\(scalar)` (\(own: scalar.code))"
        case .picture(let picture):
            "the font `\(own: picture.font)` has only a picture of `\(picture.text)` (\(own: picture.scalar.code)), and a paper holds no pictures"
        }
    }

    private var hint: DiagnosticText {
        switch self {
        case .missing(let scalar) where scalar.isInvisible: "delete it"
        // A font that has it would only have a picture of it.
        case .missing(let scalar) where scalar.properties.isEmojiPresentation: Substitute.hint(for: scalar)
        case .missing(let scalar) where scalar.isPrivate:
            "it is a sign of Word's font Symbol or Wingdings, such as a bullet: write `- ` at the beginning of the line for an item of a list, or say it in words"
        case .missing: "put a font that has it into the folder `fonts`, or write it another way"
        case .picture(let picture): Substitute.hint(for: picture.scalar)
        }
    }
}

extension ShapedPiece {
    /// The problems of its characters.
    var problems: [CharacterProblem] { missing.map { .missing($0) } + pictures.map { .picture($0) } }
}

extension PictureCharacter {
    /// The first visible scalar of the character.
    fileprivate var scalar: Unicode.Scalar { text.unicodeScalars.first { !$0.isInvisible } ?? " " }
}

extension Unicode.Scalar {
    /// Whether it is of the Private Use Area, where each font has signs of its own.
    fileprivate var isPrivate: Bool { properties.generalCategory == .privateUse }

    /// The notation of Unicode: `U+00A0`.
    fileprivate var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// Text characters that replace pictures; all are in the fonts of Debian's `fonts-dejavu-core`.
private enum Substitute: Character {
    case tick = "✓"
    case cross = "✗"
    case up = "▲"
    case down = "▼"
    case light = "●"

    private var pictures: String.UnicodeScalarView {
        switch self {
        case .tick: "✅✔☑👍🆗".unicodeScalars
        case .cross: "❌✖❎🚫⛔👎".unicodeScalars
        case .up: "🔺🔼⬆📈⏫".unicodeScalars
        case .down: "🔻🔽⬇📉⏬".unicodeScalars
        case .light: "🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜🚦".unicodeScalars
        }
    }

    private static let all: [Substitute] = [.tick, .cross, .up, .down, .light]

    /// What to write in place of a picture.
    static func hint(for scalar: Unicode.Scalar) -> DiagnosticText {
        switch all.first(where: { $0.pictures.contains(scalar) }) {
        case .light: "write `●` and what it stands for in words: some readers do not see its colour"
        case let sign?: "write `\(own: sign.rawValue)`"
        case nil: "say it in words, or with one of \(own: all.map { String($0.rawValue) }.inBackticks)"
        }
    }
}
