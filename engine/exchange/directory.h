#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/base/result.h"

namespace palpera::exchange {

inline constexpr std::size_t most_entries = 200;

// Why these bytes are not read as a zip archive, before any of their numbers is believed: they are none (and what they
// look like instead), they are cut, or their directory is double, larger than `most_entries` need, or in the form for
// archives above 4 GiB. `where` is left empty.
std::optional<base::Error> trouble_with_archive(std::string_view bytes);

}  // namespace palpera::exchange
