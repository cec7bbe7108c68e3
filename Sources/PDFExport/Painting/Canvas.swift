// SPDX-License-Identifier: Apache-2.0

import CCairo
import Geometry
import Pictures
import TextShaping

/// Owns a Cairo surface and the context that draws on it.
///
/// The surface is finished, and the context destroyed, with the canvas.
final class Canvas {
    let surface: OpaquePointer
    let context: OpaquePointer
    /// What Cairo writes the surface to, until it is destroyed.
    private let sink: ByteSink?
    private let fonts: DrawingFonts
    /// Those that have been drawn with.
    private var usedFonts: [FaceID: ScaledFont] = [:]
    private var colour: Colour?
    private var face: FaceID?
    /// The font of the face.
    private var font: ScaledFont?
    /// The images that have been drawn: one that is drawn again is in the file once.
    private var images: [ImageKey: ImageSurface] = [:]

    /// An image and the pixels that it is reduced to.
    private struct ImageKey: Hashable {
        var image: RasterImage
        var width: Int
        var height: Int
    }

    /// A glyph without ink, of the glyphs of the paper, and its font.
    private var blank: (face: FaceID, cluster: GlyphSet.Cluster)?

    /// Whether Cairo writes no bracket around what holds no text, as it does in PDF files from 1.18 on.
    private let dropsMarksWithoutText: Bool

    /// Whether text with ink has been drawn in the bracket.
    private var holdsInk = false

    /// The text that the next ``showText()`` draws.
    private var text = GlyphBatch()

    /// Takes over a surface.
    ///
    /// - Parameter sink: what it is written to, if it is one of a stream: also when it is destroyed after an error.
    /// - Throws: an ``ExportError`` if Cairo has not been able to make it.
    init(owning surface: OpaquePointer?, writingTo sink: ByteSink? = nil, fonts: DrawingFonts) throws(ExportError) {
        guard let surface, let context = cairo_create(surface) else { throw ExportError("Cairo has no memory") }
        self.surface = surface
        self.context = context
        self.sink = sink
        self.fonts = fonts
        dropsMarksWithoutText = cairo_version() >= 11_800 && cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_PDF
        try check("making a surface")
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    /// Throws the error of anything that has been drawn so far.
    func check(_ operation: String) throws(ExportError) {
        for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw ExportError(operation, status: status)
        }
    }

    /// Resets the colour and the font, so that the content of each page sets its own.
    func beginPage() {
        colour = nil
        face = nil
        font = nil
    }

    func setColour(_ new: Colour) {
        if colour == new { return }
        showText()
        colour = new
        cairo_set_source_rgb(context, Double(new.red) / 255, Double(new.green) / 255, Double(new.blue) / 255)
    }

    /// Opens a bracket (a marked-content sequence) around what is drawn until ``endMark()``. Brackets are never nested.
    ///
    /// Cairo makes a structure element of the name; the finishing pass replaces it.
    func beginMark() {
        holdsInk = false
        cairo_tag_begin(context, "Span", nil)
    }

    /// Closes the bracket.
    func endMark() throws(ExportError) {
        showText()
        if dropsMarksWithoutText, !holdsInk {
            guard let blank else {
                throw ExportError("no font of the paper has a space that a drawing could be marked by")
            }
            try setFace(blank.face)
            // On the smallest page: what is off the page is dropped.
            text.append(blank.cluster, at: Point(x: .points(10), y: .points(10)))
        }
        showText()
        cairo_tag_end(context, "Span")
    }

    func fill(_ rectangle: Rectangle) {
        showText()
        cairo_rectangle(
            context,
            rectangle.origin.x.points,
            rectangle.origin.y.points,
            rectangle.size.width.points,
            rectangle.size.height.points
        )
        cairo_fill(context)
    }

    /// Adds a path to what the next ``fillPath()`` or ``stroke(thickness:)`` draws.
    func add(_ path: Path) {
        for element in path.elements {
            switch element {
            case .move(let point): cairo_move_to(context, point.x.points, point.y.points)
            case .line(let point): cairo_line_to(context, point.x.points, point.y.points)
            case .curve(let one, let other, let end):
                cairo_curve_to(
                    context,
                    one.x.points,
                    one.y.points,
                    other.x.points,
                    other.y.points,
                    end.x.points,
                    end.y.points
                )
            case .close: cairo_close_path(context)
            }
        }
    }

