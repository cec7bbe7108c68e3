// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension BoxBuilder {
    /// Lays out the logo, the council's name and the meeting side by side, centred on one another, over a rule.
    ///
    /// The logo and the meeting have no more than a third of the measure each, so that the name always has room; lines that are too long
    /// are broken.
    mutating func append(_ masthead: ShapedMasthead, measure: Length) {
        let style = theme.masthead
        var items: [(boxes: [Box], x: Length)] = []
        var left = Length.zero
        if let logo = masthead.logo, case .image(let image) = logo.graphic {
            let room = Size(width: min(style.logo.width, measure / 3), height: style.logo.height)
            let layout = ImageLayout(room: room, node: logo.id, isDecoration: logo.isDecoration)
            items.append(([layout.box(of: image)], .zero))
            left = layout.size(of: image).width + style.gap
        }
        let meetingWidth = min(masthead.meeting.map(\.naturalWidth).max() ?? .zero, measure / 3)
        let nameWidth = measure - left - style.gap - meetingWidth
        items.append((boxes(of: masthead.name, measure: nameWidth, alignment: .left), left))
        items.append(
            (boxes(of: masthead.meeting, measure: meetingWidth, alignment: .right), measure - meetingWidth)
        )
        let height = items.map(\.boxes.height).max() ?? .zero
        var box = Box(height: height + style.gap + style.rule)
        for (boxes, x) in items { box.items += boxes[...].items(x: x, y: (height - boxes.height) / 2) }
        let y = height + style.gap + style.rule / 2
        box.items.append(
            .rule(
                RuleLine(
                    from: Point(x: .zero, y: y),
                    to: Point(x: measure, y: y),
                    thickness: style.rule,
                    colour: style.name.text.colour
                )
            )
        )
        append([box], before: .zero, after: style.after)
    }

    private func boxes(of blocks: [TextBlock], measure: Length, alignment: HorizontalAlignment) -> [Box] {
        Self.boxes(of: blocks, measure: measure, alignment: alignment, theme: theme, breaker: breaker)
    }
}

extension TextBlock {
    /// The width of its longest line if none is broken; of lists and quotations nothing is known.
    fileprivate var naturalWidth: Length { if case .paragraph(let text) = content { text.naturalWidth } else { .zero } }
}
