// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// The number at the beginning of a line.
struct AlignedFigure {
    /// The distance from the left edge of the cell's text.
    var start: Length
    /// The width of the sign, the currency and the digits, up to the decimal mark or the unit.
    var whole: Length
    /// The width of what follows the whole number and belongs to it: decimals, unit.
    var tail: Length
    /// The width of the shorthand and the note marks behind that, with the space before them.
    var marks: Length
    /// The width of all that follows the whole number on its line.
    var rest: Length
    /// The currency and the unit.
    var unit: String
}

/// A line of words in a column of figures.
struct MarkedWords {
    /// The distance from the left edge of the cell's text.
    var start: Length
    /// The width of the shorthand and the note marks at its end, with the space before them.
    var marks: Length
}

/// Finds the figures in lines, and reads each piece of text once.
struct FigureReader {
    /// The number at the beginning of a piece.
    private struct Number {
        var width: Length
        var unit: String
    }

    /// The numbers of the pieces that have been read; `nil` for a piece that does not begin with one.
    private var numbers: [ObjectIdentifier: Number?] = [:]

    /// The figure of a line, or `nil` if it does not begin with a number, has the marker of a list beside it, or runs from right to left with words
    /// after the number: they are to its left, and alignment would move them out of the cell.
    mutating func figure(of box: Box) -> AlignedFigure? {
        guard case .text(let run)? = box.items.first, let first = run.pieces.first,
            let number = number(in: first.piece), let pieces = pieces(of: box)
        else { return nil }
        return figure(number, in: pieces)
    }

    /// A line that does not begin with a number; `nil` if it has the marker of a list beside it, or runs from right to left.
    func words(of box: Box) -> MarkedWords? {
        guard let pieces = pieces(of: box), let first = pieces.first, first.piece.runs.first?.isBackward == false else {
            return nil
        }
        var reader = TailReader(unit: "", isOfWords: true)
        for placed in pieces { reader.add(placed) }
        reader.endWord()
        return MarkedWords(start: first.x, marks: reader.marks)
    }

    /// The pieces of a line with their distances from the left edge, or `nil` if it has the marker of a list beside it, or if some are to the left
    /// of the first.
    private func pieces(of box: Box) -> [PlacedPiece]? {
        var pieces: [PlacedPiece] = []
        for case .text(let run) in box.items {
            if case .label = run.owner { return nil }
            for placed in run.pieces { pieces.append(PlacedPiece(x: run.origin.x + placed.x, piece: placed.piece)) }
        }
        return pieces.contains { $0.x < pieces[0].x && $0.piece.text != " " } ? nil : pieces
    }

    /// The figure that a paragraph begins with, as if its first line had room for all of it.
    mutating func figure(of text: ShapedText) -> AlignedFigure? {
        guard let first = text.atoms.first, let number = number(in: first.piece) else { return nil }
        var x = Length.zero
        var pieces: [PlacedPiece] = []
        for atom in text.atoms.prefix(while: { $0.kind != .lineBreak }) {
            pieces.append(PlacedPiece(x: x, piece: atom.piece))
            x += atom.piece.width
        }
        return figure(number, in: pieces)
    }

    private func figure(_ number: Number, in pieces: [PlacedPiece]) -> AlignedFigure {
        let start = pieces[0].x
        var end = start
        var reader = TailReader(unit: number.unit)
        for placed in pieces {
            reader.add(placed)
            if placed.piece.text != " " { end = max(end, placed.x + placed.piece.width) }
        }
        reader.endWord()
        let behind = start + number.width
        return AlignedFigure(
            start: start,
            whole: number.width,
            tail: reader.end - behind,
            marks: reader.marks,
            rest: end - behind,
            unit: reader.unit
        )
    }

    private mutating func number(in piece: ShapedPiece) -> Number? {
        if let known = numbers[ObjectIdentifier(piece)] { return known }
        let number = piece.widthOfWholeNumber.map { Number(width: $0, unit: piece.unit) }
        numbers[ObjectIdentifier(piece)] = .some(number)
        return number
    }
}

