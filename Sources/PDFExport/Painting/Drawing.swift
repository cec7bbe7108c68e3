// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping
import Typesetting

/// Items of a page that are drawn in one operation, as a range of its items. A range may hold links and areas of figures, which are not drawn.
struct Drawing {
    enum Kind {
        /// Text and marks of one owner, in one bracket: the lines of a paragraph share it, or all of a figure.
        case content
        /// One filled rectangle.
        case fill
        /// Rules that look like the first of them.
        case rules
    }

    let kind: Kind
    private let start: Int32
    private var end: Int32

    fileprivate init(_ kind: Kind, _ items: Range<Int>) {
        self.kind = kind
        start = Int32(clamping: items.lowerBound)
        end = Int32(clamping: items.upperBound)
    }

    /// The indices of its items.
    var items: Range<Int> { Int(start)..<Int(end) }

    fileprivate mutating func extend(to index: Int) { end = Int32(clamping: index) }
}

extension Page {
    /// The drawings of the page, in order.
    var drawings: [Drawing] {
        var drawings: [Drawing] = []
        var index = items.startIndex
        // Whose content the last drawing is, if it is content.
        var owner: Owner?
        func add(_ item: Int, of itsOwner: Owner) {
            if owner == itsOwner {
                drawings[drawings.count - 1].extend(to: item + 1)
            } else {
                drawings.append(Drawing(.content, item..<item + 1))
                owner = itsOwner
            }
        }
        while index < items.endIndex {
            let start = index
            index += 1
            switch items[start] {
            case .link, .figure: break
            case .fill:
                drawings.append(Drawing(.fill, start..<index))
                owner = nil
            case .rule(let rule):
                while index < items.endIndex, case .rule(let next) = items[index], next.looksLike(rule) { index += 1 }
                drawings.append(Drawing(.rules, start..<index))
                owner = nil
            case .text(let run): if run.hasGlyphs { add(start, of: run.owner) }
            case .path(let mark): add(start, of: mark.owner)
            case .image(let mark): add(start, of: mark.owner)
            }
        }
        return drawings
    }

    /// The lines of a drawing of rules.
    func rules(of drawing: Drawing) -> some Sequence<RuleLine> {
        items[drawing.items].lazy.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    }
}

extension PageItem {
    /// The owner of content; `nil` for what is drawn between brackets, and what is not drawn.
    var owner: Owner? {
        switch self {
        case .text(let run): run.owner
        case .path(let mark): mark.owner
        case .image(let mark): mark.owner
        case .rule, .fill, .link, .figure: nil
        }
    }
}

extension TextRun {
    var hasGlyphs: Bool { pieces.contains { $0.piece.hasGlyphs } }
}

extension RuleLine {
    fileprivate func looksLike(_ other: RuleLine) -> Bool { thickness == other.thickness && colour == other.colour }
}
