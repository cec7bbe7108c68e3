// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import Testing

/// The patterns by which the series of a chart are told apart.
struct PatternTests {
    private typealias Style = Theme.FigureStyle.ToneStyle

    @Test func `the first series of each tone is as the theme has it`() {
        let styles = [Style(fill: .black), Style(fill: .white, pattern: .dots)]
        #expect(styles.toldApart(where: [false, false]) == styles)
    }

    @Test func `another of a tone has the first pattern that no series has, in the colour of its figures`() {
        let styles = [
            Style(fill: .black, textColour: .white), Style(fill: .black, textColour: .white),
            Style(fill: .white, pattern: .rising),
        ]
        let told = styles.toldApart(where: [false, true, false])
        #expect(told[1] == Style(fill: .black, pattern: .falling, patternColour: .white, textColour: .white))
        #expect([told[0], told[2]] == [styles[0], styles[2]])
    }

    @Test func `with all patterns taken, another of a tone has one that its own fill has not`() {
        let patterns = Style.Pattern.allCases.filter { $0 != .plain }
        let styles = patterns.map { Style(fill: .white, pattern: $0) } + [Style(fill: .black), Style(fill: .black)]
        let told = styles.toldApart(where: Array(repeating: false, count: 7) + [true])
        #expect(told[7].pattern == patterns[0])
    }
}
