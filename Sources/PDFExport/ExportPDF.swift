// SPDX-License-Identifier: Apache-2.0

import PaperTree
package import TextShaping
package import Typesetting

/// Writes a set paper as a PDF file that is at once PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
///
/// - Parameters:
///   - set: what the paper looks like, and what it says, of which the structure is made.
///   - date: when it was made; the paper's own day where nothing else is said.
///   - kept: pages of the paper as it was made before, where it was, with this shaper; those of this time afterwards.
///   - timer: is told how long drawing and finishing took.
/// - Throws: an ``ExportError`` for a failure of a library, a file from Cairo that is not what is known of it, or a
///   result that breaks a promise.
package func exportPDF(
    _ set: TypesetPaper,
    date: DocumentDate? = nil,
    shaper: TextShaper,
    kept: inout KeptPages,
    timer: inout StageTimer
) throws(ExportError) -> [UInt8] {
    timer.begin(.painting)
    let text = DrawnText(of: set.pages)
    timer.end()
    timer.begin(.finishing)
    defer { timer.end() }
    // The tree says what stands in the brackets around the text of the pages.
    let structure = try StructureTree(of: set.paper) { !text.words(of: $0).isEmpty }
    let content = try MarkedContent(of: text, pages: set.pages, in: structure)
    // Nothing is published that breaks a promise.
    try PaperAssertions(paper: set.paper, structure: structure, content: content, text: text).check()
    // Pages are drawn, and their brackets named.
    let pages = try FinishedPages(
        set.pages,
        content: content,
        structure: structure,
        shaper: shaper,
        kept: &kept,
        timer: &timer
    )
    // The file is written anew, with all that Cairo cannot say.
    let day = try DocumentDate(day: set.paper.properties.date)
    let information = DocumentInformation(set.paper.properties, date: date ?? day)
    return try PDFFinisher(
        drawn: pages,
        pages: set,
        structure: structure,
        content: content,
        information: information
    ).finished()
}

/// Writes a set paper as a PDF file, of which nothing is kept.
///
/// - Throws: an ``ExportError``.
package func exportPDF(
    _ set: TypesetPaper,
    date: DocumentDate? = nil,
    shaper: TextShaper,
    timer: inout StageTimer
) throws(ExportError) -> [UInt8] {
    var kept = KeptPages()
    return try exportPDF(set, date: date, shaper: shaper, kept: &kept, timer: &timer)
}
