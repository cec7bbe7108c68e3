// SPDX-License-Identifier: Apache-2.0

import CCairo
import CPango

/// Cairo's fonts of faces, for drawing on any thread.
///
/// Their files stay open for as long as the fonts are kept: drawing opens and closes none (``CairoFontLock``). Cairo locks a font while it is
/// used. What a thread finds out of one, it keeps for itself, in a ``ScaledFont``.
package final class DrawingFonts: Sendable {
    /// Each with a reference of its own, and with its file open.
    nonisolated(unsafe) private let fonts: [FaceID: OpaquePointer]

    init(of faces: [FaceID], font: (FaceID) -> UnsafeMutablePointer<PangoFont>) {
        fonts = CairoFontLock.withLock {
            var fonts: [FaceID: OpaquePointer] = [:]
            for face in faces where fonts[face] == nil {
                guard let font = pango_cairo_font_get_scaled_font(cleardays_cairo_font(font(face))),
                    cairo_ft_scaled_font_lock_face(font) != nil
                else { continue }
                fonts[face] = cairo_scaled_font_reference(font)
            }
            return fonts
        }
    }

    deinit {
        CairoFontLock.withLock {
            for font in fonts.values {
                cairo_ft_scaled_font_unlock_face(font)
                cairo_scaled_font_destroy(font)
            }
        }
    }

    /// The font of a face, for one thread; `nil` for a face that is not among them.
    package func font(of face: FaceID) -> ScaledFont? { fonts[face].map { ScaledFont(font: $0, of: self) } }
}

/// Cairo's font of a face. It stays on one thread.
package final class ScaledFont {
    private let font: OpaquePointer
    /// Owns the font.
    private let fonts: DrawingFonts
    /// Whether glyphs have ink, by their numbers, as far as it has been asked.
    private var inks: [Bool?] = []

    fileprivate init(font: OpaquePointer, of fonts: DrawingFonts) {
        self.font = font
        self.fonts = fonts
    }

    /// Makes a Cairo context draw with the font.
    ///
    /// - Parameter context: a `cairo_t`, borrowed for the call.
    package func select(in context: OpaquePointer) { cairo_set_scaled_font(context, font) }

    /// Whether a glyph shows anything.
    package func hasInk(_ glyph: UInt) -> Bool {
        // OpenType numbers glyphs with 16 bits. Pango uses larger numbers for characters that are missing from every font.
        guard glyph <= UInt(UInt16.max) else { return measuredInk(of: glyph) }
        let index = Int(glyph)
        if index < inks.count, let known = inks[index] { return known }
        if index >= inks.count { inks.append(contentsOf: repeatElement(nil, count: index + 1 - inks.count)) }
        let hasInk = measuredInk(of: glyph)
        inks[index] = hasInk
        return hasInk
    }

    /// The number of the glyph of a space, or `nil` if the font has none, or one with ink.
    package var space: UInt32? {
        var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
        var count: Int32 = 0
        defer { cairo_glyph_free(glyphs) }
        guard
            cairo_scaled_font_text_to_glyphs(font, 0, 0, " ", 1, &glyphs, &count, nil, nil, nil)
                == CAIRO_STATUS_SUCCESS,
            count == 1, let glyph = glyphs?.pointee.index, glyph > 0, !hasInk(glyph)
        else { return nil }
        return UInt32(clamping: glyph)
    }

    private func measuredInk(of glyph: UInt) -> Bool {
        var extents = cairo_text_extents_t()
        var alone = cairo_glyph_t(index: glyph, x: 0, y: 0)
        cairo_scaled_font_glyph_extents(font, &alone, 1, &extents)
        return extents.width > 0 && extents.height > 0
    }
}
