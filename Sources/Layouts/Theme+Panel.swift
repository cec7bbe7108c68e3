// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How a panel is set: a box across the page, around the purpose of a paper or what it recommends.
    package struct PanelStyle: Sendable, Hashable {
        /// Of the bar at its left, which has the accent colour; zero for none.
        package var bar: Length
        /// What is behind the words, or `nil` for the paper.
        package var fill: Colour?
        /// The thickness of the rules around it, which have the colour of the body; zero for none.
        package var border: Length
        /// Between the words and the bar, and between them and the edges.
        package var padding: Sides<Length>

        package init(
            bar: Length = .zero,
            fill: Colour? = nil,
            border: Length = .points(0.75),
            padding: Sides<Length> = Sides(top: .points(10), right: .points(12), bottom: .points(10), left: .points(12))
        ) {
            self.bar = bar
            self.fill = fill
            self.border = border
            self.padding = padding
        }

        /// The panel that says why a paper is not for publication: ruled in ink, without a ground and a bar.
        package var ofReason: PanelStyle { PanelStyle(border: max(border, .points(1.25)), padding: padding) }
    }
}
