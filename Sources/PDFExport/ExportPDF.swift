// SPDX-License-Identifier: Apache-2.0

import PaperTree
package import TextShaping
package import Typesetting

/// Writes a set paper as a PDF file that is at once PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
///
/// - Parameters:
///   - set: what the paper looks like, and what it says, of which the structure is made.
///   - date: when it was made; the paper's own day where nothing else is said.
///   - timer: is told how long drawing and finishing took.
/// - Throws: an ``ExportError`` for a failure of a library, a file from Cairo that is not what is known of it, or a
///   result that breaks a promise.
package func exportPDF(
    _ set: TypesetPaper,
    date: DocumentDate? = nil,
    shaper: TextShaper,
    timer: inout StageTimer
) throws(ExportError) -> [UInt8] {
    // Pages are drawn, all text between brackets.
    timer.begin(.painting)
    let drawn: DrawnPaper
    do {
        defer { timer.end() }
        drawn = try DrawnPaper(set.pages, shaper: shaper)
    }
    timer.begin(.finishing)
    defer { timer.end() }
    // The tree says what stands in the brackets.
    let structure = try StructureTree(of: set.paper) { !drawn.words[$0].isEmpty }
    let content = try MarkedContent(of: drawn.marks, pages: set.pages, in: structure)
    // Nothing is published that breaks a promise.
    try PaperAssertions(paper: set.paper, structure: structure, content: content, words: drawn.words).check()
    // The file is written anew, with all that Cairo cannot say.
    let day = try DocumentDate(day: set.paper.properties.date)
    let information = DocumentInformation(set.paper.properties, date: date ?? day)
    return try PDFFinisher(
        drawn: drawn.file,
        pages: set,
        structure: structure,
        content: content,
        information: information
    ).finished()
}
