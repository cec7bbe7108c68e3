// SPDX-License-Identifier: Apache-2.0

import TextShaping

/// A cache of the finished pages of a paper, for the next time that the paper is exported: a page that draws what it drew is not
/// painted again.
package final class PageCache {
    /// The shaper of the cached pages: another gives other numbers to the same fonts and glyphs.
    private var shaper: TextShaper?
    private var glyphs: GlyphSet?
    /// By ``Typesetting/Page/contentDigest(in:structure:)``.
    private var pages: [Int: FinishedPage] = [:]
    /// The number of pages that were painted when the paper was exported last.
    package private(set) var paintedCount = 0

    package init() {}

    /// The cached pages that are still true for these glyphs.
    func pages(shaper: TextShaper, glyphs: GlyphSet) -> [Int: FinishedPage] {
        self.shaper === shaper && self.glyphs == glyphs ? pages : [:]
    }

    /// Replaces all pages by those of a paper that has been finished.
    func replace(with finished: FinishedPages, of paper: PaintedPaper) {
        shaper = paper.shaper
        glyphs = paper.glyphs
        paintedCount = paper.painted.count
        // Resources of a page's own are named by their place in Cairo's file, so that all pages must be in the next one.
        let isReusable = finished.pages.allSatisfy { $0.resources == nil }
        pages = isReusable ? Dictionary(zip(paper.digests, finished.pages)) { first, _ in first } : [:]
    }
}
