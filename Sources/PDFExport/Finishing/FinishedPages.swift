// SPDX-License-Identifier: Apache-2.0

import TextShaping
import Typesetting

/// The pages of a paper as they stand in the finished file, and what they are drawn with.
struct FinishedPages {
    /// Cairo's, of the pages that were drawn.
    let file: CairoFile
    /// What pages are drawn with: the glyphs of the paper.
    let resources: Range<Int>
    let pages: [FinishedPage]

    /// Takes the pages that look as they did from those kept, draws the others, and keeps all.
    ///
    /// - Throws: an ``ExportError`` for a failure of a library, or a file that is not as Cairo writes it.
    init(
        _ pages: [Page],
        content: MarkedContent,
        structure: StructureTree,
        shaper: TextShaper,
        kept: inout KeptPages,
        timer: inout StageTimer
    ) throws(ExportError) {
        timer.begin(.painting)
        let glyphs = GlyphSet(of: pages)
        if kept.shaper !== shaper || kept.glyphs != glyphs { kept = KeptPages() }
        let looks = pages.indices.map { pages[$0].look(in: content.brackets[$0], structure: structure) }
        var known = Set(kept.pages.keys)
        let drawn = pages.indices.filter { known.insert(looks[$0]).inserted }
        let file: [UInt8]
        do {
            defer { timer.end() }
            file = try DrawnPaper(drawn.map { pages[$0] }, glyphs: glyphs, shaper: shaper).file
        }
        try self.init(file, drawn: drawn, looks: looks, kept: kept.pages, content: content, structure: structure)
        // What else a page is drawn with has its name by its place in Cairo's file: then all pages must be in it the next time.
        let mayBeKept = self.pages.allSatisfy { $0.resources == nil }
        kept = KeptPages(
            shaper: shaper,
            glyphs: glyphs,
            pages: mayBeKept ? Dictionary(zip(looks, self.pages)) { first, _ in first } : [:],
            drawn: drawn.count
        )
    }

    /// Reads Cairo's file.
    ///
    /// - Parameters:
    ///   - drawn: the pages that are in it, after the page of all glyphs, as indices of `looks`.
    ///   - looks: of all pages.
    ///   - kept: the other pages, by how they look.
    init(
        _ file: [UInt8],
        drawn: [Int],
        looks: [Int],
        kept: [Int: FinishedPage],
        content: MarkedContent,
        structure: StructureTree
    ) throws(ExportError) {
        self.file = try CairoFile(file)
        guard let glyphPage = self.file.pages.first, self.file.pages.count == drawn.count + 1 else {
            throw ExportError("Cairo's file has \(self.file.pages.count) pages, not \(drawn.count + 1)")
        }
        resources = glyphPage.resources
        var finisher = try PageFinisher(file: self.file, glyphPage: glyphPage, structure: structure)
        var finished = kept
        for (index, page) in zip(drawn, self.file.pages.dropFirst()) {
            finished[looks[index]] = try finisher.finished(page, brackets: content.brackets[index], index: index)
        }
        pages = looks.compactMap { finished[$0] }
    }
}
