// SPDX-License-Identifier: Apache-2.0

package import Layouts
package import PaperTree

/// Writes a paper as one file of HTML that needs no other: what a browser shows, a screen reader reads and a telephone holds.
///
/// It is made of the tree alone: nothing is typeset. Where a link of the paper prints a page number, of which HTML has none, it names its
/// target (``PaperTree/Swift/Sequence/withoutPageNumbers``).
///
/// - Parameters:
///   - pdf: the PDF of the same paper beside the file, to which it has a link, or `nil` if none was made with it.
///   - marksBlocks: whether elements carry the nodes of their blocks, by which a preview finds where they were written. No file that is
///     published has them.
/// - Returns: the file in UTF-8.
/// - Throws: an ``HTMLExportError`` for a paper that cannot be written, such as one with a table whose rows do not fill its columns.
package func exportHTML(
    _ paper: Paper,
    theme: Theme,
    wording: Wording,
    pdf: PDFSibling? = nil,
    marksBlocks: Bool = false
) throws(HTMLExportError) -> [UInt8] {
    var writer = PaperWriter(paper, theme: theme, wording: wording, pdf: pdf, marksBlocks: marksBlocks)
    writer.write()
    if let fault = writer.fault { throw fault }
    return writer.markup.bytes
}
