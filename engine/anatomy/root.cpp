#include "engine/anatomy/root.h"

#include <algorithm>
#include <array>

namespace palpera::anatomy {
namespace {

constexpr std::array<std::string_view, root_count> names{"C2", "C3", "C4", "C5", "C6", "C7", "C8",  "T1",  "T2",  "T3",
                                                         "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "L1",
                                                         "L2", "L3", "L4", "L5", "S1", "S2", "S3",  "S4",  "S5"};

}  // namespace

std::string_view name(Root root) { return names[static_cast<std::size_t>(root)]; }

std::optional<Root> root_named(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Root>(found - names.begin());
}

}  // namespace palpera::anatomy
