// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// A request for a font.
package struct FontStyle: Sendable, Hashable {
    /// The name of a font family, which must be installed or in the workspace.
    package var family: String
    /// The em.
    package var size: Length
    /// Which face of the family; one that it does not have is made of the nearest.
    package var isBold: Bool
    package var isItalic: Bool
    /// A BCP 47 tag.
    package var language: String

    package init(family: String, size: Length, isBold: Bool, isItalic: Bool, language: String) {
        self.family = family
        self.size = size
        self.isBold = isBold
        self.isItalic = isItalic
        self.language = language
    }
}

/// The extents of a font above and below the baseline.
package struct FontMetrics: Sendable, Hashable {
    /// From the baseline up to the top of the tallest letters, and down to the bottom of the lowest.
    package var ascent: Length
    package var descent: Length
}

/// The number of a style that a shaper has prepared.
package struct StyleID: Sendable, Hashable {
    let index: Int
}