    func fillPath() {
        showText()
        cairo_fill(context)
    }

    /// Draws an image, reduced to so many pixels.
    func draw(_ image: RasterImage, width: Int, height: Int, in area: Rectangle) throws(ExportError) {
        showText()
        let key = ImageKey(image: image, width: width, height: height)
        let surface: ImageSurface
        if let known = images[key] {
            surface = known
        } else {
            surface = try ImageSurface(image.reduced(toWidth: width, height: height))
            images[key] = surface
        }
        cairo_save(context)
        cairo_translate(context, area.origin.x.points, area.origin.y.points)
        cairo_scale(
            context,
            area.size.width.points / Double(width),
            area.size.height.points / Double(height)
        )
        surface.setSource(of: context)
        // Cairo 1.16 loses count of the brackets of a page on which `cairo_paint` draws an image in one; a rectangle has the same area.
        cairo_rectangle(context, 0, 0, Double(width), Double(height))
        cairo_fill(context)
        cairo_restore(context)
        colour = nil
    }

    /// Adds a line to those that the next ``stroke(thickness:)`` draws.
    func addLine(from start: Point, to end: Point) {
        cairo_move_to(context, start.x.points, start.y.points)
        cairo_line_to(context, end.x.points, end.y.points)
    }

    func stroke(thickness: Length) {
        showText()
        cairo_set_line_width(context, thickness.points)
        cairo_stroke(context)
    }

    /// Adds glyphs to those that the next ``showText()`` draws; if the font changes, draws those before.
    func add(_ run: DrawnRun, x: Length, baseline: Length) throws(ExportError) {
        try setFace(run.face)
        if run.isBackward { showText(isBackward: false) }
        text.append(run, x: x, baseline: baseline)
        if run.isBackward { showText(isBackward: true) }
    }

    /// Draws rotated by 90° anticlockwise about a point, which is the origin of what is drawn.
    func rotated(about point: Point, draw: () throws(ExportError) -> Void) throws(ExportError) {
        showText()
        cairo_save(context)
        // No sine of a quarter of a circle is exact, and a matrix is.
        var matrix = cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: point.x.points, y0: point.y.points)
        cairo_transform(context, &matrix)
        // Fonts are selected for the directions in which they are drawn.
        face = nil
        try draw()
        showText()
        cairo_restore(context)
        face = nil
    }

    private func setFace(_ new: FaceID) throws(ExportError) {
        if new == face { return }
        showText(isBackward: false)
        let font = try font(of: new)
        font.select(in: context)
        self.font = font
        face = new
    }

    private func font(of face: FaceID) throws(ExportError) -> ScaledFont {
        if let known = usedFonts[face] { return known }
        guard let font = fonts.font(of: face) else { throw ExportError("a font is gone") }
        usedFonts[face] = font
        return font
    }

    /// Draws every cluster once, and a fill, all in one place.
    func show(_ set: GlyphSet) throws(ExportError) {
        let place = Point(x: .points(100), y: .points(100))
        setColour(.black)
        fill(Rectangle(origin: place, size: Size(width: .points(1), height: .points(1))))
        for font in set.fonts {
            try setFace(font.face)
            for cluster in font.clusters {
                text.append(cluster, at: place)
                if blank == nil, cluster.text == " ", cluster.glyphs.count == 1 { blank = (font.face, cluster) }
            }
        }
        if blank == nil, dropsMarksWithoutText {
            for font in set.fonts {
                guard let space = try self.font(of: font.face).space else { continue }
                let cluster = GlyphSet.Cluster(glyphs: [space], text: " ")
                try setFace(font.face)
                text.append(cluster, at: place)
                blank = (font.face, cluster)
                break
            }
        }
        showText()
    }

    /// Draws the glyphs that have been added, with the text that they represent, in one call: a call costs more than a glyph.
    func showText() { showText(isBackward: false) }

    private func showText(isBackward: Bool) {
        if text.isEmpty { return }
        if let font, text.holdsInk(in: font) { holdsInk = true } else { text.moveOffWhole() }
        text.show(in: context, isBackward: isBackward)
        text.removeAll()
    }
}
