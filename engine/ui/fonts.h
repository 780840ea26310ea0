#pragma once

#include <imgui.h>

#include <array>
#include <filesystem>

#include "engine/base/result.h"

namespace palpera::ui {

// Nothing is smaller than caption; display has digits, colon and dash only.
enum class Type { caption, body, reading, title, heading, display };
enum class Weight { regular, strong };

// The fonts of one scale, in an atlas of the current ImGui context.
struct Fonts {
    std::array<ImFont*, 6> regular{};
    std::array<ImFont*, 6> strong{};
    // For tables and clocks: every digit is as wide as the widest.
    std::array<ImFont*, 6> tabular{};
    std::array<ImFont*, 6> tabular_strong{};
    // 16, 20, 24 and 28 pixels at 100 %. Apart from the text, so that an icon is centred by its own square.
    std::array<ImFont*, 4> icons{};

    ImFont* of(Type type, Weight weight, bool digits_alike = false) const;
    ImFont* icon(float size) const;
};

// Height of a line of running text, in pixels at 100 %.
float line_height(Type type);

// Where fonts lie: `Inter-Regular.otf`, `Inter-SemiBold.otf`, `MaterialIcons-Regular.ttf`, with their licences.
// `scale` is text scale times the display's density; `backing` is how many pixels of the frame buffer stand for one of
// the window's (above 1 only where the system counts in points). Rebuild when either changes. `drawn` is the file that
// keeps the glyphs between starts; empty: none.
base::Result<Fonts> build_fonts(ImFontAtlas& atlas, const std::filesystem::path& folder, float scale, float backing = 1,
                                const std::filesystem::path& drawn = {});

}  // namespace palpera::ui
