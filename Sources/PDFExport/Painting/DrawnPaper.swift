// SPDX-License-Identifier: Apache-2.0

import CCairo
import Geometry
import TextShaping
import Typesetting

/// The pages of a paper as Cairo writes them, with what is known of the brackets in them.
struct DrawnPaper {
    /// A PDF file without structure.
    private(set) var file: [UInt8]
    private(set) var marks: [PageMarks] = []
    private(set) var words: DrawnWords

    /// Draws pages.
    ///
    /// - Throws: an ``ExportError`` for a failure of Cairo.
    init(_ pages: [Page], shaper: TextShaper) throws(ExportError) {
        let sink = ByteSink()
        let size = pages.first?.size ?? .a4
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write,
            sink.closure,
            size.width.points,
            size.height.points
        )
        let canvas = try Canvas(owning: surface, shaper: shaper)
        cairo_pdf_surface_restrict_to_version(canvas.surface, CAIRO_PDF_VERSION_1_5)
        // The clock stays out of the file; the finishing pass writes what the document says of itself.
        cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        var painter = PagePainter(canvas: canvas)
        for page in pages {
            cairo_pdf_surface_set_size(canvas.surface, page.size.width.points, page.size.height.points)
            marks.append(try painter.paint(page))
            cairo_show_page(canvas.context)
        }
        words = painter.words
        try canvas.check("writing the PDF")
        cairo_surface_finish(canvas.surface)
        try canvas.check("finishing the PDF")
        file = sink.bytes
    }
}
