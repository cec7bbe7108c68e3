// SPDX-License-Identifier: Apache-2.0

import CCairo
import CPango

/// Owns a reference to Cairo's font of a face.
package final class ScaledFont {
    private let font: OpaquePointer
    /// Whether glyphs have ink, as far as it has been asked.
    private var inks: [UInt: Bool] = [:]

    init?(of font: UnsafeMutablePointer<PangoFont>) {
        guard let font = pango_cairo_font_get_scaled_font(cleardays_cairo_font(font)) else { return nil }
        self.font = cairo_scaled_font_reference(font)
    }

    deinit { cairo_scaled_font_destroy(font) }

    /// Makes a Cairo context draw with the font.
    ///
    /// - Parameter context: a `cairo_t`, borrowed for the call.
    package func select(in context: OpaquePointer) { cairo_set_scaled_font(context, font) }

    /// Whether a glyph shows anything.
    package func hasInk(_ glyph: UInt) -> Bool {
        if let known = inks[glyph] { return known }
        var extents = cairo_text_extents_t()
        var alone = cairo_glyph_t(index: glyph, x: 0, y: 0)
        cairo_scaled_font_glyph_extents(font, &alone, 1, &extents)
        let hasInk = extents.width > 0 && extents.height > 0
        inks[glyph] = hasInk
        return hasInk
    }
}
