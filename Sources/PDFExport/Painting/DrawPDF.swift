// SPDX-License-Identifier: Apache-2.0

import CCairo
import Geometry
import TextShaping
import Typesetting

/// Draws pages with Cairo as a PDF file without structure, after a page of all glyphs of the paper.
///
/// - Parameters:
///   - pages: each with its drawings.
///   - glyphs: those of the whole paper, of which these may be some pages.
///   - fonts: of all glyphs.
/// - Throws: an ``ExportError`` for a failure of Cairo.
func drawPDF(
    _ pages: some Sequence<(page: Page, drawings: [Drawing])>,
    glyphs: GlyphSet,
    fonts: DrawingFonts
) throws(ExportError) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write,
        sink.closure,
        Size.a4.width.points,
        Size.a4.height.points
    )
    let canvas = try Canvas(owning: surface, writingTo: sink, fonts: fonts)
    cairo_pdf_surface_restrict_to_version(canvas.surface, CAIRO_PDF_VERSION_1_5)
    // A fixed date, so that the same pages make the same bytes; the finishing pass writes the real one.
    cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try canvas.show(glyphs)
    cairo_show_page(canvas.context)
    let painter = PagePainter(canvas: canvas)
    for (page, drawings) in pages {
        cairo_pdf_surface_set_size(canvas.surface, page.size.width.points, page.size.height.points)
        try painter.paint(page, drawings)
        cairo_show_page(canvas.context)
    }
    try canvas.check("writing the PDF")
    cairo_surface_finish(canvas.surface)
    try canvas.check("finishing the PDF")
    return sink.bytes
}
