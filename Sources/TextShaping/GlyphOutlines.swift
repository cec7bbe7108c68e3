// SPDX-License-Identifier: Apache-2.0

import CFontconfig
import CPango
import UnicodeText

/// A character that a font has only a picture of.
///
/// Colour and bitmap fonts hold pictures in place of outlines (CBDT, sbix, COLR). Cairo draws these as images, of the font's own
/// size, which are no text.
package struct PictureCharacter: Sendable, Hashable {
    /// The character; it may be several scalars.
    package let text: String
    /// The family of the font.
    package let font: String
}

/// The glyphs of a font that are drawn as pictures.
struct GlyphOutlines {
    /// Owned by the font table.
    private let font: UnsafeMutablePointer<PangoFont>
    /// Whether the font holds bitmaps only.
    private let holdsOnlyBitmaps: Bool

    /// - Returns: `nil` for a font all of whose glyphs are outlines, as for nearly every font.
    init?(of font: UnsafeMutablePointer<PangoFont>) {
        guard let pattern = pango_fc_font_get_pattern(cleardays_fc_font(font)) else { return nil }
        holdsOnlyBitmaps = !FontMap.flag(FC_OUTLINE, of: pattern)
        if !holdsOnlyBitmaps, !FontMap.flag(FC_COLOR, of: pattern) { return nil }
        self.font = font
    }

    /// The characters of a run that are drawn as pictures. An invisible one, such as a joiner, needs no outline.
    func pictures(in run: ShapedPiece.Run) -> [PictureCharacter] {
        var pictures: [PictureCharacter] = []
        var glyphs = run.glyphs[...]
        var bytes = run.shown.utf8[...]
        for cluster in run.clusters {
            let count = Int(cluster.glyphs)
            let own = run.isBackward ? glyphs.suffix(count) : glyphs.prefix(count)
            glyphs = run.isBackward ? glyphs.dropLast(count) : glyphs.dropFirst(count)
            let words = String(decoding: bytes.prefix(Int(cluster.bytes)), as: UTF8.self)
            bytes = bytes.dropFirst(Int(cluster.bytes))
            guard !words.isBlank, own.contains(where: { isPicture($0.index) }) else { continue }
            pictures.append(PictureCharacter(text: words, font: family))
        }
        return pictures
    }

    private func isPicture(_ glyph: UInt32) -> Bool {
        guard !holdsOnlyBitmaps, let font = pango_font_get_hb_font(font) else { return true }
        if cleardays_has_outline(font, glyph) == 0 { return true }
        // Layers of several colours, or a bitmap that takes precedence over the outline.
        if hb_ot_color_glyph_get_layers(hb_font_get_face(font), glyph, 0, nil, nil) > 0 { return true }
        guard let bitmap = hb_ot_color_glyph_reference_png(font, glyph) else { return false }
        defer { hb_blob_destroy(bitmap) }
        return hb_blob_get_length(bitmap) > 0
    }

    private var family: String {
        guard let description = pango_font_describe(font) else { return "" }
        defer { pango_font_description_free(description) }
        return pango_font_description_get_family(description).map { String(cString: $0) } ?? ""
    }
}
