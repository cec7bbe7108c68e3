// SPDX-License-Identifier: Apache-2.0

import Parallelism

/// The pages of a paper as they are written to the finished file, and the resources that they are drawn with.
struct FinishedPages {
    /// The fewest pages for which another thread is worth its start.
    private static let fewest = 8

    /// Cairo's file of the first pages that were drawn.
    let file: CairoFile
    /// The resources that pages share: the glyphs of the paper.
    let resources: Range<Int>
    let pages: [FinishedPage]

    /// Reads Cairo's file, and takes the other pages as they were finished before.
    ///
    /// - Throws: an ``ExportError`` for a file that is not as Cairo writes it.
    init(of paper: PaintedPaper, jobs: Jobs = Jobs()) throws(ExportError) {
        let file = try CairoFile(paper.file)
        let drawn = paper.painted.dropLast(paper.finished.count)
        let glyphPage = try file.glyphPage(before: drawn.count)
        let content = paper.tagged.content.brackets
        let structure = paper.tagged.structure
        let parts = max(1, min(jobs.available, drawn.count / Self.fewest))
        let finished = jobs.map(Array(0..<parts), with: (), others: {}) { _, part in
            Result { () throws(ExportError) -> [FinishedPage] in
                var finisher = try PageFinisher(file: file, glyphPage: glyphPage, structure: structure)
                var pages: [FinishedPage] = []
                for position in (part * drawn.count / parts)..<((part + 1) * drawn.count / parts) {
                    let index = drawn[position]
                    let page = file.pages[position + 1]
                    pages.append(try finisher.finished(page, brackets: content[index], index: index))
                }
                return pages
            }
        }
        var all: [FinishedPage] = []
        all.reserveCapacity(paper.painted.count)
        for part in finished { all += try part.get() }
        all += paper.finished
        self.file = file
        resources = glyphPage.resources
        pages = paper.origins.map { origin in
            switch origin {
            case .painted(let position): all[position]
            case .reused(let page): page
            }
        }
    }
}

extension CairoFile {
    /// The first page, on which all glyphs of the paper are drawn.
    ///
    /// - Parameter count: the number of pages that must follow it.
    /// - Throws: an ``ExportError`` if the file has another number of pages.
    func glyphPage(before count: Int) throws(ExportError) -> Page {
        guard let page = pages.first, pages.count == count + 1 else {
            throw ExportError("Cairo's file has \(pages.count) pages, not \(count + 1)")
        }
        return page
    }
}
