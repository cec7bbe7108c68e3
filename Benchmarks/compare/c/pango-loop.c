/* SPDX-License-Identifier: Apache-2.0 */
/* Sets content with one layout of Pango for each paragraph and draws it as it goes: what a typesetter that decides nothing would take.

   pango-loop [--untagged] CONTENT PDF [RECORDING]

   CONTENT has a line for each thing, its fields separated by tabs, as plain.py writes it: H (the words of the running lines), N (a new page),
   O (how the pages from here on are turned),
   + and - (a structure element is opened, or closed), P (a paragraph), T (a table, its edges and the alignment of its columns), h and r (a
   row of its header, of its body), c (a cell) with p (its paragraphs), t (the end of a table). With RECORDING, what is drawn is written for
   cairo-replay. */
#include "recording.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEFT 56.6929
#define RIGHT (page_width - 56.6929)
#define TOP 76.5354
#define BOTTOM (page_height - 68.0315)
#define PADDING_X 5.0
#define PADDING_TOP 4.5
#define PADDING_BOTTOM 5.5
#define BORDER 0.5
#define MOST_COLUMNS 32
#define MOST_CELLS 32
#define MOST_PARAGRAPHS 16
#define MOST_ROWS 128
#define MOST_FONTS 64
#define MOST_LINES 4096

struct paragraph {
    char tag[8];
    double size, leading, before, after, indent, width;
    int bold;
    const char *marker, *mode, *text;
    PangoLayout *layout, *marker_layout;
    double height;
};

struct cell {
    int column, column_span, row_span, is_header, count;
    struct paragraph paragraphs[MOST_PARAGRAPHS];
    double height;
};

struct row {
    int is_header, is_band, count;
    struct cell cells[MOST_CELLS];
    double height;
};

static cairo_surface_t *surface;
static cairo_t *cairo;
static PangoContext *context;
static FILE *recording;
static int tagged = 1, page_number = 1;
static double y = TOP, page_width = PAGE_WIDTH, page_height = PAGE_HEIGHT;
static const char *running[4] = {"", "", "", ""};
static int columns;
static double edges[MOST_COLUMNS + 1];
static char alignments[MOST_COLUMNS];
static struct row header[4], rows[MOST_ROWS];
static int header_count, row_count;
/* Where each vertical border of the part of the table on this page begins, or -1. */
static double open_since[MOST_COLUMNS + 1];
/* Of how many more rows cells of earlier rows cover each column. */
static int covered[MOST_COLUMNS];
static struct record lines[MOST_LINES];
static int line_count;
static PangoFont *fonts[MOST_FONTS];
static uint32_t font_count;

static void fail(const char *message)
{
    fprintf(stderr, "pango-loop: %s\n", message);
    exit(70);
}

static void write_record(struct record record, const char *text)
{
    static const char nothing[8] = {0};
    if (!recording) return;
    fwrite(&record, sizeof record, 1, recording);
    if (record.text_length) {
        fwrite(text, 1, record.text_length, recording);
        fwrite(nothing, 1, padded(record.text_length) - record.text_length, recording);
    }
}

static void begin(const char *tag)
{
    if (tagged) cairo_tag_begin(cairo, tag, NULL);
}

static void end(const char *tag)
{
    if (tagged) cairo_tag_end(cairo, tag);
}

static PangoLayout *layout(const char *mode, const char *text, double size, double leading, int bold, double width, PangoAlignment alignment)
{
    /* Of the few styles, made once. */
    static struct {
        double size, leading;
        int bold;
        PangoFontDescription *description;
        PangoAttrList *attributes;
    } styles[32];
    static int style_count = 0;
    int style = 0;
    while (style < style_count && (styles[style].size != size || styles[style].leading != leading || styles[style].bold != bold)) style++;
    if (style == style_count) {
        if (style_count == 32) fail("there are too many styles");
        PangoFontDescription *description = pango_font_description_from_string("Liberation Sans");
        pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
        pango_font_description_set_weight(description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        PangoAttrList *attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(leading * PANGO_SCALE));
        styles[style_count].size = size;
        styles[style_count].leading = leading;
        styles[style_count].bold = bold;
        styles[style_count].description = description;
        styles[style_count++].attributes = attributes;
    }
    PangoLayout *made = pango_layout_new(context);
    pango_layout_set_font_description(made, styles[style].description);
    pango_layout_set_width(made, width * PANGO_SCALE);
    pango_layout_set_wrap(made, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(made, alignment);
    if (*mode == 'M') {
        PangoAttrList *attributes;
        char *plain;
        if (!pango_parse_markup(text, -1, 0, &attributes, &plain, NULL, NULL)) fail("the markup of a paragraph cannot be read");
        pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(leading * PANGO_SCALE));
        pango_layout_set_text(made, plain, -1);
        pango_layout_set_attributes(made, attributes);
        pango_attr_list_unref(attributes);
        g_free(plain);
    } else {
        pango_layout_set_text(made, text, -1);
        pango_layout_set_attributes(made, styles[style].attributes);
    }
    return made;
}

