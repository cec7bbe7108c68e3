#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* GObject's cast macros are not imported into Swift. */
static inline PangoFcFontMap *cleardays_fc_font_map(PangoFontMap *map) { return PANGO_FC_FONT_MAP(map); }
static inline PangoCairoFontMap *cleardays_cairo_font_map(PangoFontMap *map) { return PANGO_CAIRO_FONT_MAP(map); }
static inline PangoCairoFont *cleardays_cairo_font(PangoFont *font) { return PANGO_CAIRO_FONT(font); }
/* `visited` and the other bit fields of a glyph's attributes are not imported into Swift. */
static inline int cleardays_is_cluster_start(const PangoGlyphInfo *glyph) { return glyph->attr.is_cluster_start; }
/* Bit fields of a character's attributes, likewise. */
static inline int cleardays_is_line_break(const PangoLogAttr *attribute) { return attribute->is_line_break; }
