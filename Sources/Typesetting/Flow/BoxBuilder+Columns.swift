// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension BoxBuilder {
    /// The gap between two columns, and the thickness of the rule over each.
    private static let gap = Length.millimetres(6)
    private static let rule = Length.points(1.25)

    /// Lays out labels with the words under them side by side, as many in a row as have room, and keeps all of them on one page.
    mutating func append(_ block: ShapedColumns, measure: Length) {
        let widest =
            block.columns.map { column in
                let words = WidthDemand(of: column.words, theme: theme, minimum: \.minimumWidth).minimum
                return max(block.leastWidth, column.label.minimumWidth, words)
            }.max() ?? .zero
        if let longest = block.columns.map(\.words.count).max(), longest > Self.mostWordsOfColumn {
            return appendOneUnderAnother(block, measure: measure)
        }
        let most = max(1, Int(((measure + Self.gap).points / (widest + Self.gap).points).rounded(.down)))
        // Rows of one length: five figures are three and two rather than four and one.
        let rows = (block.columns.count + most - 1) / most
        let count = max(1, (block.columns.count + max(1, rows) - 1) / max(1, rows))
        let width = (measure - Self.gap * (count - 1)) / count
        let first = boxes.count
        for start in stride(from: 0, to: block.columns.count, by: count) {
            let row = block.columns[start..<min(start + count, block.columns.count)]
            let before = start == 0 ? block.spaceBefore : theme.body.after
            append([box(of: row, width: width)], before: before, after: block.spaceAfter)
        }
        update(first..<max(first, boxes.count - 1)) { $0.keepsWithNext = true }
    }

    /// Columns of more paragraphs go one under another, so that pages can divide them.
    private static let mostWordsOfColumn = 8

    private mutating func appendOneUnderAnother(_ block: ShapedColumns, measure: Length) {
        spaceAfter = max(spaceAfter, block.spaceBefore)
        for column in block.columns {
            let first = boxes.count
            append(
                [box(of: [ShapedColumns.Column(label: column.label, words: [])], width: measure)],
                before: .zero,
                after: .zero
            )
            update(first..<boxes.count) { $0.keepsWithNext = true }
            append(column.words, measure: measure, indent: .zero)
            spaceAfter = block.spaceAfter
        }
    }

    private func box(of columns: ArraySlice<ShapedColumns.Column>, width: Length) -> Box {
        var row = Box(height: .zero)
        for (index, column) in columns.enumerated() {
            let x = (width + Self.gap) * index
            let rule = RuleLine(
                from: Point(x: x, y: Self.rule / 2),
                to: Point(x: x + width, y: Self.rule / 2),
                thickness: Self.rule,
                colour: theme.body.text.colour
            )
            var own = BoxBuilder(theme: theme, breaker: breaker)
            own.append(
                breaker.boxes(of: column.label, measure: width, alignment: .left),
                before: .zero,
                after: .zero
            )
            own.append(column.words, measure: width, indent: .zero)
            let top = Self.rule + theme.details.gap / 2
            row.items += [.rule(rule)] + own.boxes[...].items(x: x, y: top)
            row.height = max(row.height, top + own.boxes.height)
        }
        return row
    }
}
