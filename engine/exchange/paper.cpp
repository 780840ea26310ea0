#include "engine/exchange/paper.h"

#include <algorithm>
#include <numbers>

namespace palpera::exchange {
namespace {

// No document says when it was made: the same debrief is the same file.
constexpr const char* fixed_date = "2000-01-01T00:00:00Z";

cairo_status_t keep(void* to, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

std::string with_numbers(std::string words, int page, int pages) {
    const auto put = [&](const char* place, int value) {
        const std::size_t at = words.find(place);
        if (at != std::string::npos) words.replace(at, std::string_view(place).size(), std::to_string(value));
    };
    put("{n}", page);
    put("{all}", pages);
    return words;
}

}  // namespace

base::Result<std::unique_ptr<Paper>> Paper::open(Head head, const std::filesystem::path& fonts) {
    const Typesetting& typesetting = Typesetting::loaded();
    if (!typesetting.is_whole()) {
        return base::Error{PALPERA_PANGOCAIRO, "the library that documents are set with is not there, or is too old",
                           "install Pango 1.50 and cairo 1.16 or later"};
    }
    // Only the two fonts that are shipped: what else the machine has changes nothing.
    FcConfig* config = typesetting.FcConfigCreate();
    for (const char* name : {"Inter-Regular.otf", "Inter-SemiBold.otf"}) {
        const std::string file = (fonts / name).string();
        if (typesetting.FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.c_str()))) continue;
        typesetting.FcConfigDestroy(config);
        return base::Error{file, "the font cannot be read", "install Palpera again"};
    }
    std::unique_ptr<Paper> paper(new Paper(typesetting));
    paper->head_ = std::move(head);
    paper->surface_ = typesetting.cairo_pdf_surface_create_for_stream(keep, &paper->bytes_, width, height);
    const auto say = [&](cairo_pdf_metadata_t what, const char* words) {
        typesetting.cairo_pdf_surface_set_metadata(paper->surface_, what, words);
    };
    say(CAIRO_PDF_METADATA_TITLE, paper->head_.title.c_str());
    say(CAIRO_PDF_METADATA_CREATOR, paper->head_.author.c_str());
    say(CAIRO_PDF_METADATA_CREATE_DATE, fixed_date);
    say(CAIRO_PDF_METADATA_MOD_DATE, fixed_date);
    paper->pen_ = typesetting.cairo_create(paper->surface_);
    paper->fonts_ = typesetting.pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    typesetting.pango_fc_font_map_set_config(reinterpret_cast<PangoFcFontMap*>(paper->fonts_), config);
    typesetting.FcConfigDestroy(config);
    typesetting.pango_cairo_font_map_set_resolution(reinterpret_cast<PangoCairoFontMap*>(paper->fonts_), 72);
    paper->context_ = typesetting.pango_font_map_create_context(paper->fonts_);
    cairo_font_options_t* options = typesetting.cairo_font_options_create();
    typesetting.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    typesetting.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    typesetting.pango_cairo_context_set_font_options(paper->context_, options);
    typesetting.cairo_font_options_destroy(options);
    typesetting.pango_context_set_round_glyph_positions(paper->context_, false);
    paper->layout_ = typesetting.pango_layout_new(paper->context_);
    return paper;
}

Paper::~Paper() {
    if (layout_) typesetting_.g_object_unref(layout_);
    if (context_) typesetting_.g_object_unref(context_);
    if (pen_) typesetting_.cairo_destroy(pen_);
    if (surface_) typesetting_.cairo_surface_destroy(surface_);
    if (fonts_) typesetting_.g_object_unref(fonts_);
}

