// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How the list of contents is set.
    package struct ContentsStyle: Sendable, Hashable {
        /// Between entries.
        package var gap: Length
        /// The thickness of the rule under each entry, in the middle of the gap; zero for none.
        package var rule: Length
        /// What the rule is filled with.
        package var ruleColour: Colour
        /// Whether entries of the first level are bold.
        package var isBold: Bool

        package init(gap: Length, rule: Length = .zero, ruleColour: Colour = .black, isBold: Bool = true) {
            self.gap = gap
            self.rule = rule
            self.ruleColour = ruleColour
            self.isBold = isBold
        }
    }
}
