#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/library/library.h"

namespace palpera::exchange {

// What was put where. `files` are names within the case folder.
struct Exchanged {
    std::string case_id;
    std::filesystem::path place;  // of an import the case's folder, of an export the package
    std::vector<std::string> files;
};

// Writes the case of `folder` into the file `package`, if the case holds every check against `library` and its journals
// are journals of it. What is no part of a case is left out with a warning. An existing file is replaced, and kept
// where nothing comes back.
std::optional<Exchanged> export_case(const std::filesystem::path& folder, const std::filesystem::path& package,
                                     const library::Library& library, base::Diagnostics& diagnostics);

// Puts the case of `package` into `cases`/library, if no case of its id is there and it holds every check against
// `library`, which was read from `cases`. The case appears whole or not at all; where nothing comes back, nothing was
// left in `cases`. Places within the package read PACKAGE/ID/FILE in the complaints.
std::optional<Exchanged> import_case(const std::filesystem::path& package, const std::filesystem::path& cases,
                                     const library::Library& library, base::Diagnostics& diagnostics);

}  // namespace palpera::exchange
