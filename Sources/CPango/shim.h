#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <cairo-ft.h>
#include <hb-ot.h>
#include FT_FREETYPE_H

/* GObject's cast macros are not imported into Swift. */
static inline PangoFcFontMap *cleardays_fc_font_map(PangoFontMap *map) { return PANGO_FC_FONT_MAP(map); }
static inline PangoCairoFontMap *cleardays_cairo_font_map(PangoFontMap *map) { return PANGO_CAIRO_FONT_MAP(map); }
static inline PangoCairoFont *cleardays_cairo_font(PangoFont *font) { return PANGO_CAIRO_FONT(font); }
/* The bit fields of a character's attributes are not imported either. */
static inline int cleardays_is_line_break(const PangoLogAttr *attribute) { return attribute->is_line_break; }
static inline PangoFcFont *cleardays_fc_font(PangoFont *font) { return PANGO_FC_FONT(font); }
/* Nor are FreeType's macros. A face is locked while it is asked: Cairo shares it. */
static inline int cleardays_is_scalable(cairo_scaled_font_t *font) {
    FT_Face face = cairo_ft_scaled_font_lock_face(font);
    int is_scalable = face != NULL && FT_IS_SCALABLE(face);
    if (face != NULL) cairo_ft_scaled_font_unlock_face(font);
    return is_scalable;
}
static inline int cleardays_has_colour(cairo_scaled_font_t *font) {
    FT_Face face = cairo_ft_scaled_font_lock_face(font);
    int has_colour = face != NULL && FT_HAS_COLOR(face);
    if (face != NULL) cairo_ft_scaled_font_unlock_face(font);
    return has_colour;
}
static inline int cleardays_has_outline(cairo_scaled_font_t *font, unsigned int glyph) {
    FT_Face face = cairo_ft_scaled_font_lock_face(font);
    int has_outline = face != NULL && FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) == 0
        && face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && face->glyph->outline.n_contours > 0;
    if (face != NULL) cairo_ft_scaled_font_unlock_face(font);
    return has_outline;
}
