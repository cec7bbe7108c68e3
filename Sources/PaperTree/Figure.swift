// SPDX-License-Identifier: Apache-2.0

package import Pictures

/// A figure: a graphic under its caption, with words that say what it shows.
package struct Figure: Sendable, Hashable {
    /// What references call it: "Figure 1". It is printed before the first words of the caption; `nil` without a caption.
    package var label: String?
    /// The title, and a note under it: what is counted, and when.
    package var caption: [Block]
    /// What the graphic shows, for readers who do not see it (ISO 14289-1, 7.3): of a chart in words computed from its data. `nil` for
    /// decoration, which is not read out.
    package var alternativeText: String?
    /// What is drawn.
    package var graphic: Graphic
    /// The name by which links find it, or `nil` without a caption.
    package var anchor: String?

    package init(label: String?, caption: [Block], alternativeText: String?, graphic: Graphic, anchor: String?) {
        self.label = label
        self.caption = caption
        self.alternativeText = alternativeText
        self.graphic = graphic
        self.anchor = anchor
    }
}

/// What a figure shows, as a value without fonts, sizes and colours.
package enum Graphic: Sendable, Hashable {
    case chart(Chart)
    case image(RasterImage)
}

/// A chart: its data, with their labels and figures as they are printed.
package enum Chart: Sendable, Hashable {
    case stackedBars(StackedBars)
    case bars(Bars)
    case line(Line)
    /// A small line without words, in the cell of a table that has the figures.
    case sparkline(Line)

    /// What a mark stands for, which decides its colour and pattern in a theme. The order is from worst to best.
    package enum Tone: String, Sendable, Hashable, CaseIterable {
        case off, tolerance
        /// Not done in its year, and in the plan of the next.
        case carriedOver
        case paused
        /// Has another date, with approval.
        case redated
        case on
        /// Done, and goes on.
        case ongoing
        case complete
        /// Without a status.
        case none
    }

    /// Bars whose segments are counts of the same things in every bar, side by side from worst to best.
    package struct StackedBars: Sendable, Hashable {
        /// What a segment of every bar counts.
        package struct Series: Sendable, Hashable {
            /// As the key under the bars says it.
            package var label: String
            /// What its segments stand for.
            package var tone: Tone

            package init(label: String, tone: Tone) {
                self.label = label
                self.tone = tone
            }
        }

        /// A count, and its figure in the language of the paper.
        package struct Count: Sendable, Hashable {
            /// How many.
            package var value: Int
            /// As it is printed: "1,204".
            package var words: String

            package init(_ value: Int, words: String) {
                self.value = value
                self.words = words
            }
        }

        /// One bar.
        package struct Bar: Sendable, Hashable {
            /// Printed at its left; empty for a bar that is alone.
            package var label: String
            /// One for each series.
            package var counts: [Count]
            /// Of all counts, as it is printed at the right.
            package var total: String

            package init(label: String, counts: [Count], total: String) {
                self.label = label
                self.counts = counts
                self.total = total
            }

            /// Of all counts; as a number it only gives the bar its length.
            package var sum: Double { counts.reduce(0) { $0 + Double($1.value) } }
        }

        /// From worst to best.
        package var series: [Series]
        /// From the top down.
        package var bars: [Bar]

        package init(series: [Series], bars: [Bar]) {
            self.series = series
            self.bars = bars
        }

        /// The series that have a segment in some bar: only these are in the key.
        package var shownSeries: [Series] { shownIndices.map { series[$0] } }

        /// The places of these among all series.
        package var shownIndices: [Int] {
            series.indices.filter { index in bars.contains { $0.counts[index].value > 0 } }
        }

        /// Whether each series has the tone of an earlier one that is shown, from which a pattern has to tell it.
        package var repeatsTone: [Bool] {
            let shown = shownIndices
            return series.indices.map { index in
                shown.contains { $0 < index && series[$0].tone == series[index].tone }
            }
        }
    }

    /// A bar for each category, as long as its part of a whole.
    package struct Bars: Sendable, Hashable {
        /// One bar.
        package struct Bar: Sendable, Hashable {
            /// The category.
            package var label: String
            /// So many of so many.
            package var part: Int
            package var whole: Int
            /// As it is printed after the bar: "4 of 9 (44%)".
            package var words: String

            package init(label: String, part: Int, whole: Int, words: String) {
                self.label = label
                self.part = part
                self.whole = whole
                self.words = words
            }

            /// The length of the bar, from 0 to 1.
            package var share: Double { whole > 0 ? Double(part) / Double(whole) : 0 }
        }

        /// What all bars stand for.
        package var tone: Tone
        /// From the top down.
        package var bars: [Bar]

        package init(tone: Tone, bars: [Bar]) {
            self.tone = tone
            self.bars = bars
        }
    }
}

extension Graphic {
    /// The words that are drawn in it, in the order in which they are read.
    package var words: [String] {
        switch self {
        case .chart(.stackedBars(let chart)):
            chart.bars.flatMap { bar in
                (bar.label.isEmpty ? [] : [bar.label]) + bar.counts.filter { $0.value > 0 }.map(\.words) + [bar.total]
            } + chart.shownSeries.map(\.label)
        case .chart(.bars(let chart)): chart.bars.flatMap { [$0.label, $0.words] }
        case .chart(.line(let chart)):
            chart.scale.map(\.words)
                + [chart.latest?.words, chart.targetLabel, chart.comparisonLabel].compactMap(\.self)
                .filter { !$0.isEmpty }
                + chart.points.map(\.label)
        case .chart(.sparkline), .image: []
        }
    }

    /// By what it is known again in another draft, beyond the words that say what it shows; `nil` for a chart, whose words say all its data.
    package var identity: String? {
        switch self {
        case .chart: nil
        case .image(let image): image.digest
        }
    }
}
