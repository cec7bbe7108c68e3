// SPDX-License-Identifier: Apache-2.0

extension Chart {
    /// A line of figures from period to period, with the targets of these and a scale at its left.
    package struct Line: Sendable, Hashable {
        /// A number, and how it is printed.
        package struct Figure: Sendable, Hashable {
            /// Where it is on the scale.
            package var value: Double
            /// As it is printed: "48.4%".
            package var words: String

            package init(_ value: Double, words: String) {
                self.value = value
                self.words = words
            }
        }

        /// One period.
        package struct Point: Sendable, Hashable {
            /// Under the point: "Q3 2026/27".
            package var label: String
            /// `nil` where there is none: the line is broken there.
            package var figure: Figure?
            /// `nil` where there is no target.
            package var target: Figure?

            /// Of others, beside the council's own; `nil` where there is none.
            package var comparison: Figure?

            package init(label: String, figure: Figure?, target: Figure?, comparison: Figure? = nil) {
                self.label = label
                self.figure = figure
                self.target = target
                self.comparison = comparison
            }
        }

        /// From the left.
        package var points: [Point]
        /// At the end of the line of targets: "Target 51.0%"; empty if there is none.
        package var targetLabel: String
        /// At the end of the line of others: "England 46.2%"; empty if there is none.
        package var comparisonLabel: String
        /// The lines across the chart, from the lowest: at least two.
        package var scale: [Figure]

        package init(points: [Point], targetLabel: String, comparisonLabel: String = "", scale: [Figure]) {
            self.points = points
            self.targetLabel = targetLabel
            self.comparisonLabel = comparisonLabel
            self.scale = scale
        }

        /// The last figure, beside which the chart prints it.
        package var latest: Figure? { points.compactMap(\.figure).last }
    }
}
