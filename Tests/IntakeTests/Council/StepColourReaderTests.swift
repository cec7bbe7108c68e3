// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import TestSupport
import Testing

@testable import Intake

/// `colour` of the steps of a council's ratings.
struct StepColourReaderTests {
    private func contents(_ first: String, _ last: String) throws -> WorkspaceContents {
        var files = GoodWorkspace.files
        files["council.yaml"] =
            GoodWorkspace.council + """
                ratings:
                  steps:
                    - { word: On target, meets: target\(first) }
                    - { word: Off target\(last) }

                """
        return try read(files)
    }

    @Test func `colours reach the themes that have symbols`() throws {
        let contents = try contents(", colour: \"#1d4f91\"", ", shape: diamond, colour: \"#a8161c\"")
        #expect(contents.diagnostics.filter { $0.location?.file == "council.yaml" } == [])
        for (name, theme) in contents.layouts.themes {
            let steps = theme.symbols?.steps
            if theme.symbols == nil {
                #expect(theme.figure.tones.on.fill != Colour(hexadecimal: "#1d4f91"), "\(name)")
            } else {
                #expect(steps?.disc == Colour(hexadecimal: "#1d4f91"), "\(name)")
                #expect(steps?.diamond == Colour(hexadecimal: "#a8161c"), "\(name)")
            }
        }
        #expect(contents.layouts.themes.values.contains { $0.symbols != nil })
    }

    @Test(arguments: [
        (
            ", colour: \"#ffcc00\"", "",
            "council.yaml:24:46 (colour): the sign in a symbol of the colour #ffcc00 does not stand out enough: 1.5 to 1 with white"
        ),
        (
            ", colour: \"#a8161c\"", ", colour: \"#a8161c\"",
            "council.yaml:25:30 (colour): the step `Off target` has the colour of one above it"
        ),
    ])
    func `a colour that is pale or twice there is refused`(_ first: String, _ last: String, _ told: String) throws {
        let lines = try contents(first, last).diagnostics.map(\.line).filter { $0.contains("(colour)") }
        #expect(lines == ["error \(told)"])
    }
}
