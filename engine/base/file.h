#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace palpera::base {

// The whole of a regular file of at most `most` bytes. Anything else (a folder, a pipe, a device, a larger file)
// is refused by what fstat says, before a byte is read.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t most);

// Makes the folder and those above it that are missing. Their names are on the disk when this returns Done.
Outcome make_folder(const std::filesystem::path& folder);

// Names that were added to the folder, changed or taken from it are on the disk when this returns Done.
Outcome sync_folder(const std::filesystem::path& folder);

// Written to a temporary name in the same folder, synced, renamed, and the folder synced: after a crash the file is
// the old one or the new one, never a part. Makes the folders above it. `mode`: who may read and write it.
Outcome write_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

}  // namespace palpera::base
