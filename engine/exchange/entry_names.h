#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palpera::exchange {

inline constexpr std::size_t most_name_bytes = 200;

// case.yaml, case.LANG.yaml and NAME.journal, NAME being an id: what a case folder is made of.
bool is_case_file(std::string_view name);
// What such a file may hold, in bytes.
std::size_t most_bytes_of(std::string_view case_file);

struct NameTrouble {
    std::string what, hint;
};
// Nothing for ID/ and for ID/FILE, FILE being a case file, where every system can keep a file of that name; otherwise
// what is wrong. No path is ever built from a name that has not passed.
std::optional<NameTrouble> trouble_with_entry_name(std::string_view name);

}  // namespace palpera::exchange
