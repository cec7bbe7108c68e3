// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// The accent colour: the only colour of a theme that means nothing, and by which the papers of one council are known.
    package struct AccentStyle: Sendable, Hashable {
        /// What a council's accent colour may be used for.
        package enum Place: String, Sendable, Hashable, CaseIterable {
            /// The council's name on the first page, and the rule under it.
            case masthead
            /// The words of bands inside others.
            case bands
            /// The line of the council's own figures in a chart.
            case lines
        }

        /// Of the masthead.
        package var colour: Colour
        /// Where a council's accent colour replaces that of the theme.
        package var councilPlaces: Set<Place>

        package init(
            colour: Colour = Colour(red: 0x14, green: 0x47, blue: 0x5F),
            councilPlaces: Set<Place> = [.masthead]
        ) {
            self.colour = colour
            self.councilPlaces = councilPlaces
        }
    }

    /// The theme in a council's accent colour.
    package func accented(_ colour: Colour) -> Theme {
        var theme = self
        for place in accent.councilPlaces {
            switch place {
            case .masthead: theme.accent.colour = colour
            case .bands: theme.table.innerBandColour = colour
            case .lines: theme.figure.line = colour
            }
        }
        return theme
    }

    /// The grounds that a council's accent colour must stand out from.
    package var accentGrounds: [Colour] {
        [.white] + (accent.councilPlaces.contains(.bands) ? table.bandFills : [])
    }
}
