// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping
import Typesetting

/// Draws the items of a page at their positions; all decisions have been made by typesetting.
///
/// Text, images and the marks of figures are drawn in brackets, one for each range of one owner; rules and fills are drawn between them.
struct PagePainter {
    let canvas: Canvas

    /// Draws a page, by its drawings.
    ///
    /// - Throws: an ``ExportError`` for a failure of Cairo.
    func paint(_ page: Page, _ drawings: [Drawing]) throws(ExportError) {
        canvas.beginPage()
        for drawing in drawings {
            switch drawing.kind {
            case .content:
                canvas.beginMark()
                for index in drawing.items {
                    switch page.items[index] {
                    case .text(let run): if run.hasGlyphs { try paint(run) }
                    case .path(let mark): paint(mark)
                    case .image(let mark):
                        try canvas.draw(mark.image, width: mark.width, height: mark.height, in: mark.rectangle)
                    case .rule, .fill, .link, .figure: break
                    }
                }
                try canvas.endMark()
            case .fill:
                guard case .fill(let fill) = page.items[drawing.items.lowerBound] else { break }
                canvas.setColour(fill.colour)
                canvas.fill(fill.rectangle)
            case .rules:
                guard case .rule(let first) = page.items[drawing.items.lowerBound] else { break }
                for rule in page.rules(of: drawing) { canvas.addLine(from: rule.from, to: rule.to) }
                canvas.setColour(first.colour)
                canvas.stroke(thickness: first.thickness)
            }
        }
        try canvas.check("drawing page \(page.number)")
    }

    private func paint(_ mark: PathMark) {
        if let fill = mark.fill {
            canvas.setColour(fill)
            canvas.add(mark.path)
            canvas.fillPath()
        }
        if let stroke = mark.stroke {
            canvas.setColour(stroke.colour)
            canvas.add(mark.path)
            canvas.stroke(thickness: stroke.thickness)
        }
    }

    private func paint(_ run: TextRun) throws(ExportError) {
        canvas.setColour(run.colour)
        if run.isRotated {
            return try canvas.rotated(about: run.origin) { () throws(ExportError) in try paintPieces(of: run, at: .zero)
            }
        }
        try paintPieces(of: run, at: run.origin)
    }

    private func paintPieces(of run: TextRun, at origin: Point) throws(ExportError) {
        for placed in run.pieces {
            let x = origin.x + placed.x
            try placed.piece.withDrawnRuns { runs throws(ExportError) in
                for drawn in runs { try canvas.add(drawn, x: x, baseline: origin.y) }
            }
        }
    }
}
