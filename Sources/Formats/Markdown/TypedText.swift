// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// Text as officers type and paste it, made into Markdown that means the same.
///
/// Bullets of Word and Excel (`•`, `o` and a tab, U+F0B7) become the marks of a list. A year that opens a line and a product such as `5*6*7`
/// are text. In a cell, text comes first: `> 90%`, `- 2 points`, `+ 3` and `* see below` keep their signs, and a line that was ended with
/// Alt+Enter is a line. The lines of the result are those of the text, so that locations in it hold.
struct TypedText {
    /// Where the text is.
    enum Place {
        /// In a cell of a table, where every line end was typed on purpose.
        case cell
        /// In a document or a form, where lines are wrapped.
        case document
    }

    private var lines: [Line]
    private let place: Place
    /// Bullets of the list that is being read, outermost first.
    private var bullets: [Unicode.Scalar] = []

    private struct Line {
        var text: Substring
        /// `""` for the last.
        var end: Substring

        /// The text without white space before it.
        var content: Substring { text.drop { $0 == " " || $0 == "\t" } }
        var isBlank: Bool { content.isEmpty }
        var isQuotation: Bool { content.first == ">" }
        var marker: Marker?
        /// Whether it begins with `>` and compares figures.
        var isComparison = false
    }

    /// What a line opens with, as Markdown understands it.
    private enum Marker {
        /// `-`, `+` or `*`, with a space behind it.
        case item(Character)
        /// `12.` or `12)`.
        case number(Int, digits: Int)
    }

    /// The Markdown of a text.
    static func markdown(_ text: String, in place: Place) -> String {
        var typed = TypedText(lines: lines(of: text), place: place)
        return typed.markdown()
    }

    /// Whether a text opens with a bullet, so that it is no plain paragraph.
    static func opensWithBullet(_ bytes: some Collection<UInt8>) -> Bool {
        // All bullets but those that a tab follows begin with one of these.
        guard let first = bytes.first, [0xC2, 0xE2, 0xEF].contains(first) else { return false }
        return String(decoding: bytes.prefix(3), as: UTF8.self).unicodeScalars.first.map(bulletSigns.contains) ?? false
    }

    private init(lines: [Line], place: Place) {
        self.lines = lines
        self.place = place
    }

