// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// Moves the figures of a right-aligned column so that their decimal marks are aligned.
///
/// A figure is a line that begins with a number; words stay at the right. Only figures of the same unit are aligned with one another:
/// percentages with percentages, and days with days. A figure moves by the difference between what follows its whole number and the longest
/// tail of its unit: decimals, unit, qualifier and note marks. Words behind these (`68.69% of cases`) move no other figure.
struct DecimalAlignment {
    let column: Int

    /// Aligns the column's figures in all body rows.
    func align(_ rows: inout [TableLayout.Row]) {
        var reader = FigureReader()
        var found: [(row: Int, cell: Int, box: Int, figure: AlignedFigure)] = []
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
            let shift = (longestTails[figure.unit] ?? .zero) - figure.rest
            if shift > .zero, figure.start >= shift { rows[row].cells[cell].boxes[box].moveLeft(by: shift) }
        }
    }

    private func isInColumn(_ cell: TableLayout.Cell) -> Bool { cell.column == column && cell.columnSpan == 1 }
}

/// The widths that the figures of a column take if their decimal marks are aligned.
struct FigureWidths {
    private var reader = FigureReader()
    private var longest: [String: (whole: Length, tail: Length)] = [:]

    /// The longest whole number and the longest tail of a unit together; the most of all units.
    var aligned: Length { longest.values.map { $0.whole + $0.tail }.max() ?? .zero }

    /// Counts the figures that paragraphs begin with.
    mutating func add(_ blocks: [TextBlock]) {
        for block in blocks {
            guard case .paragraph(let text) = block.content, let figure = reader.figure(of: text) else { continue }
            let known = longest[figure.unit] ?? (.zero, .zero)
            longest[figure.unit] = (max(known.whole, figure.whole), max(known.tail, figure.tail))
        }
    }
}

extension Box {
    fileprivate mutating func moveLeft(by shift: Length) { items = items.map { $0.moved(x: -shift, y: .zero) } }
}
