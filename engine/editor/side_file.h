#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/base/result.h"

namespace palpera::editor {

// NAME.unsaved beside NAME: what was written and not saved when the program ended.
std::filesystem::path side_file(const std::filesystem::path& file);
std::optional<std::string> read_side_file(const std::filesystem::path& file);
base::Outcome write_side_file(const std::filesystem::path& file, const std::string& bytes);
void remove_side_file(const std::filesystem::path& file);

}  // namespace palpera::editor
