// SPDX-License-Identifier: Apache-2.0

import Layouts
import Geometry

extension BoxBuilder {
    /// Lays out labels and values side by side, and keeps all of them on one page unless they are divisible: then the lines beside a label.
    mutating func append(_ details: ShapedDetails, measure: Length) {
        let start = boxes.count
        let offset = theme.details.labelWidth
        spaceAfter = max(spaceAfter, details.spaceBefore)
        for pair in details.pairs {
            let first = boxes.count
            let label = breaker.boxes(of: pair.label, measure: offset - theme.details.gap, alignment: .left)
            append(pair.values, measure: measure - offset, indent: offset)
            place(label, at: first)
            spaceAfter = theme.details.gap
            if details.isProse {
                repeatTerm(label, from: first + 1)
                update(first..<max(first, min(first + label.count, boxes.count) - 1)) { $0.keepsWithNext = true }
            }
        }
        if !details.isProse { update(start..<max(start, boxes.count - 1)) { $0.keepsWithNext = true } }
        if details.rule > .zero { appendRule(details.rule, measure: measure) }
        spaceAfter = max(spaceAfter, details.spaceAfter)
    }

    /// Repeats a term at the top of a later page, beside the rest of its meaning, if that rest is at least as high as the term.
    private mutating func repeatTerm(_ label: [Box], from index: Int) {
        let term = label[...].items(x: .zero, y: .zero).compactMap { $0.asFurniture(.repeatedTerm) }
        for index in boxes.indices[min(index, boxes.count)...] where boxes[index...].height >= label.height {
            update(index..<index + 1) { $0.itemsAtPageTop = term }
        }
    }

    /// Draws the lines of a label, whole, beside those of its values: it is read before them.
    private mutating func place(_ label: [Box], at index: Int) {
        guard boxes.indices.contains(index) else {
            append(label, before: .zero, after: .zero)
            return
        }
        update(index..<index + 1) { box in
            box.items.insert(contentsOf: label[...].items(x: .zero, y: .zero), at: 0)
            box.marks.insert(contentsOf: label.flatMap(\.marks), at: 0)
            box.anchors.insert(contentsOf: label.flatMap(\.anchors), at: 0)
            box.outline.insert(contentsOf: label.flatMap(\.outline), at: 0)
        }
        let lacking = label.height - boxes[index...].height
        if lacking > .zero { append([Box(height: lacking)], before: .zero, after: .zero) }
    }

    private mutating func appendRule(_ thickness: Length, measure: Length) {
        let y = thickness / 2
        let rule = RuleLine(
            from: Point(x: .zero, y: y),
            to: Point(x: measure, y: y),
            thickness: thickness,
            colour: theme.body.text.colour
        )
        append([Box(height: thickness, items: [.rule(rule)])], before: theme.details.gap, after: .zero)
    }
}
