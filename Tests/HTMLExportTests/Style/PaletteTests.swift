// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import TestSupport
import Testing

@testable import HTMLExport

/// Words can be read on every ground that they stand on, in light and in dark.
struct PaletteTests {
    private static let grounds = ["--page", "--head", "--band", "--inner-band", "--panel"]
    private static let rules = ["--border", "--grid", "--quotation", "--banner", "--banner-ink"]

    private func colours(_ theme: Theme, isDark: Bool) -> [String: Colour] {
        var colours: [String: Colour] = [:]
        for case (let name, .colour(let colour)) in Palette(theme, isDark: isDark).properties {
            colours[name.description] = colour
        }
        return colours
    }

    @Test(arguments: ["accessible", "heritage", "large-print"], [false, true])
    func `every word of a theme has the contrast of text`(theme: String, isDark: Bool) throws {
        let theme = try #require(try SamplePapers("wealdshire-2009").layouts.themes[theme])
        let colours = colours(theme, isDark: isDark)
        let words = colours.filter { !Self.grounds.contains($0.key) && !Self.rules.contains($0.key) }
        #expect(words.count >= 18)
        for ground in Self.grounds {
            let ground = try #require(colours[ground])
            for (name, colour) in words { #expect(colour.isLegible(on: ground), "\(name) on \(ground)") }
        }
        #expect(try #require(colours["--banner-ink"]).isLegible(on: try #require(colours["--banner"])))
    }

    @Test func `a colour that could not be read is replaced by the nearest that can`() throws {
        var theme = Theme.plain()
        theme.linkColour = Colour(red: 0x99, green: 0x99, blue: 0xFF)
        let light = try #require(colours(theme, isDark: false)["--link"])
        #expect(light.isLegible(on: .white))
        #expect(light.blue > light.red)
        #expect(colours(theme, isDark: true)["--page"] == Colour(red: 0x16, green: 0x19, blue: 0x1C))
    }
}
