// SPDX-License-Identifier: Apache-2.0

import CCairo
import Geometry
package import TextShaping
package import Typesetting

/// Draws one page as a PNG image on white.
///
/// - Parameter resolution: pixels to the inch.
/// - Throws: an ``ExportError`` for a failure of Cairo.
package func exportPNG(_ page: Page, shaper: TextShaper, resolution: Double = 96) throws(ExportError) -> [UInt8] {
    let scale = resolution / 72
    let surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24,
        Int32((page.size.width.points * scale).rounded(.up)),
        Int32((page.size.height.points * scale).rounded(.up))
    )
    let fonts = shaper.drawingFonts(of: GlyphSet(of: [page]).fonts.map(\.face))
    let canvas = try Canvas(owning: surface, fonts: fonts)
    canvas.setColour(.white)
    cairo_paint(canvas.context)
    cairo_scale(canvas.context, scale, scale)
    try PagePainter(canvas: canvas).paint(page, page.drawings)
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(canvas.surface, ByteSink.write, sink.closure)
    guard status == CAIRO_STATUS_SUCCESS else { throw ExportError("writing page \(page.number)", status: status) }
    return sink.bytes
}