void Paper::set(std::string_view words, const Type& type, double wide) const {
    PangoFontDescription* font = typesetting_.pango_font_description_new();
    typesetting_.pango_font_description_set_family_static(font, "Inter");
    typesetting_.pango_font_description_set_weight(font, type.strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    typesetting_.pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
    typesetting_.pango_layout_set_font_description(layout_, font);
    typesetting_.pango_font_description_free(font);
    typesetting_.pango_layout_set_text(layout_, words.data(), static_cast<int>(words.size()));
    typesetting_.pango_layout_set_width(layout_, wide < 0 ? -1 : static_cast<int>(wide * PANGO_SCALE));
    typesetting_.pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
    typesetting_.pango_layout_set_line_spacing(layout_, 1.12f);
}

double Paper::height_of(double wide, std::string_view words, const Type& type) const {
    set(words, type, wide);
    int x = 0, high = 0;
    typesetting_.pango_layout_get_size(layout_, &x, &high);
    return static_cast<double>(high) / PANGO_SCALE;
}

double Paper::width_of(std::string_view words, const Type& type) const {
    set(words, type, -1);
    int across = 0, high = 0;
    typesetting_.pango_layout_get_size(layout_, &across, &high);
    return static_cast<double>(across) / PANGO_SCALE;
}

double Paper::text(double x, double at_y, double wide, std::string_view words, const Type& type, double across) {
    const double high = height_of(wide, words, type);
    typesetting_.pango_layout_set_alignment(layout_, across > 0.75   ? PANGO_ALIGN_RIGHT
                                                     : across > 0.25 ? PANGO_ALIGN_CENTER
                                                                     : PANGO_ALIGN_LEFT);
    use(type.ink);
    typesetting_.cairo_move_to(pen_, x, at_y);
    typesetting_.pango_cairo_show_layout(pen_, layout_);
    typesetting_.pango_layout_set_alignment(layout_, PANGO_ALIGN_LEFT);
    return high;
}

void Paper::fill(double x, double at_y, double wide, double high, const Ink& ink, double rounding) {
    constexpr double quarter = std::numbers::pi / 2;
    const double r = std::min({rounding, wide / 2, high / 2});
    use(ink);
    typesetting_.cairo_new_sub_path(pen_);
    typesetting_.cairo_arc(pen_, x + wide - r, at_y + r, r, -quarter, 0);
    typesetting_.cairo_arc(pen_, x + wide - r, at_y + high - r, r, 0, quarter);
    typesetting_.cairo_arc(pen_, x + r, at_y + high - r, r, quarter, 2 * quarter);
    typesetting_.cairo_arc(pen_, x + r, at_y + r, r, 2 * quarter, 3 * quarter);
    typesetting_.cairo_close_path(pen_);
    typesetting_.cairo_fill(pen_);
}

void Paper::line(double x0, double y0, double x1, double y1, const Ink& ink, double thick, bool dashed) {
    const double dashes[] = {2.5, 2};
    use(ink);
    typesetting_.cairo_set_line_width(pen_, thick);
    typesetting_.cairo_set_dash(pen_, dashes, dashed ? 2 : 0, 0);
    typesetting_.cairo_move_to(pen_, x0, y0);
    typesetting_.cairo_line_to(pen_, x1, y1);
    typesetting_.cairo_stroke(pen_);
    typesetting_.cairo_set_dash(pen_, dashes, 0, 0);
}

void Paper::end_page() {
    const Type small{7.5, false, inks::ink3};
    const double at = height - foot;
    line(margin, at - 6, width - margin, at - 6, inks::line);
    text(margin, at, inner - 90, head_.footer, small);
    text(width - margin - 90, at, 90, with_numbers(head_.page_of, page_, head_.pages), small, 1);
    typesetting_.cairo_show_page(pen_);
}

bool Paper::need(double space) {
    if (y + space <= height - foot - 12 || y <= margin) return false;
    end_page();
    ++page_;
    y = margin;
    return true;
}

std::string Paper::finish() {
    end_page();
    typesetting_.cairo_surface_finish(surface_);
    return std::move(bytes_);
}

}  // namespace palpera::exchange
