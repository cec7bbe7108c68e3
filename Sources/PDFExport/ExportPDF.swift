// SPDX-License-Identifier: Apache-2.0

import PaperTree
package import Parallelism
package import TextShaping
package import Typesetting

/// Writes a typeset paper as a PDF file that conforms to both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
///
/// - Parameters:
///   - date: when the file was made; by default the paper's own day.
///   - cache: pages of the paper as it was exported before; holds those of this time afterwards.
///   - jobs: the threads on which pages are painted and finished; the bytes are the same for any number.
/// - Throws: an ``ExportError`` for a failure of a library, a file from Cairo that is not as expected, or a paper that breaks an
///   assertion.
package func exportPDF(
    _ paper: TypesetPaper,
    date: DocumentDate? = nil,
    shaper: TextShaper,
    cache: PageCache? = nil,
    jobs: Jobs = Jobs()
) throws(ExportError) -> [UInt8] {
    try finish(paint(tag(paper), shaper: shaper, cache: cache, jobs: jobs), date: date, jobs: jobs)
}

/// Tags a typeset paper: builds its structure tree, finds what its pages draw for each element, and checks both.
///
/// - Throws: an ``ExportError`` for a paper that breaks an assertion: nothing that does is published.
package func tag(_ paper: TypesetPaper) throws(ExportError) -> TaggedPaper {
    let text = DrawnText(of: paper.pages)
    let structure = try StructureTree(of: paper.paper) { !text.words(of: $0).isEmpty }
    let content = try MarkedContent(of: text, pages: paper.pages, in: structure)
    try PaperAssertions(paper: paper.paper, structure: structure, content: content, text: text).check()
    return TaggedPaper(typeset: paper, structure: structure, content: content, drawings: text.drawings)
}

/// Paints the pages of a tagged paper that are not in a cache. Those of a long paper are painted in ranges, of which all but the first are
/// finished here.
///
/// - Throws: an ``ExportError`` for a failure of Cairo, or a file from Cairo that is not as expected.
package func paint(
    _ paper: TaggedPaper,
    shaper: TextShaper,
    cache: PageCache? = nil,
    jobs: Jobs = Jobs()
) throws(ExportError) -> PaintedPaper {
    try PaintedPaper(paper, shaper: shaper, cache: cache, jobs: jobs)
}

/// Writes a painted paper as a PDF file, with all that Cairo cannot say.
///
/// - Parameters:
///   - date: when the file was made; by default the paper's own day.
///   - part: what the file is to conform to beside PDF/UA-1.
///   - files: are embedded, in this order; PDF/A-2a has none.
/// - Throws: an ``ExportError`` for a failure of a library, a file from Cairo that is not as expected, or embedded files that the part does not
///   permit.
package func finish(
    _ paper: PaintedPaper,
    date: DocumentDate? = nil,
    as part: ArchivalPart = .two,
    embedding files: [EmbeddedFile] = [],
    jobs: Jobs = Jobs()
) throws(ExportError) -> [UInt8] {
    try EmbeddedFileAssertions(files: files, part: part).check()
    // The brackets that Cairo wrote get the types and numbers of their elements.
    let pages = try FinishedPages(of: paper, jobs: jobs)
    paper.cache?.replace(with: pages, of: paper)
    // The file is written anew around the pages.
    let properties = paper.tagged.typeset.paper.properties
    let day = try DocumentDate(day: properties.date)
    let information = DocumentInformation(properties, date: date ?? day, part: part)
    return try PDFFinisher(pages: pages, paper: paper.tagged, information: information, embedded: files)
        .finished()
}