/// Reads the words of a line up to the first that does not belong to the number at its beginning, or all of a line of words.
private struct TailReader {
    /// The unit, with the words that are tied to the number.
    private(set) var unit: String
    /// The end of what belongs to the number, without marks.
    private(set) var end = Length.zero
    /// The width of the marks behind it, with the space before them.
    var marks: Length { max(.zero, endOfMarks - end) }
    /// Whether every word belongs to the line, as where it begins with none.
    private let isOfWords: Bool
    private var endOfMarks = Length.zero
    private var word = ""
    private var wordEnd = Length.zero
    private var last = ""
    private var isFirst = true
    private var isInBrackets = false
    /// Whether what is in brackets are the words of the line, such as `[not set]`, and no mark.
    private var isInOwnBrackets = false
    private var isComplete = false

    init(unit: String, isOfWords: Bool = false) {
        self.unit = unit
        self.isOfWords = isOfWords
    }

    mutating func add(_ placed: PlacedPiece) {
        let text = placed.piece.text
        if text == " " { return endWord() }
        // A mark may follow its figure without a space, or after one at which no line breaks.
        if !isInBrackets, let bracket = text.utf8.firstIndex(of: UInt8(ascii: "[")) {
            let behind = text[..<bracket]
            let before = behind.hasSuffix("\u{A0}") ? behind.dropLast() : behind
            if !before.isEmpty, let width = placed.piece.runs.first?.position(ofByte: before.utf8.count) {
                word += before
                wordEnd = max(wordEnd, placed.x + width)
            }
            if before.isEmpty || !word.isEmpty { endWord() }
            word += text[bracket...]
        } else {
            word += text
        }
        wordEnd = max(wordEnd, placed.x + placed.piece.width)
    }

    mutating func endWord() {
        defer { word = "" }
        if isComplete || word.isEmpty { return }
        // A qualifier (`[p]`) or a note mark (`[note 1]`).
        let isMark = !isFirst && !isInOwnBrackets && (isInBrackets || word.first == "[")
        if isMark {
            endOfMarks = wordEnd
        } else {
            let isTied = endOfMarks == .zero && !isFirst && WordTies.tie(last[...], word[...], isFirst: false)
            guard isFirst || isOfWords || isTied else {
                isComplete = true
                return
            }
            if !isFirst { unit += word }
            end = wordEnd
            endOfMarks = .zero
        }
        if let bracket = word.lastIndex(where: { $0 == "[" || $0 == "]" }) {
            isInBrackets = word[bracket] == "["
            isInOwnBrackets = isInBrackets && isFirst
        }
        isFirst = false
        last = word
    }
}

extension ShapedPiece {
    /// The width of the sign, the currency and the digits, up to the decimal mark or the unit.
    fileprivate var widthOfWholeNumber: Length? {
        guard let run = runs.first, !run.isBackward else { return nil }
        var bytes = 0
        var hasDigit = false
        for scalar in run.text.unicodeScalars {
            if scalar.isDigit {
                hasDigit = true
            } else if hasDigit ? scalar != "," : !scalar.isSignOrCurrency {
                break
            }
            bytes += UTF8.width(scalar)
        }
        return hasDigit ? run.position(ofByte: bytes) ?? width : nil
    }
}

extension ShapedPiece {
    /// All of it but the number: `%`, `£m`, `days`.
    fileprivate var unit: String {
        var unit = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(while: { $0 != "[" && $0 != "(" })
        where !scalar.isDigit && !scalar.isInNumber { unit.append(scalar) }
        return String(unit)
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool {
        isASCII ? ("0"..."9").contains(self) : properties.numericType == .decimal
    }

    fileprivate var isSignOrCurrency: Bool {
        switch self {
        case "+", "-", "\u{2212}", "£", "€": true
        default: false
        }
    }

    /// Whether it is a sign, a separator or a space inside numbers.
    fileprivate var isInNumber: Bool {
        switch self {
        case "+", "-", "\u{2212}", ".", ",", "\u{A0}": true
        default: false
        }
    }
}

extension ShapedPiece.Run {
    /// The distance from the beginning of the piece to the glyph of a byte, or `nil` at the end.
    fileprivate func position(ofByte byte: Int) -> Length? {
        var read = 0
        var glyph = 0
        for cluster in clusters {
            if read >= byte { return glyph < glyphs.count ? Length(units: Int(glyphs[glyph].x)) : nil }
            read += Int(cluster.bytes)
            glyph += Int(cluster.glyphs)
        }
        return nil
    }
}
