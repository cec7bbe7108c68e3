// SPDX-License-Identifier: Apache-2.0

import CCairo
import CGLib
import CPango
import Geometry

/// Owns a Pango context for one style, and what Pango finds out of it once.
final class StyleContext {
    let context: OpaquePointer
    /// Owned by Pango, for as long as the process lives.
    let language: OpaquePointer?
    /// The language as a BCP 47 tag.
    let tag: String
    let metrics: FontMetrics
    /// The item of any word of ASCII letters, digits and signs, found once: itemizing a word costs as much as shaping it. `nil` if the font
    /// lacks one of them.
    let plain: UnsafeMutablePointer<PangoItem>?
    /// Must live as long as the context.
    private let fontMap: FontMap

    /// - Throws: a ``FontError`` that names the family if there is none of that name, or none that has outlines.
    init(_ style: FontStyle, fontMap: FontMap) throws(FontError) {
        guard fontMap.hasFamily(style.family) else {
            throw FontError("there is no font `\(style.family)`; put its files into the folder `fonts`")
        }
        if fontMap.holdsOnlyPictures(style.family) {
            throw FontError("the font `\(style.family)` is a font of pictures; name one of plain outlines")
        }
        guard let context = pango_font_map_create_context(fontMap.map),
            let description = pango_font_description_new()
        else { throw FontError("Pango has no memory") }
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, style.family)
        pango_font_description_set_size(description, Int32(clamping: style.size.units))
        pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(description, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        let language = pango_language_from_string(style.language)
        pango_context_set_language(context, language)
        pango_context_set_font_description(context, description)
        pango_context_set_round_glyph_positions(context, 0)
        Self.forbidHinting(in: context)
        metrics = CairoFontLock.withLock {
            let metrics = pango_context_get_metrics(context, description, language)
            defer { pango_font_metrics_unref(metrics) }
            return FontMetrics(
                ascent: Length(units: Int(pango_font_metrics_get_ascent(metrics))),
                descent: Length(units: Int(pango_font_metrics_get_descent(metrics)))
            )
        }
        self.context = context
        self.language = language
        self.fontMap = fontMap
        tag = style.language
        var plain: UnsafeMutablePointer<PangoItem>?
        CairoFontLock.withLock { plain = Self.plainItem(in: context) }
        self.plain = plain
    }

    deinit {
        CairoFontLock.withLock {
            if let plain { pango_item_free(plain) }
            g_object_unref(UnsafeMutableRawPointer(context))
        }
    }

    /// Turns hinting off: outlines are placed by their own measure, the same on every machine.
    private static func forbidHinting(in context: OpaquePointer) {
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
    }

    /// Whether a character is an ASCII letter, digit or sign, but no space.
    static func isPlain(_ character: CChar) -> Bool { plainCharacters.contains(character) }

    private static let plainCharacters: ClosedRange<CChar> = 0x21...0x7E

    /// The item that Pango makes of a Latin letter, if its font has all plain characters.
    private static func plainItem(in context: OpaquePointer) -> UnsafeMutablePointer<PangoItem>? {
        guard let items = pango_itemize(context, "x", 0, 1, nil, nil) else { return nil }
        defer { g_list_free(items) }
        guard let item = items.pointee.data?.assumingMemoryBound(to: PangoItem.self) else { return nil }
        let font = item.pointee.analysis.font.flatMap { pango_font_get_hb_font($0) }
        let hasAll = plainCharacters.allSatisfy { character in
            var glyph: hb_codepoint_t = 0
            return hb_font_get_nominal_glyph(font, hb_codepoint_t(character), &glyph) != 0
        }
        if hasAll { return item }
        pango_item_free(item)
        return nil
    }
}
