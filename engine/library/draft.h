#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/library/library.h"

namespace palpera::library {

// A case that is being written, as read_case reads one, but from bytes: first those of `FOLDER/case.yaml`, then those
// of its translations, each by its whole name.
std::optional<CaseFile> read_draft(const std::filesystem::path& folder,
                                   std::vector<std::pair<std::string, std::string>> names_and_bytes,
                                   const Library& library, base::Diagnostics& diagnostics);

}  // namespace palpera::library
