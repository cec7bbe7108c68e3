// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// Moves the figures of a right-aligned column so that their decimal marks are aligned.
///
/// A figure is a line that begins with a number; words stay at the right. Only figures of the same unit are aligned with one another:
/// percentages with percentages, and days with days. A figure moves by the difference between what follows its whole number (decimals,
/// unit, qualifier) and the longest such tail.
struct DecimalAlignment {
    let column: Int

    /// Aligns the column's figures in all body rows.
    func align(_ rows: inout [TableLayout.Row]) {
        var reader = FigureReader()
        var found: [(row: Int, cell: Int, box: Int, figure: Figure)] = []
        var longestTails: [String: Length] = [:]
        for (row, set) in rows.enumerated() where set.kind == .body {
            for (cell, set) in set.cells.enumerated() where isInColumn(set) {
                for (box, set) in set.boxes.enumerated() {
                    guard let figure = reader.figure(of: set) else { continue }
                    found.append((row, cell, box, figure))
                    longestTails[figure.unit] = max(longestTails[figure.unit] ?? .zero, figure.tail)
                }
            }
        }
        for (row, cell, box, figure) in found {
            // All tails of a unit get the length of the longest, if there is room.
            let shift = (longestTails[figure.unit] ?? .zero) - figure.tail
            if shift > .zero, figure.start >= shift { rows[row].cells[cell].boxes[box].moveLeft(by: shift) }
        }
    }

    private func isInColumn(_ cell: TableLayout.Cell) -> Bool { cell.column == column && cell.columnSpan == 1 }
}

/// The number at the beginning of a line.
private struct Figure {
    /// The distance from the left edge of the cell's text.
    var start: Length
    /// The width of what follows the whole number.
    var tail: Length
    /// The currency and the unit.
    var unit: String
}

/// Finds the figures in lines, and reads each piece of text once.
private struct FigureReader {
    /// The number at the beginning of a piece.
    private struct Number {
        var width: Length
        var unit: String
    }

    /// The numbers of the pieces that have been read; `nil` for a piece that does not begin with one.
    private var numbers: [ObjectIdentifier: Number?] = [:]

    /// The figure of a line, or `nil` if it does not begin with a number or has the marker of a list beside it.
    mutating func figure(of box: Box) -> Figure? {
        guard case .text(let run)? = box.items.first, let first = run.pieces.first, let number = number(in: first.piece)
        else { return nil }
        var end = Length.zero
        for case .text(let run) in box.items {
            if case .label = run.owner { return nil }
            for placed in run.pieces where placed.piece.text != " " {
                end = max(end, run.origin.x + placed.x + placed.piece.width)
            }
        }
        let start = run.origin.x + first.x
        return Figure(start: start, tail: end - start - number.width, unit: number.unit)
    }

    private mutating func number(in piece: ShapedPiece) -> Number? {
        if let known = numbers[ObjectIdentifier(piece)] { return known }
        let number = piece.widthOfWholeNumber.map { Number(width: $0, unit: piece.unit) }
        numbers[ObjectIdentifier(piece)] = .some(number)
        return number
    }
}

extension Box {
    fileprivate mutating func moveLeft(by shift: Length) { items = items.map { $0.moved(x: -shift, y: .zero) } }
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
        for scalar in text.unicodeScalars where !scalar.isDigit && !scalar.isInNumber { unit.append(scalar) }
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
