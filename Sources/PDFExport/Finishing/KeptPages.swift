// SPDX-License-Identifier: Apache-2.0

import TextShaping

/// What is kept of a paper's pages when it has been made, for when it is made again: a page that looks as it did is not drawn anew.
package struct KeptPages {
    /// Numbers of fonts and glyphs mean nothing to another.
    var shaper: TextShaper?
    var glyphs: GlyphSet?
    /// By how they look.
    var pages: [Int: FinishedPage] = [:]
    /// How many pages were drawn the last time.
    package internal(set) var drawn = 0

    package init() {}
}
