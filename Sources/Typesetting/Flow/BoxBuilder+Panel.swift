// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension BoxBuilder {
    /// Lays out text in a panel: with a ground, a bar at its left and rules around it, as the theme has them.
    ///
    /// A panel that goes on a page is one box, which no page divides. The lines of a higher one each have their part of the panel.
    mutating func append(panel blocks: [TextBlock], in style: Theme.PanelStyle, measure: Length) {
        // However narrow the page is, at least half of it is for the words.
        let left = min(style.bar + style.padding.left, max(.zero, measure / 4))
        let right = min(style.padding.right, max(.zero, measure / 4))
        var inner = BoxBuilder(theme: theme, breaker: breaker)
        inner.append(blocks, measure: measure - left - right, indent: left)
        guard !inner.boxes.isEmpty else { return }
        let height = inner.boxes.height + style.padding.top + style.padding.bottom
        var panel = height <= theme.page.textHeight ? [inner.boxes.joined(padding: style.padding)] : inner.boxes
        if panel.count > 1 { panel.pad(with: style.padding) }
        for index in panel.indices {
            let edges = PanelDrawing.Edges(isFirst: index == 0, isLast: index == panel.count - 1)
            let drawing = PanelDrawing(style: style, theme: theme, measure: measure)
            panel[index].items.insert(contentsOf: drawing.items(from: .zero, to: panel[index].height, edges), at: 0)
            guard index > 0 else { continue }
            let sides = PanelDrawing.Edges(isFirst: false, isLast: false)
            panel[index].itemsInSpaceBefore += drawing.items(from: -panel[index].spaceBefore, to: .zero, sides)
        }
        append(panel, before: theme.figure.after, after: theme.figure.after)
    }
}

extension [Box] {
    /// All of them as one box with space over and under them.
    fileprivate func joined(padding: Sides<Length>) -> Box {
        Box(
            height: height + padding.top + padding.bottom,
            items: self[...].items(x: .zero, y: padding.top),
            marks: self[...].marks,
            anchors: flatMap(\.anchors),
            outline: flatMap(\.outline)
        )
    }

    /// Adds the space over the first and under the last to them.
    fileprivate mutating func pad(with padding: Sides<Length>) {
        self[0].items = self[0].items.map { $0.moved(x: .zero, y: padding.top) }
        self[0].height += padding.top
        self[count - 1].height += padding.bottom
        self[count - 1].keepsWithNext = false
    }
}

/// Draws what is behind and around a part of a panel: artifacts, all of them fills and rules.
private struct PanelDrawing {
    /// Which of the edges that a page may divide the part has.
    struct Edges {
        var isFirst: Bool
        var isLast: Bool
    }

    let style: Theme.PanelStyle
    let theme: Theme
    let measure: Length

    func items(from top: Length, to bottom: Length, _ edges: Edges) -> [PageItem] {
        var items: [PageItem] = []
        if let fill = style.fill { items.append(self.fill(fill, width: measure, from: top, to: bottom)) }
        if style.bar > .zero { items.append(fill(theme.accent.colour, width: style.bar, from: top, to: bottom)) }
        guard style.border > .zero else { return items }
        let half = style.border / 2
        for x in [half, measure - half] { items.append(rule(Point(x: x, y: top), Point(x: x, y: bottom))) }
        if edges.isFirst { items.append(rule(Point(x: .zero, y: top + half), Point(x: measure, y: top + half))) }
        if edges.isLast { items.append(rule(Point(x: .zero, y: bottom - half), Point(x: measure, y: bottom - half))) }
        return items
    }

    private func fill(_ colour: Colour, width: Length, from top: Length, to bottom: Length) -> PageItem {
        let rectangle = Rectangle(
            origin: Point(x: .zero, y: top),
            size: Size(width: width, height: bottom - top)
        )
        return .fill(Fill(rectangle: rectangle, colour: colour))
    }

    private func rule(_ from: Point, _ to: Point) -> PageItem {
        .rule(RuleLine(from: from, to: to, thickness: style.border, colour: theme.body.text.colour))
    }
}
