// SPDX-License-Identifier: Apache-2.0

/// The pages of a paper as they are written to the finished file, and the resources that they are drawn with.
struct FinishedPages {
    /// Cairo's file of the pages that were drawn.
    let file: CairoFile
    /// The resources that pages share: the glyphs of the paper.
    let resources: Range<Int>
    let pages: [FinishedPage]

    /// Reads Cairo's file, and takes the other pages as they were finished before.
    ///
    /// - Throws: an ``ExportError`` for a file that is not as Cairo writes it.
    init(of paper: PaintedPaper) throws(ExportError) {
        file = try CairoFile(paper.file)
        let painted = paper.painted
        guard let glyphPage = file.pages.first, file.pages.count == painted.count + 1 else {
            throw ExportError("Cairo's file has \(file.pages.count) pages, not \(painted.count + 1)")
        }
        resources = glyphPage.resources
        let tagged = paper.tagged
        var finisher = try PageFinisher(file: file, glyphPage: glyphPage, structure: tagged.structure)
        var finished = paper.reused
        for (index, page) in zip(painted, file.pages.dropFirst()) {
            let brackets = tagged.content.brackets[index]
            finished[paper.digests[index]] = try finisher.finished(page, brackets: brackets, index: index)
        }
        pages = paper.digests.compactMap { finished[$0] }
    }
}
