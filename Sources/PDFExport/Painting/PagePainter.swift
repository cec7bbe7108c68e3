// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping
import Typesetting

/// Draws the items of a page at their positions; all decisions have been made by typesetting.
///
/// Text is drawn in brackets, one for each range of one owner; rules and fills are drawn between them.
struct PagePainter {
    let canvas: Canvas

    /// Draws a page.
    ///
    /// - Throws: an ``ExportError`` for a failure of Cairo.
    func paint(_ page: Page) throws(ExportError) {
        canvas.beginPage()
        for drawing in page.drawings {
            switch drawing {
            case .text(_, let range):
                canvas.beginMark()
                for run in page.runs(in: range) { try paint(run) }
                canvas.endMark()
            case .fill(let fill):
                canvas.setColour(fill.colour)
                canvas.fill(fill.rectangle)
            case .rules(let first, let range):
                for rule in page.rules(in: range) { canvas.addLine(from: rule.from, to: rule.to) }
                canvas.setColour(first.colour)
                canvas.stroke(thickness: first.thickness)
            }
        }
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
}
