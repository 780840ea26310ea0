#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace palpera::anatomy {

// The spinal roots that have skin or muscles: C2 to S5.
// clang-format off
enum class Root : std::uint8_t {
    C2, C3, C4, C5, C6, C7, C8,
    T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12,
    L1, L2, L3, L4, L5,
    S1, S2, S3, S4, S5
};
// clang-format on
inline constexpr std::size_t root_count = 29;

std::string_view name(Root root);                       // "L5"
std::optional<Root> root_named(std::string_view name);  // the root of that name

// How much of something each root supplies, 0 to 1.
struct RootShare {
    Root root = Root::C2;
    double share = 0;
};
using RootShares = std::vector<RootShare>;

}  // namespace palpera::anatomy
