// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping
import Typesetting

/// Draws the items of a page as they stand; nothing is decided here.
struct PagePainter {
    let canvas: Canvas

    func paint(_ page: Page) throws(ExportError) {
        canvas.beginPage()
        var owner: Owner?
        var index = page.items.startIndex
        while index < page.items.endIndex {
            switch page.items[index] {
            case .text(let run):
                // Lines of one paragraph are drawn together.
                if run.owner != owner { canvas.showText() }
                owner = run.owner
                try paint(run)
            case .fill(let fill):
                canvas.setColour(fill.colour)
                canvas.fill(fill.rectangle)
            case .rule(let rule):
                index = paintRules(like: rule, from: index, of: page.items)
                continue
            case .link:
                break
            }
            index += 1
        }
        canvas.showText()
        try canvas.check("drawing page \(page.number)")
    }

    private func paint(_ run: TextRun) throws(ExportError) {
        canvas.setColour(run.colour)
        for placed in run.pieces {
            for shaped in placed.piece.runs {
                try canvas.add(shaped, x: run.origin.x + placed.x, baseline: run.origin.y)
            }
        }
    }

    /// Draws all rules in a row that look alike at one stroke.
    private func paintRules(like first: Rule, from start: Int, of items: [PageItem]) -> Int {
        var index = start
        while index < items.endIndex, case .rule(let rule) = items[index], rule.thickness == first.thickness,
            rule.colour == first.colour
        {
            canvas.addLine(from: rule.from, to: rule.to)
            index += 1
        }
        canvas.setColour(first.colour)
        canvas.stroke(thickness: first.thickness)
        return index
    }
}
