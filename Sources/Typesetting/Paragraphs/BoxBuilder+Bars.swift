// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

/// Where the bars of exempt passages are drawn.
enum BarPlace {
    /// In the margin of the text, also beside a passage in an item of a list: all bars of a page are in one line, and the markers of items clear of them.
    case margin
    /// Beside the words of the passage, which is set in for it: in a cell, whose margin is another cell.
    case inside
}

extension BoxBuilder {
    /// Lays out an exempt passage with its bar.
    ///
    /// - Parameter blocks: what is in the passage.
    mutating func append(
        besideBar passage: TextBlock,
        of blocks: [TextBlock],
        style: Theme.ExemptStyle,
        measure: Length,
        indent: Length
    ) {
        let start = boxes.count
        switch bars {
        case .margin:
            append(blocks, measure: measure, indent: indent)
            let text = outerText ?? (indent, measure)
            let right = text.indent + text.measure + style.outside
            drawBar(from: start, x: passage.isBackward ? right : text.indent - style.outside, thickness: style.bar)
        case .inside:
            let inset = quotationInset(in: measure)
            append(blocks, measure: measure - inset, indent: passage.isBackward ? indent : indent + inset)
            let thickness = min(style.bar, inset / 2)
            let x = passage.isBackward ? indent + measure - thickness / 2 : indent + thickness / 2
            drawBar(from: start, x: x, thickness: thickness)
        }
    }

    /// Draws the bar of an exempt passage beside its lines and the space between them.
    private mutating func drawBar(from start: Int, x: Length, thickness: Length) {
        let colour = theme.body.text.colour
        func bar(from top: Length, to bottom: Length) -> PageItem {
            .rule(
                RuleLine(from: Point(x: x, y: top), to: Point(x: x, y: bottom), thickness: thickness, colour: colour)
            )
        }
        for index in start..<boxes.count {
            update(index..<index + 1) { box in
                box.items.append(bar(from: .zero, to: box.height))
                if index > start { box.itemsInSpaceBefore.append(bar(from: -box.spaceBefore, to: .zero)) }
            }
        }
    }
}
