// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

extension [Box] {
    /// The lines as one box, rotated by 90° anticlockwise: the first line is at the left, and each begins at the foot.
    ///
    /// - Parameter left: the distance from the left edge to the first line.
    func rotated(left: Length) -> Box {
        let items = flatMap(\.items)
        // Lines from right to left end at the right edge of what they were broken for.
        let start = items.compactMap(\.left).min() ?? .zero
        let length = (items.map(\.right).max() ?? .zero) - start
        var box = Box(height: length)
        var x = left
        for (index, line) in enumerated() {
            if index > 0 { x += line.spaceBefore }
            box.items += line.items.map { $0.moved(x: -start, y: .zero).rotated(x: x, length: length) }
            box.marks += line.marks
            box.anchors += line.anchors
            box.outline += line.outline
            x += line.height
        }
        return box
    }
}

extension PageItem {
    /// How far words reach to the right, whatever their direction; drawings are beside words or under them.
    fileprivate var right: Length {
        guard case .text(let run) = self else { return .zero }
        return run.origin.x + (run.pieces.map { $0.x + $0.piece.width }.max() ?? .zero)
    }

    /// Where words begin at the left; `nil` for what is not words.
    fileprivate var left: Length? {
        guard case .text(let run) = self else { return nil }
        return run.origin.x + (run.pieces.map(\.x).min() ?? .zero)
    }

    /// The item of a line that is rotated. Headers hold words, with their rules and links, and no drawings.
    ///
    /// - Parameters:
    ///   - x: the distance from the left edge to the top of the line.
    ///   - length: that from the top edge to the beginning of the line.
    fileprivate func rotated(x: Length, length: Length) -> PageItem {
        func rotated(_ point: Point) -> Point { Point(x: x + point.y, y: length - point.x) }
        func rotated(_ area: Rectangle) -> Rectangle {
            let origin = Point(x: x + area.origin.y, y: length - area.origin.x - area.size.width)
            return Rectangle(origin: origin, size: Size(width: area.size.height, height: area.size.width))
        }
        switch self {
        case .text(var run):
            run.origin = rotated(run.origin)
            run.isRotated = true
            return .text(run)
        case .rule(var rule):
            rule.from = rotated(rule.from)
            rule.to = rotated(rule.to)
            return .rule(rule)
        case .fill(var fill):
            fill.rectangle = rotated(fill.rectangle)
            return .fill(fill)
        case .link(var link):
            link.rectangle = rotated(link.rectangle)
            return .link(link)
        case .path, .image, .figure: return moved(x: x, y: .zero)
        }
    }
}

extension [Box] {
    /// Whether some of the words are rotated.
    var holdRotatedText: Bool { contains(where: \.holdsRotatedText) }
}

extension Box {
    fileprivate var holdsRotatedText: Bool {
        items.contains { if case .text(let run) = $0 { run.isRotated } else { false } }
    }

    /// The distance from the top of a rotated title to the top of a note mark in it; `nil` in a line, at the top of which its marks are.
    ///
    /// A title that runs upwards is one box, and as high as a part of the page: what leads back to its mark leads to the mark, not to the top of the title.
    func topOfRotated(_ mark: NoteMark) -> Length? {
        guard holdsRotatedText else { return nil }
        // Of a mark over several lines, the first: it is furthest to the left.
        for case .link(let area) in items where area.node == mark.id { return area.rectangle.origin.y }
        return nil
    }
}
