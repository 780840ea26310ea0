#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palpera::exchange {

inline constexpr std::size_t most_entries = 200;

struct ArchiveTrouble {
    const char* rule;  // "unreadable", or "package-size"
    std::string what, hint;
};
// Why these bytes are not read as a zip archive, before any of their numbers is believed: they are none (and what they
// look like instead), they are cut, or their directory is double, larger than `most_entries` need, or in the form for
// archives above 4 GiB.
std::optional<ArchiveTrouble> trouble_with_archive(std::string_view bytes);

}  // namespace palpera::exchange