static uint32_t font_index(PangoFont *font)
{
    for (uint32_t index = 0; index < font_count; index++)
        if (fonts[index] == font) return index;
    if (font_count == MOST_FONTS) fail("there are too many fonts");
    PangoFontDescription *description = pango_font_describe_with_absolute_size(font);
    const char *family = pango_font_description_get_family(description);
    struct record record = {.operation = DEFINE_FONT, .text_length = strlen(family)};
    record.values[0] = (double)pango_font_description_get_size(description) / PANGO_SCALE;
    record.counts[0] = pango_font_description_get_weight(description) >= PANGO_WEIGHT_BOLD;
    record.counts[1] = pango_font_description_get_style(description) != PANGO_STYLE_NORMAL;
    write_record(record, family);
    pango_font_description_free(description);
    fonts[font_count] = g_object_ref(font);
    return font_count++;
}

/* Glyphs of one font in one paragraph, over however many lines. */
static struct {
    uint32_t font;
    GArray *glyphs, *clusters;
    GString *text;
} pending;

static void record_pending(void)
{
    if (!recording || !pending.text || pending.clusters->len == 0) return;
    struct record record = {.operation = SHOW_TEXT, .text_length = pending.text->len};
    record.counts[0] = pending.font;
    record.counts[1] = pending.glyphs->len;
    record.counts[2] = pending.clusters->len;
    fwrite(&record, sizeof record, 1, recording);
    fwrite(pending.glyphs->data, sizeof(cairo_glyph_t), pending.glyphs->len, recording);
    fwrite(pending.clusters->data, sizeof(cairo_text_cluster_t), pending.clusters->len, recording);
    fwrite(pending.text->str, 1, pending.text->len, recording);
    static const char nothing[8] = {0};
    fwrite(nothing, 1, padded(pending.text->len) - pending.text->len, recording);
    g_array_set_size(pending.glyphs, 0);
    g_array_set_size(pending.clusters, 0);
    g_string_truncate(pending.text, 0);
}

static void record_line(PangoLayoutLine *line, double x, double baseline)
{
    if (!pending.text) {
        pending.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
        pending.clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
        pending.text = g_string_new(NULL);
    }
    const char *text = pango_layout_get_text(line->layout);
    double pen = x;
    for (GSList *item = line->runs; item; item = item->next) {
        PangoGlyphItem *run = item->data;
        uint32_t font = font_index(run->item->analysis.font);
        if (font != pending.font) record_pending();
        pending.font = font;
        PangoGlyphItemIter cluster;
        for (gboolean more = pango_glyph_item_iter_init_start(&cluster, run, text); more;
             more = pango_glyph_item_iter_next_cluster(&cluster)) {
            cairo_text_cluster_t added = {.num_bytes = cluster.end_index - cluster.start_index, .num_glyphs = 0};
            for (int index = cluster.start_glyph; index < cluster.end_glyph; index++) {
                PangoGlyphInfo *info = &run->glyphs->glyphs[index];
                if (info->glyph != PANGO_GLYPH_EMPTY) {
                    cairo_glyph_t glyph = {.index = info->glyph,
                                           .x = pen + (double)info->geometry.x_offset / PANGO_SCALE,
                                           .y = baseline + (double)info->geometry.y_offset / PANGO_SCALE};
                    g_array_append_val(pending.glyphs, glyph);
                    added.num_glyphs++;
                }
                pen += (double)info->geometry.width / PANGO_SCALE;
            }
            g_array_append_val(pending.clusters, added);
            g_string_append_len(pending.text, text + cluster.start_index, added.num_bytes);
        }
    }
}

