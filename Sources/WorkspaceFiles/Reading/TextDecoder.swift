// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import UnicodeText

/// Decodes the bytes of a file as UTF-8, and reports what is not text.
package struct TextDecoder {
    /// The encodings of a file that is not UTF-8.
    package enum Fallback: Sendable {
        /// Windows-1252, or UTF-16 with a byte-order mark: what Excel writes.
        case spreadsheet
        /// Windows-1252, which editors on Windows write.
        case windows1252
        /// None: bytes that are not UTF-8 are errors.
        case none
    }

    let findings: DiagnosticCollector

    /// A text of a cell as a text file would have it: each letter and its marks as one character, and no more marks than a letter can have.
    ///
    /// - Returns: the text, and whether marks were left out.
    package static func normalised(_ text: [UInt8]) -> (text: [UInt8], hadMarksInExcess: Bool) {
        guard text.contains(where: { $0 >= 0xCC }) else { return (text, false) }
        let hasExcess = text.firstMarkInExcess != nil
        return ((hasExcess ? text.withoutMarksInExcess : text).withoutLigatures.normalised, hasExcess)
    }

    /// The text of a file, which is also kept for excerpts; `nil`, and a diagnostic, if it is in an encoding that is not read.
    func decode(_ bytes: [UInt8], file: SourceFile, fallback: Fallback) -> SourceText? {
        guard var read = utf8(bytes, file: file, fallback: fallback) else { return nil }
        read = withoutEndMark(read, file: file)
        if let excess = read.firstMarkInExcess {
            let (line, column) = LineIndex(read).position(of: excess, in: read)
            findings.report(.tooManyMarksOnLetter, at: SourceLocation(file: file, line: line, column: column))
            read = read.withoutMarksInExcess
        }
        let text = SourceText(file: file, bytes: read.withoutLigatures.normalised)
        findings.remember(text)
        checkControlCharacters(of: text)
        return text
    }

    private func utf8(_ bytes: [UInt8], file: SourceFile, fallback: Fallback) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            guard case .spreadsheet = fallback else {
                findings.report(.utf16, at: SourceLocation(file: file))
                return nil
            }
            return utf16(bytes, file: file)
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
        let scan = UTF8Scan(content)
        guard let bad = scan.firstBad else {
            reportDamage(in: content, file: file)
            return content
        }
        if fallback != .none, !hasMark, !scan.holdsLongCharacters, let page = CodePage.mostPlausible(for: content) {
            return singleBytes(content, in: page, file: file)
        }
        let (line, column) = LineIndex(content).position(of: bad, in: content)
        findings.report(.invalidUTF8, at: SourceLocation(file: file, line: line, column: column))
        return Array(String(decoding: content, as: UTF8.self).utf8)
    }

    /// The text of UTF-16 with a byte-order mark, as Excel saves `Unicode Text`.
    private func utf16(_ bytes: [UInt8], file: SourceFile) -> [UInt8] {
        let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count - 1, by: 2) {
            let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
        }
        // A last byte alone is half a character: the copy was broken off.
        if !bytes.count.isMultiple(of: 2) { units.append(0xFFFD) }
        let text = Array(String(decoding: units, as: UTF16.self).utf8)
        reportDamage(in: text, file: file)
        return text
    }

    /// The text of a file with one byte for each character. Another code page than that of Windows is reported, with what the text would be in it.
    private func singleBytes(_ bytes: [UInt8], in page: CodePage, file: SourceFile) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        var undefined: [Int] = []
        var first: (byte: Int, offset: Int)?
        for (index, byte) in bytes.enumerated() {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let scalar = page.scalar(byte)
            if scalar == nil { undefined.append(text.count) }
            if first == nil, scalar != Windows1252.scalar(byte) { first = (index, text.count) }
            text.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
        }
        let index = LineIndex(text)
        if page != .windows1252, let first {
            let (line, column) = index.position(of: first.offset, in: text)
            findings.report(
                .otherCodePage(page, word: bytes.word(at: first.byte)),
                at: SourceLocation(file: file, line: line, column: column)
            )
        }
        for offset in undefined.prefix(20) {
            let (line, column) = index.position(of: offset, in: text)
            findings.report(.invalidWindows1252, at: SourceLocation(file: file, line: line, column: column))
        }
        return text
    }

    /// Reports text that was once read in the wrong encoding, and saved again.
    private func reportDamage(in bytes: [UInt8], file: SourceFile) {
        guard let damage = DamagedText(bytes) else { return }
        let (line, column) = LineIndex(bytes).position(of: damage.offset, in: bytes)
        findings.report(.damagedText(damage), at: SourceLocation(file: file, line: line, column: column))
    }

    /// The text without the control character U+001A at its end, with which programs of DOS ended a file; it is reported.
    private func withoutEndMark(_ bytes: [UInt8], file: SourceFile) -> [UInt8] {
        guard bytes.last == 0x1A else { return bytes }
        let content = bytes.count { $0 == 0x1A } == 1 ? Array(bytes.dropLast()) : bytes
        if content.count < bytes.count {
            let (line, column) = LineIndex(bytes).position(of: content.count, in: bytes)
            findings.report(
                .controlCharacter(code: "1A"),
                at: SourceLocation(file: file, line: line, column: column)
            )
        }
        return content
    }

    /// Reports the first control character: a sign of a file that is not text.
    private func checkControlCharacters(of text: SourceText) {
        let offset = text.bytes.firstIndex { byte in
            // A vertical tab is the manual line break of Word.
            (byte < 0x20 && !(0x09...0x0B).contains(byte) && byte != 0x0D) || byte == 0x7F
        }
        guard let offset else { return }
        let (line, column) = LineIndex(text.bytes).position(of: offset, in: text.bytes)
        let code = String(text.bytes[offset], radix: 16, uppercase: true)
        findings.report(
            .controlCharacter(code: code),
            at: SourceLocation(file: text.sourceFile, line: line, column: column)
        )
    }
}

