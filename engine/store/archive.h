#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/store/user.h"

namespace palpera::store {

// How the user's files look inside: a line with what it is, its version, a checksum over the body, and the body in
// cereal's portable binary. The checksum is looked at before cereal sees a byte, and every count in the body is held
// against a bound before memory is taken for it.
inline constexpr int settings_version = 1;
inline constexpr int progress_version = 1;
inline constexpr std::size_t most_file_bytes = 16 * 1024 * 1024;

std::string pack(const Settings& settings);
std::string pack(const Progress& progress);
// The error says what is wrong with the bytes: damaged, or written by a newer Palpera.
base::Result<Settings> unpack_settings(std::string_view bytes);
base::Result<Progress> unpack_progress(std::string_view bytes);

}  // namespace palpera::store
