// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension BoxBuilder {
    /// Lays out a figure under its caption, and keeps all of it on one page, to which an image is reduced.
    mutating func append(_ figure: ShapedFigure, measure: Length) {
        let first = boxes.count
        for block in figure.caption { append(block, measure: measure) }
        let charts = ChartLayout(style: theme.figure, breaker: breaker, measure: measure, node: figure.id)
        let graphic: [Box]
        switch figure.graphic {
        case .chart(let chart): graphic = charts.boxes(of: chart)
        case .image(let image):
            let above = boxes.count > first ? boxes[first...].height + spaceAfter : .zero
            let page = theme.page.textHeight
            // However high a caption is, some of the page is for the image.
            let room = Size(width: measure, height: max(page - above, page / 2))
            graphic = [ImageLayout(room: room, node: figure.id, isDecoration: figure.isDecoration).box(of: image)]
        }
        append(graphic, before: .zero, after: theme.figure.after)
    }
}
