// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How pages are marked that are not for publication: with a band across their head and an edge down their left side.
    package struct BannerStyle: Sendable, Hashable {
        /// Of the band and the edge.
        package var fill: Colour
        /// Of the words on the band.
        package var textColour: Colour
        /// How the mark at the left of a band is set, with the reason at its right as running lines are; `nil` for one sentence in bold.
        package var mark: TextStyle?
        /// From the upper edge of the sheet to the band, or `nil` where it is as that of the running lines.
        package var fromEdge: Length?

        package init(
            fill: Colour = .black,
            textColour: Colour = .white,
            mark: TextStyle? = nil,
            fromEdge: Length? = nil
        ) {
            self.fill = fill
            self.textColour = textColour
            self.mark = mark
            self.fromEdge = fromEdge
        }
    }
}
