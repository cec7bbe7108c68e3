// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How the masthead of a paper is set.
    package struct MastheadStyle: Sendable, Hashable {
        /// How the council's name is set, beside the logo.
        package var name: BlockStyle
        /// How the meeting is set, at the right.
        package var meeting: BlockStyle
        /// The largest size of the logo, which keeps its proportions.
        package var logo: Size
        /// Between logo, name and meeting, and over the rule.
        package var gap: Length
        /// The thickness of the rule under the masthead, which has the colour of the name.
        package var rule: Length
        /// Space below the rule.
        package var after: Length
    }

    /// How the masthead of a paper is set: the name a sixth larger than the body, so that it is large where the theme is, and the meeting as
    /// running lines are.
    package var masthead: MastheadStyle {
        var name = body.text
        name.size = name.size * 7 / 6
        name.leading = name.size * 8 / 7
        name.isBold = true
        name.colour = accent.colour
        return MastheadStyle(
            name: BlockStyle(text: name, before: .zero, after: .zero),
            meeting: BlockStyle(text: running.text, before: .zero, after: .zero),
            logo: Size(width: .millimetres(60), height: .millimetres(15)),
            gap: .points(14),
            rule: .points(1.25),
            after: .points(18)
        )
    }
}
