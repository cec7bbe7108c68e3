/* SPDX-License-Identifier: Apache-2.0 */
/* Draws recorded pages: glyphs at their places, each paragraph in a bracket, as Cleardays paints. Nothing is shaped and nothing laid out.

   cairo-replay RECORDING PDF */
#include "recording.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define MOST_FONTS 64

static cairo_scaled_font_t *scaled_font(const struct record *record, const char *family)
{
    char name[256];
    snprintf(name, sizeof name, "%.*s:weight=%d:slant=%d", (int)record->text_length, family,
             record->counts[0] ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, record->counts[1] ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPattern *wanted = FcNameParse((const FcChar8 *)name);
    FcConfigSubstitute(NULL, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *match = FcFontMatch(NULL, wanted, &result);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern(match);
    cairo_matrix_t size, identity;
    cairo_matrix_init_scale(&size, record->values[0], record->values[0]);
    cairo_matrix_init_identity(&identity);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_scaled_font_t *font = cairo_scaled_font_create(face, &size, &identity, options);
    cairo_font_options_destroy(options);
    cairo_font_face_destroy(face);
    FcPatternDestroy(match);
    FcPatternDestroy(wanted);
    return font;
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fprintf(stderr, "usage: cairo-replay RECORDING PDF\n");
        return 64;
    }
    int file = open(arguments[1], O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) {
        perror(arguments[1]);
        return 74;
    }
    const char *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) {
        perror(arguments[1]);
        return 74;
    }
    cairo_surface_t *surface = cairo_pdf_surface_create(arguments[2], PAGE_WIDTH, PAGE_HEIGHT);
    cairo_t *context = cairo_create(surface);
    cairo_scaled_font_t *fonts[MOST_FONTS] = {0};
    uint32_t font_count = 0, current = MOST_FONTS;
    const char *end = bytes + status.st_size;
    while (bytes < end) {
        const struct record *record = (const struct record *)bytes;
        bytes += sizeof *record;
        switch (record->operation) {
        case DEFINE_FONT:
            if (font_count == MOST_FONTS) return 65;
            fonts[font_count++] = scaled_font(record, bytes);
            break;
        case BEGIN_BRACKET: cairo_tag_begin(context, "Span", NULL); break;
        case END_BRACKET: cairo_tag_end(context, "Span"); break;
        case SHOW_TEXT: {
            const cairo_glyph_t *glyphs = (const cairo_glyph_t *)bytes;
            bytes += record->counts[1] * sizeof *glyphs;
            const cairo_text_cluster_t *clusters = (const cairo_text_cluster_t *)bytes;
            bytes += record->counts[2] * sizeof *clusters;
            if (record->counts[0] != current) {
                current = record->counts[0];
                cairo_set_scaled_font(context, fonts[current]);
            }
            cairo_show_text_glyphs(context, bytes, record->text_length, glyphs, record->counts[1], clusters, record->counts[2], 0);
            break;
        }
        case FILL_RECTANGLE:
            cairo_set_source_rgb(context, 0.894, 0.925, 0.941);
            cairo_rectangle(context, record->values[0], record->values[1], record->values[2], record->values[3]);
            cairo_fill(context);
            cairo_set_source_rgb(context, 0, 0, 0);
            break;
        case ADD_LINE:
            cairo_move_to(context, record->values[0], record->values[1]);
            cairo_line_to(context, record->values[2], record->values[3]);
            break;
        case STROKE:
            cairo_set_line_width(context, record->values[0]);
            cairo_stroke(context);
            break;
        case SHOW_PAGE:
            cairo_show_page(context);
            current = MOST_FONTS;
            break;
        case SET_SIZE: cairo_pdf_surface_set_size(surface, record->values[0], record->values[1]); break;
        default:
            fprintf(stderr, "cairo-replay: the recording has no operation %u\n", record->operation);
            return 65;
        }
        bytes += padded(record->text_length);
    }
    cairo_surface_finish(surface);
    cairo_status_t result = cairo_status(context);
    if (result == CAIRO_STATUS_SUCCESS) result = cairo_surface_status(surface);
    if (result != CAIRO_STATUS_SUCCESS) fprintf(stderr, "cairo-replay: %s\n", cairo_status_to_string(result));
    return result == CAIRO_STATUS_SUCCESS ? 0 : 70;
}
