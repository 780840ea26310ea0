#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"
#include "engine/exchange/directory.h"

namespace palpera::exchange {

inline constexpr std::size_t most_package_bytes = 64u << 20;  // packed, and again when unpacked
inline constexpr std::size_t most_ratio = 100;                // unpacked to packed, of an entry and of the whole

struct File {
    std::string name;  // within the case folder
    std::string bytes;
    friend bool operator==(const File&, const File&) = default;
};

// One case folder in one file: a zip archive of ID/case.yaml, its translations and its journals.
struct Package {
    std::string id;
    std::vector<File> files;  // by name
    friend bool operator==(const Package&, const Package&) = default;
};

// Writes nothing anywhere. Every entry is looked at by its name, kind and size before a byte of any is unpacked; the
// complaints name the entry. `name`: how the package is called in them. The rule "unreadable": no zip archive at all.
std::optional<Package> unpack(const std::string& name, std::string_view bytes, base::Diagnostics& diagnostics);

// The same bytes on every machine and at any time: stored as they are, by name, dated 1980-01-01.
base::Result<std::string> pack(Package package);

}  // namespace palpera::exchange
