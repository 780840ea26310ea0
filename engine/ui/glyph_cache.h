#pragma once

#include <imgui.h>

#include <filesystem>

namespace palpera::ui {

// Draws the glyphs of every font that was added to the atlas, as ImFontAtlas::Build does. Drawing takes a third of the
// program's start, so the outcome is kept in FILE (none where it is empty) and taken from there when the very same
// fonts, sizes and ranges are asked for again. A file that is damaged or of other fonts is passed over and made anew.
// False where the fonts cannot be drawn.
bool draw_glyphs(ImFontAtlas& atlas, const std::filesystem::path& file);

}  // namespace palpera::ui
