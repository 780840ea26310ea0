#pragma once

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "engine/base/late_library.h"

namespace palpera::exchange {

// Pango, cairo and fontconfig, loaded with the first document that is made: thirty libraries, and few starts are
// followed by a document.
class Typesetting : public base::LateLibrary {
public:
    // The one of this process.
    static const Typesetting& loaded() {
        static const Typesetting typesetting;
        return typesetting;
    }

private:
    // Those behind it are found through it.
    Typesetting() : LateLibrary(PALPERA_PANGOCAIRO) {}

public:
    PALPERA_LATE(FcConfigAppFontAddFile);
    PALPERA_LATE(FcConfigCreate);
    PALPERA_LATE(FcConfigDestroy);
    PALPERA_LATE(cairo_arc);
    PALPERA_LATE(cairo_close_path);
    PALPERA_LATE(cairo_create);
    PALPERA_LATE(cairo_destroy);
    PALPERA_LATE(cairo_fill);
    PALPERA_LATE(cairo_fill_preserve);
    PALPERA_LATE(cairo_font_options_create);
    PALPERA_LATE(cairo_font_options_destroy);
    PALPERA_LATE(cairo_font_options_set_hint_metrics);
    PALPERA_LATE(cairo_font_options_set_hint_style);
    PALPERA_LATE(cairo_line_to);
    PALPERA_LATE(cairo_move_to);
    PALPERA_LATE(cairo_new_path);
    PALPERA_LATE(cairo_new_sub_path);
    PALPERA_LATE(cairo_pdf_surface_create_for_stream);
    PALPERA_LATE(cairo_pdf_surface_set_metadata);
    PALPERA_LATE(cairo_rectangle);
    PALPERA_LATE(cairo_set_dash);
    PALPERA_LATE(cairo_set_line_cap);
    PALPERA_LATE(cairo_set_line_width);
    PALPERA_LATE(cairo_set_source_rgb);
    PALPERA_LATE(cairo_show_page);
    PALPERA_LATE(cairo_stroke);
    PALPERA_LATE(cairo_surface_destroy);
    PALPERA_LATE(cairo_surface_finish);
    PALPERA_LATE(g_object_unref);
    PALPERA_LATE(pango_cairo_context_set_font_options);
    PALPERA_LATE(pango_cairo_font_map_new_for_font_type);
    PALPERA_LATE(pango_cairo_font_map_set_resolution);
    PALPERA_LATE(pango_cairo_show_layout);
    PALPERA_LATE(pango_context_set_round_glyph_positions);
    PALPERA_LATE(pango_fc_font_map_set_config);
    PALPERA_LATE(pango_font_description_free);
    PALPERA_LATE(pango_font_description_new);
    PALPERA_LATE(pango_font_description_set_absolute_size);
    PALPERA_LATE(pango_font_description_set_family_static);
    PALPERA_LATE(pango_font_description_set_weight);
    PALPERA_LATE(pango_font_map_create_context);
    PALPERA_LATE(pango_layout_get_size);
    PALPERA_LATE(pango_layout_new);
    PALPERA_LATE(pango_layout_set_alignment);
    PALPERA_LATE(pango_layout_set_font_description);
    PALPERA_LATE(pango_layout_set_line_spacing);
    PALPERA_LATE(pango_layout_set_text);
    PALPERA_LATE(pango_layout_set_width);
    PALPERA_LATE(pango_layout_set_wrap);
};

}  // namespace palpera::exchange
