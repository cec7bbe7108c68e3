// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How figures are set and charts are drawn.
    package struct FigureStyle: Sendable, Hashable {
        /// The fill of a bar, or of a sample in the key, for one status.
        package struct ToneStyle: Sendable, Hashable {
            /// What tells the mark from its neighbours where colours do not: in print, or to some eyes.
            package enum Pattern: String, Sendable, Hashable, CaseIterable {
                case plain
                /// Lines that rise to the right, and lines that fall.
                case rising, falling
                /// Lines that lie, and lines that stand.
                case level, upright
                /// Lines of both kinds.
                case grid
                case dots
            }

            /// The ground of the mark.
            package var fill: Colour
            /// Drawn on the ground.
            package var pattern: Pattern
            /// Of the lines or dots of the pattern.
            package var patternColour: Colour
            /// Of a figure on a plain fill; on a pattern a figure has a white ground.
            package var textColour: Colour

            package init(
                fill: Colour,
                pattern: Pattern = .plain,
                patternColour: Colour = .black,
                textColour: Colour = .black
            ) {
                self.fill = fill
                self.pattern = pattern
                self.patternColour = patternColour
                self.textColour = textColour
            }
        }

        /// The styles of statuses, from the worst.
        package struct Tones: Sendable, Hashable {
            /// Not on course, off target.
            package var off: ToneStyle
            /// Within tolerance of a target.
            package var tolerance: ToneStyle
            /// Carried over to the next plan.
            package var carriedOver: ToneStyle
            /// Paused.
            package var paused: ToneStyle
            /// With another date, which is approved.
            package var redated: ToneStyle
            /// On course, on target.
            package var on: ToneStyle
            /// Done, and goes on.
            package var ongoing: ToneStyle
            /// Done.
            package var complete: ToneStyle
            /// Without a status.
            package var none: ToneStyle

            package init(
                off: ToneStyle,
                tolerance: ToneStyle,
                carriedOver: ToneStyle,
                paused: ToneStyle,
                redated: ToneStyle,
                on: ToneStyle,
                ongoing: ToneStyle,
                complete: ToneStyle,
                none: ToneStyle
            ) {
                self.off = off
                self.tolerance = tolerance
                self.carriedOver = carriedOver
                self.paused = paused
                self.redated = redated
                self.on = on
                self.ongoing = ongoing
                self.complete = complete
                self.none = none
            }
        }

        /// The title of a figure, with its number.
        package var title: BlockStyle
        /// What is counted, under the title.
        package var note: BlockStyle
        /// The words in a chart; the figures in its marks are bold.
        package var text: TextStyle
        /// Space below the figure.
        package var after: Length
        /// The height of a bar, and the space between bars.
        package var bar: Length
        package var gap: Length
        /// The thickness of the outline of each mark.
        package var outline: Length
        /// The thickness of the line that bars begin at.
        package var axis: Length
        /// The width of the longest labels of bars; longer ones have several lines.
        package var labelWidth: Length
        /// The height of a chart with a scale at its left.
        package var plot: Length
        /// The line of the council's own figures, and the lines across the chart.
        package var line: Colour
        package var grid: Colour
        /// The line of the figures of others.
        package var comparison: Colour
        /// What marks are filled with.
        package var tones: Tones

        package init(
            title: BlockStyle,
            note: BlockStyle,
            text: TextStyle,
            after: Length,
            bar: Length,
            gap: Length,
            outline: Length,
            axis: Length,
            labelWidth: Length,
            plot: Length,
            line: Colour,
            grid: Colour,
            comparison: Colour,
            tones: Tones
        ) {
            self.title = title
            self.note = note
            self.text = text
            self.after = after
            self.bar = bar
            self.gap = gap
            self.outline = outline
            self.axis = axis
            self.labelWidth = labelWidth
            self.plot = plot
            self.line = line
            self.grid = grid
            self.comparison = comparison
            self.tones = tones
        }
    }
}
