// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import ResourceLimits

/// What pages are filled with, one under another.
enum FlowItem {
    case box(FlowBox)
    case table(SetTable)
    /// What follows begins a page; its pages carry a label and lie one way, and have notes at their feet.
    case newPage(label: String, Orientation, footnotes: [NodeID: [FlowBox]])
}

/// Something that is never divided: a line of text with what stands beside it, a rule.
struct FlowBox {
    var height: Length
    /// Left free above it, but not at the top of a page.
    var spaceBefore: Length = .zero
    /// From its own top left corner.
    var items: [PageItem] = []
    /// Drawn only together with the space before it, from the same corner.
    var itemsInSpaceBefore: [PageItem] = []
    /// Whether it may not be the last thing on a page.
    var keepsWithNext = false
    /// Of notes, in the order of the text.
    var marks: [NoteMark] = []
    /// Places that links lead to.
    var anchors: [String] = []
    var outline: OutlineEntry?
}

extension FlowBox {
    /// The names by which links find it, or a mark in it.
    var destinations: [String] { anchors + marks.map { NoteMark.anchor(of: $0.id) } }

    /// Draws something else beside it.
    mutating func place(_ other: FlowBox, x: Length = .zero) {
        items.insert(contentsOf: other.items.map { $0.moved(x: x, y: .zero) }, at: 0)
        height = max(height, other.height)
    }
}

extension Array<FlowBox> {
    /// From the top of the first to the bottom of the last.
    var height: Length { self[...].height }
}

extension ArraySlice<FlowBox> {
    /// From the top of the first to the bottom of the last.
    var height: Length {
        guard let first else { return .zero }
        WorkMeter.count(count)
        return reduce(.zero) { $0 + $1.spaceBefore + $1.height } - first.spaceBefore
    }

    /// The marks of notes in them, in the order of the text.
    var marks: [NoteMark] {
        var marks: [NoteMark] = []
        for box in self where !box.marks.isEmpty { marks += box.marks }
        return marks
    }

    /// How many of them, from the first, go into a height.
    func count(fitting height: Length) -> Int {
        var used = Length.zero
        for (offset, box) in enumerated() {
            used += (offset == 0 ? .zero : box.spaceBefore) + box.height
            if used > height { return offset }
        }
        return count
    }

    /// Where links find them, from the top left corner of the first.
    func destinations(x: Length, y: Length) -> [Destination] {
        var destinations: [Destination] = []
        var top = y
        for (offset, box) in enumerated() {
            if offset > 0 { top += box.spaceBefore }
            for anchor in box.destinations {
                destinations.append(Destination(anchor: anchor, point: Point(x: x, y: top)))
            }
            top += box.height
        }
        return destinations
    }

    /// What they draw, from the top left corner of the first.
    func items(x: Length, y: Length) -> [PageItem] {
        var items: [PageItem] = []
        var top = y
        WorkMeter.count(count)
        for (offset, box) in enumerated() {
            if offset > 0 { top += box.spaceBefore }
            if offset > 0 { items += box.itemsInSpaceBefore.map { $0.moved(x: x, y: top) } }
            for item in box.items { items.append(item.moved(x: x, y: top)) }
            top += box.height
        }
        return items
    }
}
