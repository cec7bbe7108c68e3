// SPDX-License-Identifier: Apache-2.0

import TextShaping
import Typesetting

/// A tagged paper with those of its pages that Cairo had to draw.
package struct PaintedPaper {
    let tagged: TaggedPaper
    let shaper: TextShaper
    /// The glyphs of the whole paper.
    let glyphs: GlyphSet
    /// The content digest of every page.
    let digests: [Int]
    /// The pages that were drawn, as indices of `digests`.
    let painted: [Int]
    /// Pages that need not be drawn, by their content digests.
    let reused: [Int: FinishedPage]
    /// Cairo's PDF file of the pages that were drawn, after a page of all glyphs.
    package var file: [UInt8]
    let cache: PageCache

    /// Draws the pages that are not in a cache.
    ///
    /// - Throws: an ``ExportError`` for a failure of Cairo.
    init(_ tagged: TaggedPaper, shaper: TextShaper, cache: PageCache) throws(ExportError) {
        let pages = tagged.typeset.pages
        let glyphs = GlyphSet(of: pages)
        let reused = cache.pages(shaper: shaper, glyphs: glyphs)
        let digests = pages.indices.map {
            pages[$0].contentDigest(in: tagged.content.brackets[$0], structure: tagged.structure)
        }
        var known = Set(reused.keys)
        let painted = pages.indices.filter { known.insert(digests[$0]).inserted }
        file = try drawPDF(painted.map { pages[$0] }, glyphs: glyphs, shaper: shaper)
        self.tagged = tagged
        self.shaper = shaper
        self.glyphs = glyphs
        self.digests = digests
        self.painted = painted
        self.reused = reused
        self.cache = cache
    }
}
