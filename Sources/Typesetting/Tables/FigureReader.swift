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
    /// The width of what follows the whole number and belongs to it: decimals, unit, qualifier, note marks.
    var tail: Length
    /// The width of all that follows the whole number on its line.
    var rest: Length
    /// The currency and the unit.
    var unit: String
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
        guard case .text(let run)? = box.items.first, let first = run.pieces.first, let number = number(in: first.piece)
        else { return nil }
        var pieces: [PlacedPiece] = []
        for case .text(let run) in box.items {
            if case .label = run.owner { return nil }
            for placed in run.pieces { pieces.append(PlacedPiece(x: run.origin.x + placed.x, piece: placed.piece)) }
        }
        if pieces.contains(where: { $0.x < pieces[0].x && $0.piece.text != " " }) { return nil }
        return figure(number, in: pieces)
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
            if placed.piece.text == " " {
                reader.endWord()
            } else {
                end = max(end, placed.x + placed.piece.width)
                reader.add(placed.piece.text, end: end)
            }
        }
        reader.endWord()
        let behind = start + number.width
        return AlignedFigure(
            start: start,
            whole: number.width,
            tail: reader.end - behind,
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

/// Reads the words of a line up to the first that does not belong to the number at its beginning.
private struct TailReader {
    /// The unit, with the words that are tied to the number.
    private(set) var unit: String
    /// The end of what belongs to the number.
    private(set) var end = Length.zero
    private var word = ""
    private var wordEnd = Length.zero
    private var last = ""
    private var isFirst = true
    private var isInBrackets = false
    private var isComplete = false

    init(unit: String) { self.unit = unit }

    mutating func add(_ text: String, end: Length) {
        word += text
        wordEnd = end
    }

    mutating func endWord() {
        defer { word = "" }
        if isComplete || word.isEmpty { return }
        let belongs = isFirst || isInBrackets || word.first == "["
        if !belongs {
            guard WordTies.tie(last[...], word[...], isFirst: false) else {
                isComplete = true
                return
            }
            unit += word
        }
        end = wordEnd
        // A qualifier (`[p]`) or a note mark (`[note 1]`).
        if let bracket = word.lastIndex(where: { $0 == "[" || $0 == "]" }) { isInBrackets = word[bracket] == "[" }
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
