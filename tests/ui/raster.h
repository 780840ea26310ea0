#pragma once

#include <imgui.h>

#include "engine/ui/theme.h"
#include "tests/ui/driver.h"

namespace palpera::ui_test {

// Draws ImGui's triangles on the processor: textured, clipped, blended. The same bytes on every machine.
Picture rasterise(const ImDrawData& data, ui::Colour ground);

// Through stb_image. An empty picture when the file cannot be read.
Picture read_png(const std::filesystem::path& path);
bool write_png(const std::filesystem::path& path, const Picture& picture);

}  // namespace palpera::ui_test
