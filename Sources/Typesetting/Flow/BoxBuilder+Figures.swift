// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension BoxBuilder {
    /// Lays out a figure under its caption, and keeps all of it on one page.
    mutating func append(_ figure: ShapedFigure, measure: Length) {
        for block in figure.caption { append(block, measure: measure) }
        let layout = ChartLayout(style: theme.figure, breaker: breaker, measure: measure, node: figure.id)
        append(layout.boxes(of: figure.graphic), before: .zero, after: theme.figure.after)
    }
}
