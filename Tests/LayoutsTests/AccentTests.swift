// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import TestSupport
import Testing

/// A council's accent colour in a theme.
struct AccentTests {
    private static let own = Colour(red: 1, green: 2, blue: 3)

    private func theme(_ places: Set<Theme.AccentStyle.Place>) -> Theme {
        var theme = Theme.plain()
        theme.accent.councilPlaces = places
        theme.table.bandFills = [Colour(red: 200, green: 200, blue: 200)]
        return theme
    }

    @Test func `it is where the theme has a place for it, and nowhere else`() {
        let plain = theme([])
        #expect(plain.accented(Self.own) == plain)
        var expected = theme([.masthead])
        expected.accent.colour = Self.own
        #expect(theme([.masthead]).accented(Self.own) == expected)
        expected = theme([.bands])
        expected.table.innerBandColour = Self.own
        #expect(theme([.bands]).accented(Self.own) == expected)
        expected = theme([.lines])
        expected.figure.line = Self.own
        #expect(theme([.lines]).accented(Self.own) == expected)
    }

    @Test func `it must stand out from the bands only where it is on them`() {
        #expect(theme([.masthead, .lines]).accentGrounds == [.white])
        #expect(theme([.bands]).accentGrounds == [.white, Colour(red: 200, green: 200, blue: 200)])
    }

    @Test func `the name in a masthead has it, and is larger than the body`() {
        let theme = theme([.masthead]).accented(Self.own)
        #expect(theme.masthead.name.text.colour == Self.own)
        #expect(theme.masthead.name.text.size > theme.body.text.size)
        #expect(theme.masthead.meeting.text == theme.running.text)
    }
}
