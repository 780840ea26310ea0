#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/exchange/typesetting.h"

namespace palpera::exchange {

struct Ink {
    double red = 0, green = 0, blue = 0;
};
constexpr Ink hex(unsigned colour) {
    return {((colour >> 16) & 255) / 255.0, ((colour >> 8) & 255) / 255.0, (colour & 255) / 255.0};
}
// The light palette of the windows: what is read on paper is read on white.
namespace inks {
inline constexpr Ink ink = hex(0x14272E), ink2 = hex(0x40545C), ink3 = hex(0x596A71), line = hex(0xDFDCD4),
                     sunken = hex(0xEAE8E2), white = hex(0xFFFFFF), primary = hex(0x0F5A6A),
                     primary_tint = hex(0xE0EDEF), focus = hex(0x1B6AC9), ok = hex(0x007B78), missed = hex(0xA65300),
                     late = hex(0x5F3FA0), unneeded = hex(0x818E94), harm = hex(0x8A0B2E);
}  // namespace inks

struct Type {
    double size = 9;  // points
    bool strong = false;
    Ink ink = inks::ink;
};

// A4 pages that are filled from the top down. Measures in points, from the upper left corner.
class Paper {
public:
    static constexpr double width = 595.276, height = 841.89, margin = 48, foot = 46;
    static constexpr double inner = width - 2 * margin;

    struct Head {
        std::string title, author;  // of the document
        std::string footer;         // left in the foot of every page; its number stands right
        std::string page_of;        // "Page {n} of {all}"
        int pages = 0;              // 0: not known yet
    };
    // An error: the fonts cannot be read, or Pango or cairo is missing.
    static base::Result<std::unique_ptr<Paper>> open(Head head, const std::filesystem::path& fonts);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    double y = margin;  // where the next thing stands
    // Begins a page where so much does not fit on this one. True: it did.
    bool need(double space);

    // Broken at words; gives the height. `across` 0 left, 0.5 centred, 1 right.
    double text(double x, double at_y, double wide, std::string_view words, const Type& type, double across = 0);
    double height_of(double wide, std::string_view words, const Type& type) const;
    double width_of(std::string_view words, const Type& type) const;

    void fill(double x, double at_y, double wide, double high, const Ink& ink, double rounding = 0);
    void line(double x0, double y0, double x1, double y1, const Ink& ink, double thick = 0.6, bool dashed = false);
    const Typesetting& typesetting() const { return typesetting_; }
    cairo_t* pen() { return pen_; }
    void use(const Ink& ink) { typesetting_.cairo_set_source_rgb(pen_, ink.red, ink.green, ink.blue); }

    int pages() const { return page_; }
    // The bytes of the document; nothing may be drawn afterwards.
    std::string finish();

private:
    explicit Paper(const Typesetting& typesetting) : typesetting_(typesetting) {}
    void set(std::string_view words, const Type& type, double wide) const;
    void end_page();

    const Typesetting& typesetting_;
    Head head_;
    std::string bytes_;
    int page_ = 1;
    cairo_surface_t* surface_ = nullptr;
    cairo_t* pen_ = nullptr;
    PangoFontMap* fonts_ = nullptr;
    PangoContext* context_ = nullptr;
    PangoLayout* layout_ = nullptr;
};

}  // namespace palpera::exchange