/* Draws the lines from `first` that end above `limit`, and returns the line after them; `top` is moved to their end. */
static int draw_lines(PangoLayout *drawn, double x, double *top, int first, double limit)
{
    PangoLayoutIter *iterator = pango_layout_get_iter(drawn);
    int line = 0;
    double origin = 0, bottom = *top;
    struct record bracket = {.operation = BEGIN_BRACKET};
    write_record(bracket, NULL);
    do {
        if (line < first) { line++; continue; }
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iterator, NULL, &extents);
        if (line == first) origin = *top - (double)extents.y / PANGO_SCALE;
        double end_of_line = origin + (double)(extents.y + extents.height) / PANGO_SCALE;
        if (end_of_line > limit + 0.01) break;
        double baseline = origin + (double)pango_layout_iter_get_baseline(iterator) / PANGO_SCALE;
        double start = x + (double)extents.x / PANGO_SCALE;
        PangoLayoutLine *shown = pango_layout_iter_get_line_readonly(iterator);
        cairo_move_to(cairo, start, baseline);
        pango_cairo_show_layout_line(cairo, shown);
        if (recording) record_line(shown, start, baseline);
        bottom = end_of_line;
        line++;
    } while (pango_layout_iter_next_line(iterator));
    record_pending();
    bracket.operation = END_BRACKET;
    write_record(bracket, NULL);
    pango_layout_iter_free(iterator);
    *top = bottom;
    return line;
}

static void draw_words(const char *words, double top, PangoAlignment alignment)
{
    PangoLayout *line = layout("T", words, 10.5, 14, 0, RIGHT - LEFT, alignment);
    draw_lines(line, LEFT, &top, 0, page_height);
    g_object_unref(line);
}

/* Adds a line to those that the next `stroke` draws: a ground that is filled in between would end a path. */
static void add_line(double x1, double y1, double x2, double y2)
{
    if (line_count == MOST_LINES) fail("a page has too many lines");
    struct record record = {.operation = ADD_LINE, .values = {x1, y1, x2, y2}};
    lines[line_count++] = record;
}

static void stroke(void)
{
    for (int index = 0; index < line_count; index++) {
        cairo_move_to(cairo, lines[index].values[0], lines[index].values[1]);
        cairo_line_to(cairo, lines[index].values[2], lines[index].values[3]);
        write_record(lines[index], NULL);
    }
    line_count = 0;
    cairo_set_line_width(cairo, BORDER);
    cairo_stroke(cairo);
    struct record record = {.operation = STROKE, .values = {BORDER}};
    write_record(record, NULL);
}

static void finish_page(void)
{
    char number[32];
    snprintf(number, sizeof number, "Page %d", page_number++);
    draw_words(running[0], 45.35, PANGO_ALIGN_LEFT);
    draw_words(running[1], 45.35, PANGO_ALIGN_RIGHT);
    draw_words(running[2], page_height - 42.35, PANGO_ALIGN_LEFT);
    draw_words(running[3], page_height - 42.35, PANGO_ALIGN_CENTER);
    draw_words(number, page_height - 42.35, PANGO_ALIGN_RIGHT);
    add_line(LEFT, page_height - 46, RIGHT, page_height - 46);
    stroke();
    cairo_show_page(cairo);
    struct record record = {.operation = SHOW_PAGE};
    write_record(record, NULL);
    y = TOP;
}

static void draw_paragraph(struct paragraph *paragraph)
{
    double width = paragraph->width - paragraph->indent;
    PangoLayout *body = layout(paragraph->mode, paragraph->text, paragraph->size, paragraph->leading, paragraph->bold, width, PANGO_ALIGN_LEFT);
    if (y > TOP) y += paragraph->before;
    /* A heading stays with what follows. */
    double least = paragraph->tag[0] == 'H' ? paragraph->leading * 4 : paragraph->leading;
    if (y > TOP && y + least > BOTTOM) finish_page();
    if (*paragraph->marker) {
        PangoLayout *marker = layout("T", paragraph->marker, paragraph->size, paragraph->leading, 0, paragraph->indent, PANGO_ALIGN_LEFT);
        double top = y;
        begin("Lbl");
        draw_lines(marker, LEFT + paragraph->indent - 18, &top, 0, page_height);
        end("Lbl");
        g_object_unref(marker);
    }
    int line = 0, count = pango_layout_get_line_count(body);
    for (;;) {
        begin(paragraph->tag);
        line = draw_lines(body, LEFT + paragraph->indent, &y, line, BOTTOM);
        end(paragraph->tag);
        if (line >= count) break;
        finish_page();
    }
    y += paragraph->after;
    g_object_unref(body);
}

