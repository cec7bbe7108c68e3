// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import Publishing
import TestSupport
import Testing

@testable import Intake

/// `colour` of the steps of a council's ratings.
struct StepColourReaderTests {
    private func council(_ first: String, _ last: String) -> String {
        GoodWorkspace.council + """
            ratings:
              steps:
                - { word: On target, meets: target\(first) }
                - { word: Off target\(last) }

            """
    }

    @Test func `colours reach the themes that have symbols`() throws {
        let folder = try TemporaryFolder([
            "council.yaml": council(", colour: \"#1d4f91\"", ", shape: diamond, colour: \"#a8161c\"")
        ])
        let layouts = try readWorkspace(at: folder.path, programLayouts: Repository.program.layouts).layouts
        for name in ["accessible", "large-print"] {
            let theme = try #require(layouts.themes[name])
            #expect(theme.symbols?.steps.disc == Colour(hexadecimal: "#1d4f91"), "\(name)")
            #expect(theme.symbols?.steps.diamond == Colour(hexadecimal: "#a8161c"), "\(name)")
            #expect(theme.figure.tones.off.fill == Colour(hexadecimal: "#a8161c"), "\(name)")
        }
        let heritage = try #require(layouts.themes["heritage"])
        #expect(heritage.symbols == nil)
        #expect(heritage.figure.tones.off.fill != Colour(hexadecimal: "#a8161c"))
    }

    @Test(arguments: [
        (
            ", colour: \"#ffcc00\"", "",
            "council.yaml:30:49 (colour): the sign in a symbol of the colour #ffcc00 does not stand out enough: 1.5 to 1 with white"
        ),
        (
            ", colour: \"#a8161c\"", ", colour: \"#a8161c\"",
            "council.yaml:31:35 (colour): the step `Off target` has the colour of one above it"
        ),
    ])
    func `a colour that is pale or twice there is refused`(_ first: String, _ last: String, _ told: String) throws {
        var files = GoodWorkspace.files
        files["council.yaml"] = council(first, last)
        let lines = try read(files).diagnostics.map(\.line).filter { $0.contains("(colour)") }
        #expect(lines == ["error \(told)"])
    }
}
