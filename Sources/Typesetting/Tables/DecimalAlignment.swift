// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// Moves the figures of a right-aligned column so that their decimal marks are aligned, and the marks after them have a slot of their own.
///
/// A figure is a line that begins with a number. Only figures of the same unit are aligned with one another: percentages with percentages, and days
/// with days; figures of all units end at one edge. Shorthand (`[p]`) and note marks hang outside that edge: the slot is as wide as the widest of
/// them, so that a figure with a mark is aligned with those without one. A figure that has no room beside the slot takes of it what it lacks; where that
/// would be more than a quarter of the figures, marks are a part of the tail of their unit, as decimals are. Words after a figure (`68.69% of cases`)
/// move no other figure.
struct DecimalAlignment {
    /// A line of the column, by its row, its cell in this and its box in this.
    private struct Place {
        var row: Int
        var cell: Int
        var box: Int
    }

    /// The part of the figures of a column that may have no room beside the slot for marks, as its divisor.
    private static let leastPartWithoutRoom = 4

    let column: Int

    /// Aligns the column's figures in all body rows.
    ///
    /// - Returns: the width of the slot for marks at the right: zero without any.
    func align(_ rows: inout [TableLayout.Row]) -> Length {
        var reader = FigureReader()
        var figures: [(place: Place, figure: AlignedFigure)] = []
        var words: [(place: Place, line: MarkedWords)] = []
        for (row, set) in rows.enumerated() where set.kind == .body {
            for (cell, set) in set.cells.enumerated() where isInColumn(set) {
                for (box, line) in set.boxes.enumerated() {
                    let place = Place(row: row, cell: cell, box: box)
                    if let figure = reader.figure(of: line) {
                        figures.append((place, figure))
                    } else if let line = reader.words(of: line) {
                        words.append((place, line))
                    }
                }
            }
        }
        let slot = max(
            slot(of: figures.map(\.figure)),
            words.filter { rows[$0.place.row].cells[$0.place.cell].boxes.count == 1 }.map(\.line.marks).max() ?? .zero
        )
        let shifts = shifts(of: figures.map(\.figure), slot: slot)
        let lacking = zip(figures, shifts).count { $0.figure.start < $1 }
        guard slot > .zero, lacking * Self.leastPartWithoutRoom <= figures.count else {
            for (own, shift) in zip(figures, self.shifts(of: figures.map(\.figure.withMarksInTail), slot: .zero))
            where own.figure.start >= shift { move(own.place, of: &rows, by: shift) }
            return .zero
        }
        for (own, shift) in zip(figures, shifts) { move(own.place, of: &rows, by: min(shift, own.figure.start)) }
        var start = 0
        while start < words.count {
            let place = words[start].place
            let own = words[start...].prefix { $0.place.row == place.row && $0.place.cell == place.cell }
            // The lines of a cell move together, as far as all of them have room, or its right edge would be ragged.
            let room = min(slot, own.map { $0.line.start + $0.line.marks }.min() ?? .zero)
            for words in own { move(words.place, of: &rows, by: room - words.line.marks) }
            start = own.endIndex
        }
        return slot
    }

    /// How far to the left each figure moves, so that all tails of a unit get the length of the longest, and the slot is right of it.
    private func shifts(of figures: [AlignedFigure], slot: Length) -> [Length] {
        let longest = longestTails(of: figures)
        return figures.map { max(.zero, slot + (longest[$0.unit] ?? .zero) - $0.rest) }
    }

    /// What marks take beside the longest tails of their units: behind a shorter tail they begin before it ends.
    private func slot(of figures: [AlignedFigure]) -> Length {
        let longest = longestTails(of: figures)
        return figures.filter { $0.marks > .zero }.map { $0.tail + $0.marks - (longest[$0.unit] ?? .zero) }.max()
            ?? .zero
    }

    private func longestTails(of figures: [AlignedFigure]) -> [String: Length] {
        var longest: [String: Length] = [:]
        for figure in figures { longest[figure.unit] = max(longest[figure.unit] ?? .zero, figure.tail) }
        return longest
    }

    private func move(_ place: Place, of rows: inout [TableLayout.Row], by shift: Length) {
        if shift > .zero { rows[place.row].cells[place.cell].boxes[place.box].moveLeft(by: shift) }
    }

    private func isInColumn(_ cell: TableLayout.Cell) -> Bool { cell.column == column && cell.columnSpan == 1 }
}

/// The widths that the figures of a column take if their decimal marks are aligned.
///
/// Marks count as a part of the tails of their units. A slot beside all figures is not asked for: in tables of many columns it would be taken from the
/// comments, of which each line has a few words only.
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
            longest[figure.unit] = (max(known.whole, figure.whole), max(known.tail, figure.tail + figure.marks))
        }
    }
}

extension AlignedFigure {
    /// The same figure, the marks behind it being a part of its tail.
    fileprivate var withMarksInTail: AlignedFigure {
        var figure = self
        figure.tail += marks
        figure.marks = .zero
        return figure
    }
}

extension Box {
    fileprivate mutating func moveLeft(by shift: Length) { items = items.map { $0.moved(x: -shift, y: .zero) } }
}
