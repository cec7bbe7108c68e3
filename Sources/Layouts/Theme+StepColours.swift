// SPDX-License-Identifier: Apache-2.0

package import Geometry
package import Monitoring

extension Theme {
    /// The colour that a council gives a step of its rating scale.
    package struct StepColour: Sendable, Hashable {
        /// The step's shape, by which its symbol is known.
        package var shape: RatingScale.Shape
        /// The step's goal, by which its marks in charts are known; `nil` for the last step.
        package var goal: RatingScale.Goal?
        /// Words in it can be read on white.
        package var colour: Colour

        package init(shape: RatingScale.Shape, goal: RatingScale.Goal?, colour: Colour) {
            self.shape = shape
            self.goal = goal
            self.colour = colour
        }
    }

    /// The theme with a council's colours of the steps of its scale: of their symbols, and of their marks in charts.
    ///
    /// The marks keep their patterns, drawn in white, so that in black and white print they are told apart as before. A theme without
    /// symbols, as for such print, stays as it is.
    package func coloured(_ steps: [StepColour]) -> Theme {
        guard symbols != nil else { return self }
        var theme = self
        for step in steps {
            switch step.shape {
            case .star: theme.symbols?.steps.star = step.colour
            case .disc: theme.symbols?.steps.disc = step.colour
            case .diamond: theme.symbols?.steps.diamond = step.colour
            case .hollowDiamond: theme.symbols?.steps.hollowDiamond = step.colour
            case .square: theme.symbols?.steps.square = step.colour
            }
            let tone: WritableKeyPath<FigureStyle.Tones, FigureStyle.ToneStyle> =
                switch step.goal {
                case .stretch: \.complete
                case .target: \.on
                case .floor: \.tolerance
                case nil: \.off
                }
            theme.figure.tones[keyPath: tone].fill = step.colour
            theme.figure.tones[keyPath: tone].patternColour = .white
            theme.figure.tones[keyPath: tone].textColour = .white
        }
        return theme
    }
}
