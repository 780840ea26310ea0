#include "engine/ui/glyph_cache.h"

#include <imgui_internal.h>

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/base/digest.h"
#include "engine/base/file.h"

namespace palpera::ui {
namespace {

constexpr std::string_view kind = "palpera-glyphs-1\n";
constexpr std::size_t most_bytes = 64 * 1024 * 1024;
constexpr int most_pixels_a_side = 16'384;
// A font begins with the checksums of its tables (OpenType 1.9, "Organization of an OpenType font"): twelve bytes, then
// sixteen for each of some twenty tables. They stand for the whole of it.
constexpr std::size_t directory_of_font = 512;

static_assert(std::is_trivially_copyable_v<ImFontGlyph>);

// Of one font as drawn.
struct Drawn {
    ImWchar fallback = 0, ellipsis = 0, dot = 0;
    float ascent = 0, descent = 0;
};
// Of the atlas as drawn, but for its pixels.
struct Sheet {
    int width = 0, height = 0;
    ImVec2 white;
    ImVec4 lines[IM_DRAWLIST_TEX_LINES_WIDTH_MAX + 1];
};

template <class Plain>
std::string_view bytes_of(const Plain* values, int count) {
    return {reinterpret_cast<const char*>(values), sizeof(Plain) * static_cast<std::size_t>(count)};
}

// False where the bytes are not whole values.
template <class Plain>
bool take(std::string_view bytes, std::vector<Plain>& values) {
    if (bytes.size() % sizeof(Plain) != 0) return false;
    values.resize(bytes.size() / sizeof(Plain));
    if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return true;
}

// Everything that decides how the glyphs come out.
base::Digest asked_for(const ImFontAtlas& atlas) {
    base::CanonicalWriter writer;
    writer.text(IMGUI_VERSION).number(sizeof(ImFontGlyph)).number(atlas.FontBuilderFlags);
    writer.signed_number(atlas.TexGlyphPadding).signed_number(atlas.TexDesiredWidth);
    for (const ImFontConfig& config : atlas.ConfigData) {
        const std::string_view font(static_cast<const char*>(config.FontData),
                                    static_cast<std::size_t>(config.FontDataSize));
        writer.number(font.size()).text(font.substr(0, directory_of_font));
        int ranges = 0;
        while (config.GlyphRanges[ranges] != 0) ++ranges;
        const float numbers[] = {config.SizePixels, config.GlyphMinAdvanceX, config.GlyphMaxAdvanceX};
        writer.text(bytes_of(numbers, 3)).text(bytes_of(config.GlyphRanges, ranges)).number(config.MergeMode);
    }
    return base::digest(writer.bytes());
}

std::string written(const ImFontAtlas& atlas, const base::Digest& asked) {
    Sheet sheet{atlas.TexWidth, atlas.TexHeight, atlas.TexUvWhitePixel, {}};
    std::memcpy(sheet.lines, atlas.TexUvLines, sizeof sheet.lines);
    base::CanonicalWriter body;
    body.text(bytes_of(&sheet, 1)).text(bytes_of(atlas.TexPixelsAlpha8, sheet.width * sheet.height));
    for (const ImFont* font : atlas.Fonts) {
        const Drawn drawn{font->FallbackChar, font->EllipsisChar, font->DotChar, font->Ascent, font->Descent};
        body.text(bytes_of(&drawn, 1)).text(bytes_of(font->Glyphs.Data, font->Glyphs.Size));
    }
    base::CanonicalWriter file;
    file.text(asked.hex()).text(base::digest(body.bytes()).hex()).text(body.bytes());
    return std::string(kind) + file.bytes();
}

struct Kept {
    Sheet sheet;
    std::string_view pixels;
    std::vector<Drawn> fonts;
    std::vector<std::vector<ImFontGlyph>> glyphs;
};

// What is kept points into `bytes`.
std::optional<Kept> read_kept(std::string_view bytes, const base::Digest& asked, int fonts) {
    if (!bytes.starts_with(kind)) return std::nullopt;
    base::CanonicalReader file(bytes.substr(kind.size()));
    if (file.text(64) != asked.hex()) return std::nullopt;
    const std::string_view sum = file.view(64), body = file.view(most_bytes);
    if (!file.ok() || !file.at_end() || base::digest(body).hex() != sum) return std::nullopt;

    Kept kept;
    base::CanonicalReader reader(body);
    std::vector<Sheet> sheet;
    if (!take(reader.view(sizeof(Sheet)), sheet) || sheet.size() != 1) return std::nullopt;
    kept.sheet = sheet.front();
    kept.pixels = reader.view(most_bytes);
    const auto [width, height, white, lines] = kept.sheet;
    if (width < 1 || height < 1 || width > most_pixels_a_side || height > most_pixels_a_side) return std::nullopt;
    if (kept.pixels.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) return std::nullopt;
    for (int font = 0; font < fonts; ++font) {
        std::vector<Drawn> drawn;
        if (!take(reader.view(sizeof(Drawn)), drawn) || drawn.size() != 1) return std::nullopt;
        kept.fonts.push_back(drawn.front());
        if (!take(reader.view(most_bytes), kept.glyphs.emplace_back())) return std::nullopt;
        // The tables of a font are as long as its last glyph's number.
        for (const ImFontGlyph& glyph : kept.glyphs.back())
            if (glyph.Codepoint > IM_UNICODE_CODEPOINT_MAX) return std::nullopt;
    }
    if (!reader.ok() || !reader.at_end()) return std::nullopt;
    return kept;
}

void put(const Kept& kept, ImFontAtlas& atlas) {
    atlas.ClearTexData();
    atlas.TexWidth = kept.sheet.width;
    atlas.TexHeight = kept.sheet.height;
    atlas.TexUvScale = ImVec2(1 / static_cast<float>(atlas.TexWidth), 1 / static_cast<float>(atlas.TexHeight));
    atlas.TexUvWhitePixel = kept.sheet.white;
    std::memcpy(atlas.TexUvLines, kept.sheet.lines, sizeof atlas.TexUvLines);
    atlas.TexPixelsAlpha8 = static_cast<unsigned char*>(IM_ALLOC(kept.pixels.size()));
    std::memcpy(atlas.TexPixelsAlpha8, kept.pixels.data(), kept.pixels.size());
    for (ImFontConfig& config : atlas.ConfigData) ImFontAtlasBuildSetupFont(&atlas, config.DstFont, &config, 0, 0);
    for (int i = 0; i < atlas.Fonts.Size; ++i) {
        ImFont& font = *atlas.Fonts[i];
        const Drawn& drawn = kept.fonts[static_cast<std::size_t>(i)];
        const std::vector<ImFontGlyph>& glyphs = kept.glyphs[static_cast<std::size_t>(i)];
        font.Ascent = drawn.ascent;
        font.Descent = drawn.descent;
        font.FallbackChar = drawn.fallback;
        font.EllipsisChar = drawn.ellipsis;
        font.DotChar = drawn.dot;
        font.Glyphs.resize(static_cast<int>(glyphs.size()));
        if (!glyphs.empty()) std::memcpy(font.Glyphs.Data, glyphs.data(), sizeof(ImFontGlyph) * glyphs.size());
        font.BuildLookupTable();
    }
    atlas.TexReady = true;
}

}  // namespace

bool draw_glyphs(ImFontAtlas& atlas, const std::filesystem::path& file) {
    if (file.empty()) return atlas.Build();
    const base::Digest asked = asked_for(atlas);
    if (const base::Result<std::string> bytes = base::read_file(file, most_bytes)) {
        if (const std::optional<Kept> kept = read_kept(*bytes, asked, atlas.Fonts.Size)) {
            put(*kept, atlas);
            return true;
        }
    }
    if (!atlas.Build()) return false;
    // Without the file everything works, only slower.
    if (atlas.TexPixelsAlpha8 != nullptr) static_cast<void>(base::write_file(file, written(atlas, asked)));
    return true;
}

}  // namespace palpera::ui