static void set_cell(struct cell *cell)
{
    /* Words that fit exactly must not be broken for the sake of a rounded unit. */
    double width = edges[cell->column + cell->column_span] - edges[cell->column] - 2 * PADDING_X + 0.25;
    PangoAlignment alignment = cell->column_span == 1 && alignments[cell->column] == 'r' ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    cell->height = PADDING_TOP + PADDING_BOTTOM;
    for (int index = 0; index < cell->count; index++) {
        struct paragraph *paragraph = &cell->paragraphs[index];
        paragraph->layout = layout(paragraph->mode, paragraph->text, paragraph->size, paragraph->leading, paragraph->bold,
                                   width - paragraph->indent, alignment);
        paragraph->marker_layout = *paragraph->marker ? layout("T", paragraph->marker, paragraph->size, paragraph->leading, 0,
                                                               paragraph->indent, PANGO_ALIGN_LEFT)
                                                      : NULL;
        int height;
        pango_layout_get_size(paragraph->layout, NULL, &height);
        paragraph->height = (double)height / PANGO_SCALE;
        cell->height += paragraph->height + (index > 0 ? paragraph->before : 0);
    }
}

/* Lays out the cells of rows that hang together by cells over several rows, and finds their heights. */
static double set_rows(struct row *set, int count)
{
    double total = 0;
    for (int index = 0; index < count; index++) {
        struct row *row = &set[index];
        row->height = 0;
        for (int number = 0; number < row->count; number++) {
            set_cell(&row->cells[number]);
            if (row->cells[number].row_span == 1 && row->cells[number].height > row->height) row->height = row->cells[number].height;
        }
    }
    for (int index = 0; index < count; index++) {
        for (int number = 0; number < set[index].count; number++) {
            struct cell *cell = &set[index].cells[number];
            double height = 0;
            int last = index + cell->row_span - 1;
            if (last >= count) fail("a cell goes on below its rows");
            for (int other = index; other <= last; other++) height += set[other].height;
            if (cell->height > height) set[last].height += cell->height - height;
        }
    }
    for (int index = 0; index < count; index++) total += set[index].height;
    return total;
}

static void draw_row(struct row *row, int is_repeated)
{
    int starts[MOST_COLUMNS + 1] = {0};
    starts[columns] = 1;
    if (row->is_band) {
        cairo_set_source_rgb(cairo, 0.894, 0.925, 0.941);
        cairo_rectangle(cairo, edges[0], y, edges[columns] - edges[0], row->height);
        cairo_fill(cairo);
        cairo_set_source_rgb(cairo, 0, 0, 0);
        struct record record = {.operation = FILL_RECTANGLE, .values = {edges[0], y, edges[columns] - edges[0], row->height}};
        write_record(record, NULL);
    }
    if (!is_repeated) begin("TR");
    for (int index = 0; index < row->count; index++) {
        struct cell *cell = &row->cells[index];
        starts[cell->column] = 1;
        for (int column = 0; column < cell->column_span; column++) covered[cell->column + column] = cell->row_span;
        double top = y + PADDING_TOP;
        const char *tag = cell->is_header ? "TH" : "TD";
        if (!is_repeated) begin(tag);
        for (int number = 0; number < cell->count; number++) {
            struct paragraph *paragraph = &cell->paragraphs[number];
            double x = edges[cell->column] + PADDING_X + paragraph->indent;
            if (number > 0) top += paragraph->before;
            if (!is_repeated) begin("P");
            if (paragraph->marker_layout) {
                double beside = top;
                draw_lines(paragraph->marker_layout, x - paragraph->indent, &beside, 0, page_height);
            }
            draw_lines(paragraph->layout, x, &top, 0, page_height);
            if (!is_repeated) end("P");
        }
        if (!is_repeated) end(tag);
    }
    if (!is_repeated) end("TR");
    /* The vertical borders that this row does not have end here; the others go on. */
    for (int edge = 0; edge <= columns; edge++) {
        if (!starts[edge] && row->is_band && open_since[edge] >= 0) {
            if (y > open_since[edge]) add_line(edges[edge], open_since[edge], edges[edge], y);
            open_since[edge] = -1;
        }
        if (starts[edge] && open_since[edge] < 0) open_since[edge] = y;
    }
    y += row->height;
    /* The horizontal border under the cells that end here. */
    int first = -1;
    for (int column = 0; column <= columns; column++) {
        int ends = column < columns && --covered[column] <= 0;
        if (ends && first < 0) first = column;
        if (!ends && first >= 0) {
            add_line(edges[first], y, edges[column], y);
            first = -1;
        }
    }
}

