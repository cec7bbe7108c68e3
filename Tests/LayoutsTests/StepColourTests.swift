// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import Monitoring
import TestSupport
import Testing

/// A council's colours of the steps of its scale in a theme.
struct StepColourTests {
    private static let blue = Colour(red: 0x1D, green: 0x4F, blue: 0x91)
    private static let step = Theme.StepColour(shape: .hollowDiamond, goal: .floor, colour: blue)

    @Test func `a step's symbol and its marks have its colour, and marks keep their pattern`() {
        var theme = Theme.plain()
        theme.symbols = Theme.SymbolStyle(off: .black, tolerance: .black, on: .black, none: .black, direction: .black)
        let coloured = theme.coloured([Self.step])
        var steps = Theme.SymbolStyle.Steps()
        steps.hollowDiamond = Self.blue
        #expect(coloured.symbols?.steps == steps)
        var expected = theme.figure.tones
        expected.tolerance.fill = Self.blue
        expected.tolerance.patternColour = .white
        expected.tolerance.textColour = .white
        #expect(expected.tolerance.pattern == .rising)
        #expect(coloured.figure.tones == expected)
        #expect(theme.coloured([]) == theme)
    }

    @Test(arguments: [RatingScale.Goal.stretch, .target, .floor, nil])
    func `marks are those of the step's goal`(_ goal: RatingScale.Goal?) {
        var theme = Theme.plain()
        theme.symbols = Theme.SymbolStyle(off: .black, tolerance: .black, on: .black, none: .black, direction: .black)
        let step = Theme.StepColour(shape: .star, goal: goal, colour: Self.blue)
        let tones = theme.coloured([step]).figure.tones
        let fills = [tones.complete, tones.on, tones.tolerance, tones.off].map { $0.fill == Self.blue }
        let goals: [RatingScale.Goal?] = [.stretch, .target, .floor, nil]
        #expect(fills == goals.map { $0 == goal })
    }

    @Test func `a theme without symbols, for black and white print, stays`() {
        var theme = Theme.plain()
        theme.symbols = nil
        #expect(theme.coloured([Self.step]) == theme)
    }
}
