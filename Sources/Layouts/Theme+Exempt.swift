// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How a passage that is not for publication is set off from what is.
    package struct ExemptStyle: Sendable, Hashable {
        /// What says under which paragraph it is exempt.
        package var mark: BlockStyle
        /// The thickness of the bar beside the passage.
        package var bar: Length
        /// From the text to the bar, which is in the margin.
        package var outside: Length

        package init(mark: BlockStyle, bar: Length, outside: Length) {
            self.mark = mark
            self.bar = bar
            self.outside = outside
        }
    }
}
