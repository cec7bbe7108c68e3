// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// Moves the figures of a column, which stand at its right, so that their decimal marks stand under one another.
///
/// A figure is a line that begins with a number; words stay at the right. Only figures of one unit are compared, so
/// percentages stand under percentages and days under days. What follows the whole number (decimals, unit, qualifier)
/// decides how far a figure moves.
struct DecimalAlignment {
    let column: Int

    /// Aligns the column's figures in all body rows.
    func align(_ rows: inout [SetTable.Row]) {
        var longestTails: [String: Length] = [:]
        for row in rows where row.kind == .body {
            for cell in row.cells where isInColumn(cell) {
                for figure in cell.boxes.compactMap(\.figure) {
                    longestTails[figure.unit] = max(longestTails[figure.unit] ?? .zero, figure.tail)
                }
            }
        }
        for row in rows.indices where rows[row].kind == .body {
            for cell in rows[row].cells.indices where isInColumn(rows[row].cells[cell]) {
                for box in rows[row].cells[cell].boxes.indices {
                    rows[row].cells[cell].boxes[box].move(toTails: longestTails)
                }
            }
        }
    }

    private func isInColumn(_ cell: SetTable.Cell) -> Bool { cell.column == column && cell.columnSpan == 1 }
}

/// The number at the beginning of a line.
private struct Figure {
    /// From the left of the cell's text.
    var start: Length
    /// Of what follows the whole number.
    var tail: Length
    /// The currency and the unit.
    var unit: String
}

extension FlowBox {
    /// The figure that a line is; nothing where it does not begin with a number, or has a list's mark beside it.
    fileprivate var figure: Figure? {
        let runs = items.compactMap { item -> TextRun? in if case .text(let run) = item { run } else { nil } }
        guard let run = runs.first, let first = run.pieces.first, let wholeNumber = first.piece.widthOfWholeNumber,
            runs.allSatisfy({ if case .label = $0.owner { false } else { true } })
        else { return nil }
        var end = Length.zero
        for run in runs {
            for placed in run.pieces where placed.piece.text != " " {
                end = max(end, run.origin.x + placed.x + placed.piece.width)
            }
        }
        let start = run.origin.x + first.x
        return Figure(start: start, tail: end - start - wholeNumber, unit: first.piece.unit)
    }

    /// Moves a figure to the left until as much follows its whole number as follows the longest of its unit, where there
    /// is room.
    fileprivate mutating func move(toTails tails: [String: Length]) {
        guard let figure, let tail = tails[figure.unit], tail > figure.tail else { return }
        let shift = tail - figure.tail
        guard figure.start >= shift else { return }
        items = items.map { $0.moved(x: -shift, y: .zero) }
    }
}

extension ShapedPiece {
    /// The width of the sign, the currency and the digits, up to the decimal mark or the unit.
    fileprivate var widthOfWholeNumber: Length? {
        guard let run = runs.first, !run.isBackward else { return nil }
        var bytes = 0
        var hasDigit = false
        for character in run.text {
            if character.isWholeNumber {
                hasDigit = true
            } else if hasDigit ? character != "," : !"+-\u{2212}£€".contains(character) {
                break
            }
            bytes += character.utf8.count
        }
        return hasDigit ? run.position(ofByte: bytes) ?? width : nil
    }
}

extension ShapedPiece {
    /// All of it but the number: `%`, `£m`, `days`.
    fileprivate var unit: String { text.filter { !$0.isWholeNumber && !"+-\u{2212}.,\u{A0}".contains($0) } }
}

extension ShapedPiece.Run {
    /// How far from the beginning of the piece the glyph of a byte stands; nothing at the end.
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
