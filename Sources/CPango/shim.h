#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* GObject's cast macros are not imported into Swift. */
static inline PangoFcFontMap *cleardays_fc_font_map(PangoFontMap *map) { return PANGO_FC_FONT_MAP(map); }
static inline PangoCairoFontMap *cleardays_cairo_font_map(PangoFontMap *map) { return PANGO_CAIRO_FONT_MAP(map); }
static inline PangoCairoFont *cleardays_cairo_font(PangoFont *font) { return PANGO_CAIRO_FONT(font); }
/* The bit fields of a character's attributes are not imported either. */
static inline int cleardays_is_line_break(const PangoLogAttr *attribute) { return attribute->is_line_break; }
static inline PangoFcFont *cleardays_fc_font(PangoFont *font) { return PANGO_FC_FONT(font); }
