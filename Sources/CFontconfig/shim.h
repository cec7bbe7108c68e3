#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

/* The version of FreeType, which only a library that is open tells. */
static inline void cleardays_freetype_version(int *major, int *minor, int *patch) {
    FT_Library library;
    if (FT_Init_FreeType(&library)) return;
    FT_Library_Version(library, major, minor, patch);
    FT_Done_FreeType(library);
}