extension [UInt8] {
    /// The bytes of the word around an offset.
    fileprivate func word(at offset: Int) -> [UInt8] {
        let ends: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\"")]
        var start = offset
        while start > 0, offset - start < 20, !ends.contains(self[start - 1]) { start -= 1 }
        return Array(self[start...].prefix(40).prefix { !ends.contains($0) })
    }

    /// The text that bytes are in a code page.
    fileprivate func text(in page: CodePage) -> String {
        var text = ""
        for byte in self { text.unicodeScalars.append(page.scalar(byte) ?? "\u{FFFD}") }
        return text
    }

    /// The same text with the letters of pasted ligatures (U+FB00 to U+FB06), by which a word is found again.
    fileprivate var withoutLigatures: [UInt8] {
        guard indices.dropLast(2).contains(where: { self[$0] == 0xEF && self[$0 + 1] == 0xAC }) else { return self }
        let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
        var text = ""
        for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
            if (0xFB00...0xFB06).contains(scalar.value) {
                text += letters[Int(scalar.value - 0xFB00)]
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return Array(text.utf8)
    }

    /// The offset of the first mark that is too many for its letter.
    fileprivate var firstMarkInExcess: Int? {
        // There is no mark before U+0300.
        guard let start = firstIndex(where: { $0 >= 0xCC }), holdsMarks(from: start) else { return nil }
        let text = String(decoding: self[start...], as: UTF8.self)
        var counter = MarkCounter()
        let index = text.unicodeScalars.indices.first { counter.isInExcess(text.unicodeScalars[$0]) }
        return index.map { start + text.utf8.distance(from: text.startIndex, to: $0) }
    }

    /// Whether there may be a mark, from a byte on: none of Latin letters, and of the punctuation and the signs from U+2000 that people type.
    private func holdsMarks(from start: Int) -> Bool {
        var index = start
        while index < count {
            switch self[index] {
            case ..<0xCC: index += 1
            case 0xE2 where index + 1 < count && self[index + 1] < 0x83: index += 3
            default: return true
            }
        }
        return false
    }

    /// The same text without the marks that are too many for their letters.
    fileprivate var withoutMarksInExcess: [UInt8] {
        var counter = MarkCounter()
        let scalars = String(decoding: self, as: UTF8.self).unicodeScalars.filter { !counter.isInExcess($0) }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    /// The same text composed: some systems write `é` as two characters, and what reads the same must be the same to whatever compares it.
    fileprivate var normalised: [UInt8] {
        // No character before U+0300 changes, and none of General Punctuation that people type.
        let text = String(decoding: self, as: UTF8.self)
        if text.unicodeScalars.allSatisfy({ $0.value < 0x300 || (0x2010...0x2027).contains($0.value) }) { return self }
        return composed
    }
}

/// Counts the marks on each letter of a text.
private struct MarkCounter {
    private var marks = 0

    /// Whether the next character is a mark that is too many for its letter.
    mutating func isInExcess(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300, scalar.properties.canonicalCombiningClass != .notReordered else {
            marks = 0
            return false
        }
        marks += 1
        return marks > Limits.mostMarksOnLetter
    }
}

/// A check of bytes against UTF-8 (RFC 3629).
private struct UTF8Scan {
    /// The offset of the first byte that is not part of a character.
    var firstBad: Int?
    /// Whether there is a valid character of more than one byte: the file is then meant as UTF-8.
    var holdsLongCharacters = false

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = Self.length(of: bytes, at: index)
            if length > 0 {
                holdsLongCharacters = true
                index += length
            } else {
                if firstBad == nil { firstBad = index }
                index += 1
            }
        }
    }

    /// The length in bytes of the character of two bytes or more that begins at `index`, or zero if none does.
    private static func length(of bytes: [UInt8], at index: Int) -> Int {
        let (count, second): (Int, ClosedRange<UInt8>) =
            switch bytes[index] {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard count > 0, index + count <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        return bytes[(index + 2)..<(index + count)].allSatisfy { $0 & 0xC0 == 0x80 } ? count : 0
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyMarksOnLetter: Self {
        Self(
            .textTooComplex,
            "a letter has more than \(Limits.mostMarksOnLetter) marks on it",
            hint: "delete them, and type the letter again"
        )
    }

    fileprivate static var utf16: Self {
        Self(
            .textEncoding,
            "the file is UTF-16, not UTF-8",
            hint: "in Notepad save it with the encoding UTF-8"
        )
    }

    fileprivate static var invalidUTF8: Self {
        Self(
            .textEncoding,
            "the file is not good UTF-8 here",
            hint: "save the file as UTF-8, and put right the character at this place"
        )
    }

    fileprivate static var invalidWindows1252: Self {
        Self(
            .textEncoding,
            "no character has this code in Windows-1252, and the file is not UTF-8",
            hint: "type the character again, and save the file as UTF-8"
        )
    }

    fileprivate static func otherCodePage(_ page: CodePage, word: [UInt8]) -> Self {
        Self(
            .textEncoding,
            "the file seems to be in \(own: page.name), in which `\(word.text(in: .windows1252))` is `\(word.text(in: page))`",
            hint:
                "in Excel save it as `CSV UTF-8 (comma delimited)`, and look at its quotation marks, dashes and pound signs"
        )
    }

    fileprivate static func damagedText(_ damage: DamagedText) -> Self {
        let count = damage.count
        let places: DiagnosticText = count == 1 ? "" : " in \(count) places"
        guard let meant = damage.meant else {
            return Self(
                .textEncoding,
                "a character has been lost\(places)",
                hint: "U+FFFD stands in its place: type the character again, or save the original as UTF-8"
            )
        }
        return Self(
            .textEncoding,
            "the text has been saved in the wrong encoding\(places): `\(damage.written)` was `\(meant)`",
            hint:
                "save the original anew as UTF-8, in Excel as `CSV UTF-8 (comma delimited)`, or type the characters again"
        )
    }

    fileprivate static func controlCharacter(code: String) -> Self {
        Self(
            .controlCharacter,
            "a character that cannot be seen or printed (code \(own: code)) stands in the text",
            hint: "delete it; if there are many, the file is not a text file"
        )
    }
}
