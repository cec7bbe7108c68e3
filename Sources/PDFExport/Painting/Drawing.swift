// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping
import Typesetting

/// Items of a page that are drawn in one operation. The ranges are of the page's items, and may hold links and areas of figures, which are
/// not drawn.
enum Drawing {
    /// Text and marks of one owner, in one bracket: the lines of a paragraph share it, or all of a figure.
    case content(Owner, Range<Int>)
    case fill(Fill)
    /// Rules that look like the first of them.
    case rules(RuleLine, Range<Int>)
}

extension Page {
    /// The drawings of the page, in order.
    var drawings: [Drawing] {
        var drawings: [Drawing] = []
        var index = items.startIndex
        while index < items.endIndex {
            let start = index
            index += 1
            switch items[start] {
            case .link, .figure: break
            case .fill(let fill): drawings.append(.fill(fill))
            case .rule(let rule):
                while index < items.endIndex, case .rule(let next) = items[index], next.looksLike(rule) { index += 1 }
                drawings.append(.rules(rule, start..<index))
            case .text(let run): if run.hasGlyphs { drawings.add(start, of: run.owner) }
            case .path(let mark): drawings.add(start, of: mark.owner)
            case .image(let mark): drawings.add(start, of: mark.owner)
            }
        }
        return drawings
    }

    /// The runs of a drawing of text.
    func runs(in range: Range<Int>) -> some Sequence<TextRun> {
        items[range].lazy.compactMap { if case .text(let run) = $0, run.hasGlyphs { run } else { nil } }
    }

    /// The lines of a drawing of rules.
    func rules(in range: Range<Int>) -> some Sequence<RuleLine> {
        items[range].lazy.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    }
}

extension [Drawing] {
    /// Adds an item to the bracket of its owner.
    fileprivate mutating func add(_ item: Int, of owner: Owner) {
        if case .content(owner, let range)? = last {
            self[count - 1] = .content(owner, range.lowerBound..<item + 1)
        } else {
            append(.content(owner, item..<item + 1))
        }
    }
}

extension TextRun {
    var hasGlyphs: Bool { pieces.contains { $0.piece.hasGlyphs } }
}

extension RuleLine {
    fileprivate func looksLike(_ other: RuleLine) -> Bool { thickness == other.thickness && colour == other.colour }
}