static void begin_part(int is_repeated)
{
    for (int edge = 0; edge <= columns; edge++) open_since[edge] = -1;
    add_line(edges[0], y, edges[columns], y);
    for (int index = 0; index < header_count; index++) draw_row(&header[index], is_repeated);
}

static void end_part(void)
{
    for (int edge = 0; edge <= columns; edge++)
        if (open_since[edge] >= 0) add_line(edges[edge], open_since[edge], edges[edge], y);
    for (int column = 0; column < columns; column++)
        if (covered[column] > 0) add_line(edges[column], y, edges[column + 1], y);
    stroke();
}

static void free_rows(struct row *freed, int count)
{
    for (int index = 0; index < count; index++)
        for (int number = 0; number < freed[index].count; number++)
            for (int paragraph = 0; paragraph < freed[index].cells[number].count; paragraph++) {
                g_object_unref(freed[index].cells[number].paragraphs[paragraph].layout);
                if (freed[index].cells[number].paragraphs[paragraph].marker_layout)
                    g_object_unref(freed[index].cells[number].paragraphs[paragraph].marker_layout);
            }
}

static int part_is_open;

/* Draws the rows that have been read, on the next page where this one has no room for all of them. */
static void draw_rows(void)
{
    if (row_count == 0) return;
    double height = set_rows(rows, row_count);
    if (!part_is_open) {
        double head = set_rows(header, header_count);
        if (y + head + height > BOTTOM && y > TOP) finish_page();
        begin_part(0);
        part_is_open = 1;
    } else if (y + height > BOTTOM) {
        end_part();
        finish_page();
        begin_part(1);
    }
    for (int index = 0; index < row_count; index++) {
        /* Only rows that hang together and are higher than a page are parted. */
        if (index > 0 && y + rows[index].height > BOTTOM) {
            end_part();
            finish_page();
            begin_part(1);
        }
        draw_row(&rows[index], 0);
    }
    free_rows(rows, row_count);
    row_count = 0;
}

/* Splits a line at its tabs, in place. */
static int split(char *line, char **fields, int most)
{
    int count = 0;
    while (line && count < most) {
        fields[count++] = line;
        char *tab = count < most ? strchr(line, '\t') : NULL;
        if (tab) *tab++ = 0;
        line = tab;
    }
    return count;
}

static struct paragraph paragraph_of(char **fields)
{
    struct paragraph paragraph = {.size = g_ascii_strtod(fields[2], NULL),
                                  .leading = g_ascii_strtod(fields[3], NULL),
                                  .before = g_ascii_strtod(fields[4], NULL),
                                  .after = g_ascii_strtod(fields[5], NULL),
                                  .indent = g_ascii_strtod(fields[6], NULL),
                                  .width = g_ascii_strtod(fields[7], NULL),
                                  .bold = atoi(fields[8]),
                                  .marker = fields[9],
                                  .mode = fields[10],
                                  .text = fields[11]};
    g_strlcpy(paragraph.tag, fields[1], sizeof paragraph.tag);
    return paragraph;
}

