#include "engine/ui/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/ui/glyph_cache.h"
#include "engine/ui/icons.h"

namespace palpera::ui {
namespace {

constexpr std::size_t largest_font_file = 16u << 20;

// ImGui's sizes are line heights: 1.21 times the size of the letters.
// Caption is 15, not 14.5: hinted to whole pixels 14.5 runs 4 % narrower than drawn, 15 as drawn.
constexpr float sizes[] = {15, 17, 19.5f, 24, 34, 48};
constexpr float icon_sizes[] = {16, 20, 24, 28};

constexpr ImWchar text_ranges[] = {0x20,   0x17F,  0x2010, 0x2044, 0x2070, 0x2209, 0x2212,
                                   0x2212, 0x2260, 0x2265, 0x3B1,  0x3C9,  0};
constexpr ImWchar heading_ranges[] = {0x20, 0xFF, 0x2010, 0x2026, 0x202F, 0x202F, 0};
constexpr ImWchar table_ranges[] = {0x20,   0x7E,   0xA0,   0xFF,   0x2009, 0x2014, 0x202F,
                                    0x202F, 0x2212, 0x2212, 0x2264, 0x2265, 0};
constexpr ImWchar digit_ranges[] = {0x30, 0x39, 0};
constexpr ImWchar display_ranges[] = {0x2B, 0x3A, 0x2013, 0x2013, 0x2212, 0x2212, 0};

std::size_t index(Type type) { return static_cast<std::size_t>(type); }

std::vector<ImWchar> icon_ranges() {
    std::vector<ImWchar> points;
    for (const char* icon : icon::all) points.push_back(static_cast<ImWchar>(base::code_points(icon).front()));
    std::ranges::sort(points);
    std::vector<ImWchar> ranges;
    for (ImWchar point : points) ranges.insert(ranges.end(), {point, point});
    ranges.push_back(0);
    return ranges;
}

// Of the digit 0, as a share of the line height. The widest one (4) would leave holes around the others.
double digit_width(const std::string& file) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return 0;
    FT_Face face = nullptr;
    double width = 0;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(file.data()), static_cast<FT_Long>(file.size()), 0,
                           &face) == 0) {
        int line = face->ascender - face->descender;
        if (line > 0 && FT_Load_Char(face, '0', FT_LOAD_NO_SCALE) == 0)
            width = static_cast<double>(face->glyph->metrics.horiAdvance) / line;
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return width;
}

class Builder {
public:
    Builder(ImFontAtlas& atlas, float scale, float backing)
        : atlas_(atlas), scale_(scale * backing), backing_(backing) {}

    ImFont* font(std::string& file, float size, const ImWchar* ranges) { return add(file, pixels(size), ranges, {}); }

    ImFont* tabular(std::string& file, float size, const ImWchar* ranges, double digit) {
        ImFontConfig digits;
        digits.GlyphMinAdvanceX = digits.GlyphMaxAdvanceX = std::round(static_cast<float>(digit) * pixels(size));
        ImFont* made = add(file, pixels(size), digit_ranges, digits);
        ImFontConfig rest;
        rest.MergeMode = true;  // the first source that has a glyph wins
        add(file, pixels(size), ranges, rest);
        return made;
    }

private:
    float pixels(float size) const { return size * scale_; }

    ImFont* add(std::string& file, float size, const ImWchar* ranges, ImFontConfig config) {
        config.OversampleH = 1;
        ImFont* made = atlas_.AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), size, &config, ranges);
        // Told at once that it does not own the bytes, the atlas would copy the whole file for every size.
        atlas_.ConfigData.back().FontDataOwnedByAtlas = false;
        made->Scale = 1 / backing_;
        return made;
    }

    ImFontAtlas& atlas_;
    float scale_, backing_;
};

}  // namespace

ImFont* Fonts::of(Type type, Weight weight, bool digits_alike) const {
    if (digits_alike && tabular[index(type)] != nullptr)
        return (weight == Weight::strong ? tabular_strong : tabular)[index(type)];
    return (weight == Weight::strong ? strong : regular)[index(type)];
}

ImFont* Fonts::icon(float size) const {
    std::size_t at = 0;
    while (at + 1 < icons.size() && icon_sizes[at] < size) ++at;
    return icons[at];
}

float line_height(Type type) {
    constexpr float heights[] = {16, 20, 24, 28, 36, 44};
    return heights[index(type)];
}

base::Result<Fonts> build_fonts(ImFontAtlas& atlas, const std::filesystem::path& folder, float scale, float backing,
                                const std::filesystem::path& drawn) {
    std::string files[3];
    const char* names[] = {"Inter-Regular.otf", "Inter-SemiBold.otf", "MaterialIcons-Regular.ttf"};
    for (int i = 0; i < 3; ++i) {
        auto bytes = base::read_file(folder / names[i], largest_font_file);
        if (!bytes)
            return base::Error{(folder / names[i]).string(), "the font cannot be read: " + bytes.error().what,
                               "install the program again, fonts included"};
        files[i] = std::move(*bytes);
    }
    auto& [regular, strong, icons] = files;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.TexGlyphPadding = 1;

    Builder builder(atlas, scale, backing);
    Fonts fonts;
    // The first font of the atlas is ImGui's default.
    for (Type type : {Type::body, Type::caption, Type::reading}) {
        fonts.regular[index(type)] = builder.font(regular, sizes[index(type)], text_ranges);
        fonts.strong[index(type)] = builder.font(strong, sizes[index(type)], text_ranges);
    }
    for (Type type : {Type::title, Type::heading})
        fonts.regular[index(type)] = fonts.strong[index(type)] =
            builder.font(strong, sizes[index(type)], type == Type::title ? text_ranges : heading_ranges);
    double digit = digit_width(regular), strong_digit = digit_width(strong);
    fonts.regular[index(Type::display)] = fonts.strong[index(Type::display)] =
        builder.font(strong, sizes[index(Type::display)], display_ranges);
    fonts.tabular[index(Type::display)] = fonts.tabular_strong[index(Type::display)] =
        builder.tabular(strong, sizes[index(Type::display)], display_ranges, strong_digit);
    for (Type type : {Type::caption, Type::body}) {
        fonts.tabular[index(type)] = builder.tabular(regular, sizes[index(type)], table_ranges, digit);
        fonts.tabular_strong[index(type)] = builder.tabular(strong, sizes[index(type)], table_ranges, strong_digit);
    }
    std::vector<ImWchar> wanted = icon_ranges();
    for (std::size_t i = 0; i < fonts.icons.size(); ++i)
        fonts.icons[i] = builder.font(icons, icon_sizes[i], wanted.data());

    if (!draw_glyphs(atlas, drawn))
        return base::Error{folder.string(), "the fonts cannot be drawn", "install the program again, fonts included"};
    atlas.ClearInputData();
    return fonts;
}

}  // namespace palpera::ui
