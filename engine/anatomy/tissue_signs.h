#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/anatomy/deficit.h"
#include "engine/anatomy/tissue.h"

namespace palpera::anatomy {

// The level of a lesion whose structures are tissues.
inline constexpr std::string_view tissue_level = "tissue";

struct MovementSign {
    double pain = 0;  // 0..10
    double lost = 0;  // 0..1 of the normal range
};

struct TestSign {
    Sign sign = Sign::negative;
    double pain = 0;  // 0..10
};

// What lesions of tissues give at the examination; lists are parallel to those of the atlas. Several lesions that hurt
// at one place hurt as 1 - the product of (1 - each of them). What lies in the midline is the same on both sides.
struct TissueSigns {
    std::vector<PerSide<double>> tenderness;                            // by site: pain 0..10
    std::array<std::vector<PerSide<double>>, look_names.size()> looks;  // by Look and site: 0..1
    std::array<PerSide<double>, load_names.size()> loading;             // by Load: pain 0..10
    std::vector<std::vector<PerSide<MovementSign>>> movements;          // by joint and movement
    std::vector<PerSide<double>> pulses;                                // by artery: what is lost, 0..1
    std::vector<PerSide<TestSign>> special_tests;
    PerSide<std::optional<IndexRange>> ankle_brachial_index;  // nothing where no lesion lowers it

    const std::vector<PerSide<double>>& look(Look which) const { return looks[static_cast<std::size_t>(which)]; }
    const PerSide<double>& on(Load load) const { return loading[static_cast<std::size_t>(load)]; }
};

// Lesions of nerves add the tenderness over the nerve where it is trapped; what else they do is the deficit.
TissueSigns tissue_signs(const Atlas& atlas, const std::vector<Lesion>& lesions);

enum class Grade : std::uint8_t { none, slight, marked };
Grade read_look(double extent);  // slight from 0.2, marked from 0.5

enum class Tenderness : std::uint8_t { none, slight, clear, marked };
Tenderness read_tenderness(double pain);  // slight from 2, clear from 3.5, marked from 6.5

bool is_limited(double lost);  // from a tenth of the range

enum class Pulse : std::uint8_t { absent, weak, normal };
Pulse read_pulse(double lost);  // weak from 0.3, absent from 0.8

}  // namespace palpera::anatomy
