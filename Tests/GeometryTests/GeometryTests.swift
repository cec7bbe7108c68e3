// SPDX-License-Identifier: Apache-2.0

import Geometry
import Testing

struct GeometryTests {
    /// Ratios as the Web Content Accessibility Guidelines' own examples and calculators give them.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#ffffff", 4.0),
    ])
    func `contrast is that of WCAG`(text: String, ground: String, ratio: Double) throws {
        let text = try #require(Colour(hexadecimal: text))
        let ground = try #require(Colour(hexadecimal: ground))
        #expect(abs(text.contrast(with: ground) - ratio) < 0.005)
        #expect(text.contrast(with: ground) == ground.contrast(with: text))
    }

    @Test(arguments: ["1d70b8", "#1d70b", "#1d70bg", "", "#", "blue", "#1d70b8ff"])
    func `what is not six hexadecimal digits is no colour`(text: String) {
        #expect(Colour(hexadecimal: text) == nil)
    }

    @Test func `lengths are exact sums and print in tenths of a point`() {
        #expect(Length.points(0.1) + .points(0.2) - .points(0.3) == Length(units: 0))
        #expect(Length.millimetres(25.4) == .points(72))
        #expect(Length.points(12.25).description == "12.3")
        #expect(Length.points(-0.5).description == "-0.5")
    }
}
