// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping
import Typesetting

/// Draws the items of a page as they stand; nothing is decided here.
///
/// Text is drawn between brackets, one for each stretch of one owner; rules and fills stand between the brackets.
struct PagePainter {
    let canvas: Canvas
    private(set) var marks = PageMarks()
    private(set) var words = DrawnWords()
    private var owner: Owner?

    init(canvas: Canvas) { self.canvas = canvas }

    /// Draws a page.
    ///
    /// - Returns: the brackets that its text stands in.
    @discardableResult
    mutating func paint(_ page: Page) throws(ExportError) -> PageMarks {
        canvas.beginPage()
        marks = PageMarks()
        var index = page.items.startIndex
        while index < page.items.endIndex {
            switch page.items[index] {
            case .text(let run):
                try paint(run)
            case .fill(let fill):
                endMark()
                canvas.setColour(fill.colour)
                canvas.fill(fill.rectangle)
            case .rule(let rule):
                endMark()
                index = paintRules(like: rule, from: index, of: page.items)
                continue
            case .link:
                break
            }
            index += 1
        }
        endMark()
        try canvas.check("drawing page \(page.number)")
        return marks
    }

    private mutating func paint(_ run: TextRun) throws(ExportError) {
        guard run.pieces.contains(where: { $0.piece.runs.contains { !$0.glyphs.isEmpty } }) else { return }
        beginMark(for: run.owner)
        canvas.setColour(run.colour)
        for placed in run.pieces {
            for shaped in placed.piece.runs {
                try canvas.add(shaped, x: run.origin.x + placed.x, baseline: run.origin.y)
                words.add(shaped.text, for: run.owner)
            }
        }
    }

    /// Lines of one paragraph share a bracket.
    private mutating func beginMark(for owner: Owner) {
        if owner == self.owner { return }
        endMark()
        self.owner = owner
        marks.owners.append(owner)
        canvas.beginMark()
    }

    private mutating func endMark() {
        canvas.showText()
        if owner == nil { return }
        canvas.endMark()
        owner = nil
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
