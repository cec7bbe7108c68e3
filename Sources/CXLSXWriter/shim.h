#include <xlsxwriter.h>

// These members are `char *` in libxlsxwriter 1.1, and `const char *` in 1.2. Nothing writes to what they point to.
static inline void cleardays_xlsx_set_title(lxw_doc_properties *properties, const char *title) {
    properties->title = (char *)title;
}

static inline void cleardays_xlsx_set_texts(lxw_data_validation *validation, const char *formula, const char *message) {
    validation->value_formula = (char *)formula;
    validation->input_message = (char *)message;
}
