// SPDX-License-Identifier: Apache-2.0

import Parallelism
import TextShaping
import Typesetting

/// Pages as Cairo draws them: in ranges, each in a file of its own, on as many threads as are free.
///
/// All glyphs of the paper are drawn first in each file, in the same order, so that the content of a page is the same in any of them and the
/// fonts are. Of a range after the first, the pages are finished at once and the file is let go: a long paper is in memory once, and not a second
/// time as Cairo writes it.
struct DrawnPages {
    /// The most pages of a range.
    private static let longest = 160
    /// The fewest pages for which another file is worth its fonts.
    private static let shortest = 12

    /// Cairo's file of the first range.
    let file: [UInt8]
    /// The pages of the other ranges.
    let finished: [FinishedPage]

    /// What has become of a range.
    private enum Drawn {
        case file([UInt8])
        case pages([FinishedPage])
    }

    /// Draws pages.
    ///
    /// - Parameters:
    ///   - pages: by their indices.
    ///   - fonts: of all glyphs.
    /// - Throws: an ``ExportError`` for a failure of Cairo, or a file of it that is not as expected.
    init(_ pages: [Int], of paper: TaggedPaper, glyphs: GlyphSet, fonts: DrawingFonts, jobs: Jobs) throws(ExportError) {
        let work = RangeWork(
            pages: paper.typeset.pages,
            drawings: paper.drawings,
            brackets: paper.content.brackets,
            structure: paper.structure,
            glyphs: glyphs,
            fonts: fonts
        )
        let imagesEnd = pages.lastIndex { index in paper.content.brackets[index].contains { $0.images > 0 } }
        let ranges = Self.ranges(of: pages.count, imagesEnd: (imagesEnd ?? -1) + 1, threads: jobs.available)
        let drawn = jobs.map(Array(ranges.indices), with: (), others: {}) { _, number in
            Result { () throws(ExportError) -> Drawn in
                let file = try work.file(of: pages[ranges[number]])
                return try number == 0 ? .file(file) : .pages(work.finished(pages[ranges[number]], in: file))
            }
        }
        var first: [UInt8] = []
        var finished: [FinishedPage] = []
        for range in drawn {
            switch try range.get() {
            case .file(let file): first = file
            case .pages(let pages): finished += pages
            }
        }
        // A page that is drawn with more than glyphs has resources in the file that it was drawn in.
        if finished.contains(where: { $0.resources != nil }) {
            first = try work.file(of: pages[...])
            finished = []
        }
        file = first
        self.finished = finished
    }

    /// Divides the pages of a paper into ranges that threads draw, each into a file of its own.
    ///
    /// Cairo names an image by its place in the file: all pages up to the last image follow one another in the first file, as in that of the
    /// whole paper.
    ///
    /// - Parameters:
    ///   - count: the number of pages.
    ///   - imagesEnd: the number of pages up to the last one with an image.
    ///   - threads: the number of threads that may draw; the ranges are a multiple of it where pages are enough.
    static func ranges(of count: Int, imagesEnd: Int, threads: Int) -> [Range<Int>] {
        // Each thread draws the same number of ranges.
        let files = ((count + longest - 1) / longest + threads - 1) / threads * threads
        let length = files > 0 ? max(shortest, (count + files - 1) / files) : shortest
        var end = max(imagesEnd, length)
        if count - end < shortest { end = count }
        var ranges = [0..<end]
        while end < count {
            let next = count - end < length + shortest ? count : end + length
            ranges.append(end..<next)
            end = next
        }
        return ranges
    }
}

/// What the threads that draw the ranges of a paper share.
private struct RangeWork: Sendable {
    let pages: [Page]
    let drawings: [[Drawing]]
    let brackets: [[MarkedContent.Bracket]]
    let structure: StructureTree
    let glyphs: GlyphSet
    let fonts: DrawingFonts

    /// Cairo's file of some pages, after a page of all glyphs.
    func file(of range: ArraySlice<Int>) throws(ExportError) -> [UInt8] {
        try drawPDF(range.lazy.map { (pages[$0], drawings[$0]) }, glyphs: glyphs, fonts: fonts)
    }

    /// The pages of a file, finished.
    func finished(_ range: ArraySlice<Int>, in file: [UInt8]) throws(ExportError) -> [FinishedPage] {
        let file = try CairoFile(file)
        let glyphPage = try file.glyphPage(before: range.count)
        var finisher = try PageFinisher(file: file, glyphPage: glyphPage, structure: structure)
        var finished: [FinishedPage] = []
        for (index, page) in zip(range, file.pages.dropFirst()) {
            finished.append(try finisher.finished(page, brackets: brackets[index], index: index))
        }
        return finished
    }
}
