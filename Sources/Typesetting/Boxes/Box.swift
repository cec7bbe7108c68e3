// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import ResourceLimits

/// What no page divides: a line of text with what is drawn beside it, or a rule.
struct Box {
    var height: Length
    /// The space above the box, which is dropped at the top of a page.
    var spaceBefore: Length = .zero
    /// What the box draws, from its own top left corner.
    var items: [PageItem] = []
    /// What the box draws only together with the space before it, from the same corner.
    var itemsInSpaceBefore: [PageItem] = []
    /// What the box draws besides where it begins a page, from the same corner: the term of a definition that goes on.
    var itemsAtPageTop: [PageItem] = []
    /// Whether a page may not end after the box.
    var keepsWithNext = false
    /// Whether ``keepsWithNext`` is given up if more than a fifth of a page would stay empty for it.
    var isKeptWeakly = false
    /// The note marks in the box, in the order of the text.
    var marks: [NoteMark] = []
    /// Whether the next line begins with a note mark of a word in this one, which stands on the page of its word.
    var isMarkedBelow = false
    /// The targets of links.
    var anchors: [String] = []
    /// The entries of the outline for what is in the box.
    var outline: [OutlineEntry] = []
}

extension Box {
    /// Whether a page may not end after the box.
    ///
    /// - Parameter ignoresWeak: whether a page may end after a box that is kept weakly.
    func keepsWithNext(ignoresWeak: Bool) -> Bool { keepsWithNext && !(ignoresWeak && isKeptWeakly) }

    /// The anchors of the box and of the note marks in it.
    var destinations: [String] { anchors + marks.map { NoteMark.anchor(of: $0.id) } }

    /// Draws another box beside it.
    mutating func place(_ other: Box, x: Length = .zero) {
        items.insert(contentsOf: other.items.map { $0.moved(x: x, y: .zero) }, at: 0)
        height = max(height, other.height)
    }
}

extension Array<Box> {
    /// The height from the top of the first to the bottom of the last.
    var height: Length { self[...].height }

    /// The same boxes, further right.
    func indented(by indent: Length) -> [Box] {
        if indent == .zero { return self }
        return map { box in
            var box = box
            box.items = box.items.map { $0.moved(x: indent, y: .zero) }
            return box
        }
    }
}

extension ArraySlice<Box> {
    /// The height from the top of the first to the bottom of the last.
    var height: Length {
        guard let first else { return .zero }
        WorkMeter.count(count)
        return reduce(.zero) { $0 + $1.spaceBefore + $1.height } - first.spaceBefore
    }

    /// The note marks in the boxes, in the order of the text.
    var marks: [NoteMark] {
        var marks: [NoteMark] = []
        for box in self where !box.marks.isEmpty { marks += box.marks }
        return marks
    }

    /// The number of boxes, from the first, that fit into a height. A line below which a note mark stands goes with the mark, unless nothing would
    /// be left.
    func count(fitting height: Length) -> Int {
        var used = Length.zero
        for (offset, box) in enumerated() {
            used += (offset == 0 ? .zero : box.spaceBefore) + box.height
            guard used > height else { continue }
            let whole = self[..<(startIndex + offset)].lastIndex { !$0.isMarkedBelow }
            return whole.map { $0 + 1 - startIndex } ?? offset
        }
        return count
    }

    /// The number of boxes, from the first and no more than some, behind which a page may end; zero if it may end behind none.
    func countEndingWell(within most: Int) -> Int {
        if most == count { return most }
        var end = most
        while end > 0, self[startIndex + end - 1].keepsWithNext { end -= 1 }
        return end
    }

    /// Fewer boxes than some, from the first, if these leave one alone on the next page: two or more, behind which a page may end. The same
    /// number if there are none.
    func countLeavingTwo(of most: Int) -> Int {
        guard count - most == 1, most > 0 else { return most }
        let fewer = countEndingWell(within: most - 1)
        return fewer >= 2 ? fewer : most
    }

    /// The least number of boxes, from the first, behind which a page may end with two lines or more on either side; all of them if it may end
    /// behind none.
    var leastCountEndingWell: Int {
        if count < 4 { return count }
        return (2...(count - 2)).first { !self[startIndex + $0 - 1].keepsWithNext } ?? count
    }

    /// The destinations of the boxes, from the top left corner of the first.
    func destinations(x: Length, y: Length) -> [Destination] {
        var destinations: [Destination] = []
        var top = y
        for (offset, box) in enumerated() {
            if offset > 0 { top += box.spaceBefore }
            for anchor in box.anchors { destinations.append(Destination(anchor: anchor, point: Point(x: x, y: top))) }
            for mark in box.marks {
                let y = top + (box.topOfRotated(mark) ?? .zero)
                destinations.append(Destination(anchor: NoteMark.anchor(of: mark.id), point: Point(x: x, y: y)))
            }
            top += box.height
        }
        return destinations
    }

    /// What the boxes draw, from the top left corner of the first.
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
