// SPDX-License-Identifier: Apache-2.0

import TextShaping

/// What is kept of a paper's pages when it has been made, for when it is made again: a page that looks as it did is not drawn anew.
package struct KeptPages {
    /// Numbers of fonts and glyphs mean nothing to another.
    let shaper: TextShaper?
    let glyphs: GlyphSet?
    /// By how they look.
    let pages: [Int: FinishedPage]
    /// How many pages were drawn the last time.
    package let drawn: Int

    /// Nothing is kept.
    package init() { self.init(shaper: nil, glyphs: nil, pages: [:], drawn: 0) }

    init(shaper: TextShaper?, glyphs: GlyphSet?, pages: [Int: FinishedPage], drawn: Int) {
        self.shaper = shaper
        self.glyphs = glyphs
        self.pages = pages
        self.drawn = drawn
    }
}