    private static func lines(of text: String) -> [Line] {
        var lines: [Line] = []
        let bytes = text.utf8
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
                index = bytes.index(after: index)
                continue
            }
            var next = bytes.index(after: index)
            if bytes[index] == 0x0D, next < bytes.endIndex, bytes[next] == 0x0A { next = bytes.index(after: next) }
            lines.append(Line(text: text[start..<index], end: text[index..<next]))
            start = next
            index = next
        }
        lines.append(Line(text: text[start...], end: ""))
        return lines
    }

    private mutating func markdown() -> String {
        for index in lines.indices {
            replaceBullet(in: index)
            lines[index].marker = Self.marker(of: lines[index].content)
        }
        let marks = Marks(lines)
        if place == .cell { findComparisons() }
        for index in lines.indices {
            let isText = lines[index].marker.map { marks.isText($0, in: place) } ?? lines[index].isComparison
            if isText { escapeMarker(in: index) }
            escapeProducts(in: index)
        }
        var text = ""
        for index in lines.indices {
            text += lines[index].text
            if place == .cell, breaks(after: index) { text += "  " }
            text += lines[index].end
        }
        return text
    }

    // MARK: - Bullets

    /// Signs that are bullets wherever they open a line. The private ones are those of Wingdings and Symbol, in which Word has its bullets.
    private static let bulletSigns: Set<Unicode.Scalar> = [
        "\u{2022}", "\u{2023}", "\u{2043}", "\u{25E6}", "\u{25AA}", "\u{25AB}", "\u{B7}", "\u{F0B7}", "\u{F0A7}",
        "\u{F0D8}", "\u{F0FC}", "\u{F076}", "\u{F06E}", "\u{F0A8}", "\u{F02D}",
    ]

    /// Letters and signs that are bullets of Word before a tab.
    private static let bulletsBeforeTab: Set<Unicode.Scalar> = [
        "o", "\u{A7}", "\u{FC}", "\u{D8}", "v", "q", "\u{2013}", "\u{2014}", "\u{25CF}", "\u{25CB}", "\u{25A0}",
        "\u{25A1}",
    ]

    private mutating func replaceBullet(in index: Int) {
        let content = lines[index].content
        guard let bullet = content.unicodeScalars.first else { return }
        let rest = String(content.unicodeScalars.dropFirst())
        let isBullet =
            Self.bulletSigns.contains(bullet) || Self.bulletsBeforeTab.contains(bullet) && rest.hasPrefix("\t")
        guard isBullet, !rest.isBlank else {
            // A line of a list may go on in the next; a line that is not indented ends it.
            if lines[index].text.first?.isWhitespace != true { bullets = [] }
            return
        }
        let level = min(bullets.firstIndex(of: bullet) ?? bullets.count, 2)
        bullets = bullets.prefix(level) + [bullet]
        let words = rest.drop { $0.isWhitespace }
        lines[index].text = String(repeating: "  ", count: level) + "- " + words
    }

    // MARK: - Marks that are text

    private static func marker(of content: Substring) -> Marker? {
        guard let first = content.first else { return nil }
        if "-+*".contains(first) {
            let rest = content.dropFirst()
            return rest.isEmpty || rest.first == " " || rest.first == "\t" || rest.first == "\u{A0}"
                ? .item(first) : nil
        }
        let digits = content.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count), let number = Int(digits),
            let mark = content.dropFirst(digits.count).first,
            mark == "." || mark == ")", content.dropFirst(digits.count + 1).first?.isWhitespace != false
        else { return nil }
        return .number(number, digits: digits.count)
    }

    /// The marks with which the lines of a text open, which tell a list from a mark that is a part of the text.
    private struct Marks {
        private var numbers: Set<Int> = []
        /// By mark, how many lines open with it, and how many of them go on with nothing, with a figure, with a share.
        private var items: [Character: (count: Int, empty: Int, figures: Int, shares: Int)] = [:]

        init(_ lines: [Line]) {
            for line in lines {
                switch line.marker {
                case .number(let number, _)?: numbers.insert(number)
                case .item(let sign)?:
                    let words = line.content.dropFirst().trimmed
                    var item = items[sign] ?? (0, 0, 0, 0)
                    item.count += 1
                    if words.isEmpty { item.empty += 1 }
                    if words.opensWithFigure { item.figures += 1 }
                    if words.opensWithShare { item.shares += 1 }
                    items[sign] = item
                case nil: break
                }
            }
        }

        /// Whether what a line opens with is a part of its text.
        func isText(_ marker: Marker, in place: Place) -> Bool {
            switch marker {
            case .number(let number, let digits):
                if numbers.contains(number - 1) || numbers.contains(number + 1) { return false }
                return digits >= 3 || place == .cell && number != 1
            case .item(let sign):
                guard place == .cell, let item = items[sign] else { return false }
                if item.empty == item.count { return true }
                if item.count == 1 { return sign != "-" || item.figures == 1 }
                return sign != "*" && item.shares == item.count
            }
        }
    }

    /// Finds the lines that begin with `>` and compare figures, as `> 90%` does, rather than quoting somebody.
    ///
    /// A passage that is exempt is a quotation too: none of its lines is taken out of it. So all lines up to an empty one are, or none.
    private mutating func findComparisons() {
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex(where: \.isBlank) ?? lines.count
            let quotations = lines[start..<end].indices.filter { lines[$0].isQuotation }
            let areComparisons = quotations.allSatisfy { index in
                let words = lines[index].content.drop { $0 == ">" }.trimmed
                return !words.contains("[") && (words.opensWithFigure || words.hasPrefix("="))
            }
            if areComparisons { for index in quotations { lines[index].isComparison = true } }
            start = end + 1
        }
    }

    /// Puts a backslash before the mark that a line opens with; behind the digits of a number.
    private mutating func escapeMarker(in index: Int) {
        var text = lines[index].text
        let digits = lines[index].content.prefix { $0.isASCII && $0.isNumber }
        let place = digits.isEmpty ? lines[index].content.startIndex : digits.endIndex
        // White space before it would make a block of code of it.
        text.insert("\\", at: place)
        lines[index].text = text
    }

    /// Puts a backslash before each asterisk between digits, which would open emphasis.
    private mutating func escapeProducts(in index: Int) {
        let bytes = Array(lines[index].text.utf8)
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard bytes.contains(UInt8(ascii: "*")), !bytes.contains(UInt8(ascii: "`")) else { return }
        var text: [UInt8] = []
        for (offset, byte) in bytes.enumerated() {
            let isBetween =
                offset > 0 && offset + 1 < bytes.count && isDigit(bytes[offset - 1]) && isDigit(bytes[offset + 1])
            if byte == UInt8(ascii: "*"), isBetween { text.append(UInt8(ascii: "\\")) }
            text.append(byte)
        }
        lines[index].text = Substring(String(decoding: text, as: UTF8.self))
    }

    // MARK: - Lines

    /// Whether the end of a line of a cell is printed: text follows it, and neither line is of a quotation.
    private func breaks(after index: Int) -> Bool {
        guard index + 1 < lines.count, !lines[index].isBlank, !lines[index + 1].isBlank else { return false }
        return !lines[index].isQuotation && !lines[index + 1].isQuotation && !lines[index].text.hasSuffix("\\")
    }
}

extension String {
    /// Whether it begins with a number, or with a currency and a number.
    fileprivate var opensWithFigure: Bool {
        let text = drop { "£€<>≥≤~+-−–. ".contains($0) }
        return text.first.map { $0.isASCII && $0.isNumber } ?? false
    }

    /// Whether it begins with a percentage or a number of points, of which a sign before it says which way they go.
    fileprivate var opensWithShare: Bool {
        let rest = drop { $0.isASCII && $0.isNumber || ".,£€ \u{A0}".contains($0) }
        guard opensWithFigure else { return false }
        return ["%", "point", "percent", "per cent", "pp", "ppt"].contains { rest.lowercased().hasPrefix($0) }
    }
}
