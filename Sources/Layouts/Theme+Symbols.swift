// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// The colours of the symbols before statuses and directions. The signs in filled symbols are white.
    package struct SymbolStyle: Sendable, Hashable {
        /// Off target.
        package var off: Colour
        /// Within tolerance.
        package var tolerance: Colour
        /// On target, done.
        package var on: Colour
        /// Without a status.
        package var none: Colour
        /// Directions: colour means status only.
        package var direction: Colour
        /// A council's own, of the steps of its rating scale with these shapes.
        package var steps = Steps()

        /// Colours by shapes; `nil` for that of the theme.
        package struct Steps: Sendable, Hashable {
            /// Of a star, and of the other shapes in turn.
            package var star: Colour?
            package var disc: Colour?
            package var diamond: Colour?
            package var hollowDiamond: Colour?
            package var square: Colour?

            package init() {}
        }

        package init(off: Colour, tolerance: Colour, on: Colour, none: Colour, direction: Colour) {
            self.off = off
            self.tolerance = tolerance
            self.on = on
            self.none = none
            self.direction = direction
        }
    }
}