int main(int count, char **arguments)
{
    if (count > 1 && strcmp(arguments[1], "--untagged") == 0) {
        tagged = 0;
        count--;
        arguments++;
    }
    if (count < 3 || count > 4) {
        fprintf(stderr, "usage: pango-loop [--untagged] CONTENT PDF [RECORDING]\n");
        return 64;
    }
    char *content;
    if (!g_file_get_contents(arguments[1], &content, NULL, NULL)) fail("the content cannot be read");
    if (count == 4 && !(recording = fopen(arguments[3], "wb"))) fail("the recording cannot be written");
    surface = cairo_pdf_surface_create(arguments[2], PAGE_WIDTH, PAGE_HEIGHT);
    cairo = cairo_create(surface);
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    /* Otherwise Pango moves every glyph to a whole point. */
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("en-gb"));
    char *elements[16];
    int depth = 0, rows_to_come = 0;
    struct row *row = NULL;
    begin("Document");
    char *next = NULL;
    for (char *line = content; line && *line; line = next) {
        next = strchr(line, '\n');
        if (next) *next++ = 0;
        char *fields[MOST_COLUMNS * 2 + 3];
        char kind = *line;
        int fields_count = split(line, fields, kind == 'T' ? MOST_COLUMNS * 2 + 2 : 12);
        if ((kind == 'P' || kind == 'p') && fields_count != 12) fail("a paragraph has too few fields");
        switch (kind) {
        case 'H':
            for (int index = 0; index < 4 && index + 1 < fields_count; index++) running[index] = fields[index + 1];
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, running[0]);
            break;
        case 'N':
            if (y > TOP) finish_page();
            if (fields_count > 1) running[1] = fields[1];
            break;
        case 'O': {
            int is_landscape = *fields[1] == 'l';
            if (y > TOP) finish_page();
            page_width = is_landscape ? PAGE_HEIGHT : PAGE_WIDTH;
            page_height = is_landscape ? PAGE_WIDTH : PAGE_HEIGHT;
            cairo_pdf_surface_set_size(surface, page_width, page_height);
            struct record record = {.operation = SET_SIZE, .values = {page_width, page_height}};
            write_record(record, NULL);
            break;
        }
        case '+':
            if (depth == 16) fail("elements are nested too deep");
            elements[depth++] = fields[1];
            begin(fields[1]);
            break;
        case '-':
            if (depth == 0) fail("an element is closed that is not open");
            end(elements[--depth]);
            break;
        case 'P': {
            struct paragraph paragraph = paragraph_of(fields);
            draw_paragraph(&paragraph);
            break;
        }
        case 'T':
            columns = (fields_count - 2) / 2;
            for (int edge = 0; edge <= columns; edge++) edges[edge] = g_ascii_strtod(fields[1 + edge], NULL);
            for (int column = 0; column < columns; column++) alignments[column] = *fields[2 + columns + column];
            header_count = row_count = rows_to_come = part_is_open = 0;
            memset(covered, 0, sizeof covered);
            begin("Table");
            break;
        case 'h':
            if (header_count == 4) fail("a header has too many rows");
            row = &header[header_count++];
            row->count = row->is_band = 0;
            break;
        case 'r':
            if (row_count == 0) rows_to_come = 0;
            if (rows_to_come == 0) draw_rows();
            else rows_to_come--;
            if (row_count == MOST_ROWS) fail("too many rows hang together");
            row = &rows[row_count++];
            row->count = 0;
            row->is_band = *fields[1] == 'b';
            break;
        case 'c': {
            if (!row || row->count == MOST_CELLS) fail("a row has too many cells");
            struct cell *cell = &row->cells[row->count++];
            cell->column = atoi(fields[1]);
            cell->column_span = atoi(fields[2]);
            cell->row_span = atoi(fields[3]);
            cell->is_header = atoi(fields[4]);
            cell->count = 0;
            if (cell->row_span - 1 > rows_to_come) rows_to_come = cell->row_span - 1;
            break;
        }
        case 'p': {
            struct cell *cell = &row->cells[row->count - 1];
            if (cell->count == MOST_PARAGRAPHS) fail("a cell has too many paragraphs");
            cell->paragraphs[cell->count++] = paragraph_of(fields);
            break;
        }
        case 't':
            draw_rows();
            if (part_is_open) end_part();
            free_rows(header, header_count);
            end("Table");
            y += 9;
            break;
        default: fail("a line of the content is of no kind");
        }
    }
    if (y > TOP) finish_page();
    end("Document");
    cairo_surface_finish(surface);
    if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS) fail(cairo_status_to_string(cairo_status(cairo)));
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) fail(cairo_status_to_string(cairo_surface_status(surface)));
    if (recording && fclose(recording) != 0) fail("the recording cannot be written");
    return 0;
}
