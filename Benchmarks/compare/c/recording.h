/* SPDX-License-Identifier: Apache-2.0 */
/* What a page is drawn with, as pango-loop records it and cairo-replay draws it: a file of these records, each as long as a multiple of
   eight bytes, so that a reader finds glyphs and clusters as Cairo takes them. */
#include <stddef.h>
#include <stdint.h>

enum operation {
    DEFINE_FONT = 1, /* text: family; values: size; counts[0]: bold, counts[1]: italic */
    BEGIN_BRACKET,
    END_BRACKET,
    SHOW_TEXT, /* counts: font, glyphs, clusters; the glyphs, the clusters, the text */
    FILL_RECTANGLE, /* values: x, y, width, height; the colour of the ground of a band */
    ADD_LINE, /* values: the two points */
    STROKE, /* values[0]: the thickness */
    SHOW_PAGE,
    SET_SIZE, /* values[0] and [1]: the width and the height of the page that begins */
};

struct record {
    uint32_t operation;
    /* Of the text behind the record, without what fills it up to eight bytes. */
    uint32_t text_length;
    uint32_t counts[4];
    double values[4];
};

static inline size_t padded(size_t length) { return (length + 7) / 8 * 8; }

#define PAGE_WIDTH 595.2756
#define PAGE_HEIGHT 841.8898
