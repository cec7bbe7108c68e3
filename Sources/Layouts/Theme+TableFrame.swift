// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How the rules of a table differ that lead the eye: those around it, under its header and over its bands.
    ///
    /// Zero for a rule that is as those between cells.
    package struct TableFrameStyle: Sendable, Hashable {
        /// The thickness of the rules at the left, at the right and at the foot.
        package var outer: Length
        /// Of the rule over the header, or over the first row.
        package var top: Length
        /// Of the rule under the last row of the header.
        package var header: Length
        /// Of the rule over each band that has a fill.
        package var band: Length
        /// What these rules are filled with.
        package var colour: Colour

        package init(outer: Length, top: Length, header: Length, band: Length, colour: Colour) {
            self.outer = outer
            self.top = top
            self.header = header
            self.band = band
            self.colour = colour
        }
    }
}
