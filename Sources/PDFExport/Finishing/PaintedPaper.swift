// SPDX-License-Identifier: Apache-2.0

import Parallelism
import TextShaping
import Typesetting

/// A tagged paper with those of its pages that Cairo had to draw.
package struct PaintedPaper {
    /// Where the content of a page comes from.
    enum Origin {
        /// The page was drawn; its index among the drawn pages.
        case painted(Int)
        /// It was finished when the paper was exported before.
        case reused(FinishedPage)
    }

    let tagged: TaggedPaper
    let shaper: TextShaper
    /// The glyphs of the whole paper.
    let glyphs: GlyphSet
    /// The content digest of every page; none without a cache, for which alone they are worked out.
    let digests: [Int]
    let origins: [Origin]
    /// The pages that were drawn, by their indices.
    let painted: [Int]
    /// Cairo's PDF file of the first pages that were drawn, after a page of all glyphs.
    package var file: [UInt8]
    /// The pages that were drawn after those in the file, finished already.
    let finished: [FinishedPage]
    let cache: PageCache?

    /// Draws the pages that are not in a cache.
    ///
    /// - Throws: an ``ExportError`` for a failure of Cairo, or a file of it that is not as expected.
    init(_ tagged: TaggedPaper, shaper: TextShaper, cache: PageCache?, jobs: Jobs) throws(ExportError) {
        let pages = tagged.typeset.pages
        let glyphs = GlyphSet(of: pages)
        var origins: [Origin] = []
        var painted: [Int] = []
        var digests: [Int] = []
        origins.reserveCapacity(pages.count)
        if let cache {
            let reused = cache.pages(shaper: shaper, glyphs: glyphs)
            var known: [Int: Int] = [:]
            for index in pages.indices {
                let digest = pages[index].contentDigest(
                    in: tagged.content.brackets[index],
                    structure: tagged.structure,
                    drawings: tagged.drawings[index]
                )
                digests.append(digest)
                if let page = reused[digest] {
                    origins.append(.reused(page))
                } else if let position = known[digest] {
                    origins.append(.painted(position))
                } else {
                    known[digest] = painted.count
                    origins.append(.painted(painted.count))
                    painted.append(index)
                }
            }
        } else {
            painted = Array(pages.indices)
            origins = pages.indices.map { .painted($0) }
        }
        let drawn = try DrawnPages(
            painted,
            of: tagged,
            glyphs: glyphs,
            fonts: shaper.drawingFonts(of: glyphs.fonts.map(\.face)),
            jobs: jobs
        )
        file = drawn.file
        finished = drawn.finished
        self.tagged = tagged
        self.shaper = shaper
        self.glyphs = glyphs
        self.digests = digests
        self.origins = origins
        self.painted = painted
        self.cache = cache
    }
}
