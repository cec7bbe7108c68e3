// SPDX-License-Identifier: Apache-2.0

/// The text of a cell as a workbook stores it: runs that may be bold, in italics or struck out, with escapes for control characters.
struct CellText: Sendable, Equatable {
    /// How a run looks.
    struct Style: Sendable, Equatable {
        var isBold = false
        var isItalic = false
    }

    /// What is read.
    var plain: [UInt8] = []
    /// The same with its emphasis as Markdown writes it, or `nil` if it has none.
    var markdown: [UInt8]?
    /// Whether a part of it is struck out.
    var isStruckOut = false
    /// The code of the first control character in it, which a text does not hold.
    var controlCode: UInt8?

    var isEmpty: Bool { plain.isEmpty }

    init() {}

    /// A text without any style.
    init(_ stored: [UInt8]) { (plain, controlCode) = Self.decoded(stored) }

    /// Joins runs.
    init(_ runs: [(text: [UInt8], style: Style, isStruckOut: Bool)]) {
        var pieces: [(text: [UInt8], style: Style)] = []
        for run in runs where !run.text.isEmpty {
            let (text, code) = Self.decoded(run.text)
            plain += text
            controlCode = controlCode ?? code
            if run.isStruckOut, text.contains(where: { !Self.isSpace($0) }) { isStruckOut = true }
            if let last = pieces.indices.last, pieces[last].style == run.style {
                pieces[last].text += text
            } else {
                pieces.append((text, run.style))
            }
        }
        guard pieces.contains(where: { $0.style != Style() && $0.text.contains { !Self.isSpace($0) } }) else { return }
        markdown = pieces.flatMap { Self.emphasised($0.text, $0.style) }
    }

    /// Each line with its emphasis, around the words and not the spaces beside them.
    private static func emphasised(_ text: [UInt8], _ style: Style) -> [UInt8] {
        let mark = [UInt8](repeating: UInt8(ascii: "*"), count: (style.isBold ? 2 : 0) + (style.isItalic ? 1 : 0))
        if mark.isEmpty { return text }
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line -> [UInt8] in
            guard let first = line.firstIndex(where: { !isSpace($0) }),
                let last = line.lastIndex(where: { !isSpace($0) })
            else { return Array(line) }
            return line[..<first] + mark + line[first...last] + mark + line[(last + 1)...]
        }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    // MARK: - Escapes

    /// The text with `_x000D_` and the like as the characters that they stand for (ISO/IEC 29500-1, 22.9.2.19), every line end as a line
    /// feed, and without other control characters, of which the first is returned.
    private static func decoded(_ stored: [UInt8]) -> ([UInt8], UInt8?) {
        guard stored.contains(where: { $0 == UInt8(ascii: "_") || $0 < 0x20 || $0 == 0x7F }) else {
            return (stored, nil)
        }
        var text: [UInt8] = []
        text.reserveCapacity(stored.count)
        var code: UInt8?
        var index = 0
        while index < stored.count {
            if let (scalar, length) = escape(at: index, in: stored) {
                text += Array(String(Character(scalar)).utf8)
                index += length
            } else {
                text.append(stored[index])
                index += 1
            }
        }
        var lines: [UInt8] = []
        lines.reserveCapacity(text.count)
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x0D: if index + 1 == text.count || text[index + 1] != 0x0A { lines.append(0x0A) }
            // A line break of old versions of Excel and Word.
            case 0x0B: lines.append(0x0A)
            case 0x09, 0x0A: lines.append(byte)
            case 0..<0x20, 0x7F: code = code ?? byte
            default: lines.append(byte)
            }
        }
        return (lines, code)
    }

    /// The character of an escape `_x000D_`, and its length.
    private static func escape(at index: Int, in text: [UInt8]) -> (Unicode.Scalar, Int)? {
        guard text[index] == UInt8(ascii: "_"), index + 7 <= text.count, text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = text[(index + 2)..<(index + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value)
        else { return nil }
        return (scalar, 7)
    }
}
