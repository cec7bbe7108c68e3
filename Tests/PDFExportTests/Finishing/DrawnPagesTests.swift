// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import Parallelism
import Pictures
import TestSupport
import Testing
import TextShaping
import Typesetting

@testable import PDFExport

/// A long paper is drawn in ranges of its pages, and the file is the same whatever the ranges are.
struct DrawnPagesTests {
    private var build = PaperBuilder()

    @Test(arguments: [
        (count: 0, images: 0, threads: 1, ranges: [0..<0]),
        (1, 0, 4, [0..<1]),
        (160, 0, 1, [0..<160]),
        // As many for one thread as for another.
        (161, 0, 1, [0..<81, 81..<161]),
        (48, 0, 2, [0..<24, 24..<48]),
        (1400, 0, 2, (0..<10).map { $0 * 140..<($0 + 1) * 140 }),
        // Too few for another file.
        (23, 0, 2, [0..<23]),
        (24, 0, 2, [0..<12, 12..<24]),
        (40, 0, 64, [0..<12, 12..<24, 24..<40]),
        // All images are in the first.
        (48, 30, 2, [0..<30, 30..<48]),
        (48, 40, 2, [0..<48]),
        (48, 48, 2, [0..<48]),
    ])
    func `ranges are long enough for their fonts, and images are in the first`(
        count: Int,
        images: Int,
        threads: Int,
        ranges: [Range<Int>]
    ) {
        #expect(DrawnPages.ranges(of: count, imagesEnd: images, threads: threads) == ranges)
    }

    private mutating func paper(with figures: [Block] = []) throws -> (paper: TypesetPaper, shaper: TextShaper) {
        let rows = (1...160).map { build.row("Row \($0) of naïve Ωmega", "שלום \($0), fi") }
        let table = build.table(columns: 2, header: [build.row("Action", "Due", kind: .header)], rows: rows)
        let shaper = try Repository.shaper()
        let blocks = [build.heading("Heading")] + figures + [build.paragraph("Words."), table]
        return (try typeset(build.paper(blocks), theme: .plain(width: 200, height: 100), shaper: shaper), shaper)
    }

    @Test mutating func `a paper of many pages is the same file on any number of threads`() throws {
        let (paper, shaper) = try paper()
        #expect(paper.pages.count > 36)
        let one = try exportPDF(paper, shaper: shaper)
        for count in [2, 3, 4, 8] {
            let other = try exportPDF(paper, shaper: shaper, jobs: Jobs(count))
            // A difference of arrays would be printed byte by byte.
            #expect((other == one) == true, "\(count) threads")
        }
    }

    @Test mutating func `the pages after the first range are finished when they are drawn`() throws {
        let (paper, shaper) = try paper()
        let tagged = try tag(paper)
        let alone = try paint(tagged, shaper: shaper)
        #expect(alone.finished.isEmpty)
        #expect(try CairoFile(alone.file).pages.count == paper.pages.count + 1)
        let painted = try paint(tagged, shaper: shaper, jobs: Jobs(2))
        #expect(try CairoFile(painted.file).pages.count == (paper.pages.count + 1) / 2 + 1)
        #expect(painted.finished.count == paper.pages.count / 2)
        #expect(painted.finished.allSatisfy { $0.resources == nil })
        #expect((try finish(painted) == finish(alone)) == true)
    }

    /// Cairo names an image by its place in the file.
    @Test mutating func `pictures are named as in one file`() throws {
        let pictures = [build.picture(width: 40, height: 30), build.picture(width: 20, height: 30)]
        let (paper, shaper) = try paper(with: pictures)
        let one = try exportPDF(paper, shaper: shaper)
        let other = try exportPDF(paper, shaper: shaper, jobs: Jobs(3))
        #expect((other == one) == true)
    }

    @Test mutating func `a cache serves pages of any range`() throws {
        let (paper, shaper) = try paper()
        let one = try exportPDF(paper, shaper: shaper)
        let cache = PageCache()
        for painted in [paper.pages.count, 0] {
            let bytes = try exportPDF(paper, shaper: shaper, cache: cache, jobs: Jobs(2))
            #expect((bytes == one) == true)
            #expect(cache.paintedCount == painted)
        }
    }
}
