#pragma once

#include <filesystem>

#include "engine/base/result.h"

namespace palpera::encounter {

// Where the journal FILE goes on once the disk under it has failed: a file of its own in the folder `second`.
std::filesystem::path second_place(const std::filesystem::path& file, const std::filesystem::path& second);
// Where the journal FILE is now: at its second place where that goes on from what FILE holds, or FILE is gone; else
// FILE itself. `second` empty: FILE.
std::filesystem::path place_of(const std::filesystem::path& file, const std::filesystem::path& second);
// Makes the folder for this user alone. It may lie where anybody can make one: somebody else's is an error.
base::Outcome make_own_folder(const std::filesystem::path& folder);

}  // namespace palpera::encounter
