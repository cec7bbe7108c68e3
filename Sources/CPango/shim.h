#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <hb-ot.h>

/* GObject's cast macros are not imported into Swift. */
static inline PangoFcFontMap *cleardays_fc_font_map(PangoFontMap *map) { return PANGO_FC_FONT_MAP(map); }
static inline PangoCairoFontMap *cleardays_cairo_font_map(PangoFontMap *map) { return PANGO_CAIRO_FONT_MAP(map); }
static inline PangoCairoFont *cleardays_cairo_font(PangoFont *font) { return PANGO_CAIRO_FONT(font); }
/* The bit fields of a character's attributes are not imported either. */
static inline int cleardays_is_line_break(const PangoLogAttr *attribute) { return attribute->is_line_break; }
static inline PangoFcFont *cleardays_fc_font(PangoFont *font) { return PANGO_FC_FONT(font); }
/* Whether a glyph has an outline: what draws it is asked for as callbacks, which a header can hold. */
static void cleardays_begin_contour(
    hb_draw_funcs_t *functions, void *found, hb_draw_state_t *state, float x, float y, void *data) {
    *(int *)found = 1;
}
static inline int cleardays_has_outline(hb_font_t *font, hb_codepoint_t glyph) {
    int found = 0;
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, cleardays_begin_contour, NULL, NULL);
    hb_font_get_glyph_shape(font, glyph, functions, &found);
    hb_draw_funcs_destroy(functions);
    return found;
}
