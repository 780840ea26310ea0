#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/language.h"

namespace palpera::anatomy {

// What is seen or felt at a site, besides tenderness. `tension`: firm muscle; `gap`: the tendon is not whole there.
enum class Look : std::uint8_t { swelling, warmth, redness, bruising, coolness, pallor, thickening, gap, tension };
inline constexpr std::array<const char*, 9> look_names{"swelling", "warmth",     "redness", "bruising", "coolness",
                                                       "pallor",   "thickening", "gap",     "tension"};

// What loads the leg.
enum class Load : std::uint8_t { walking, heel_walking, toe_walking, heel_raise, hopping };
inline constexpr std::array<const char*, 5> load_names{"walking", "heel_walking", "toe_walking", "heel_raise",
                                                       "hopping"};

// What a lesion does to one structure of the atlas (`at`: its place in the list) where it is as severe as it can be.
struct Effect {
    std::size_t at = 0;
    double most = 0;
};

struct MovementEffect {
    std::size_t joint = 0, movement = 0;
    double pain = 0;  // 0..10
    double lost = 0;  // 0..1 of the normal range
};

struct TestEffect {
    std::size_t test = 0;
    double from = 0;         // the least severity that makes it positive
    double pain = 0;         // 0..10
    bool sometimes = false;  // patients with the same lesion differ
};

// A patient's value lies between.
struct IndexRange {
    double least = 0, most = 0;
};

// A lesion of a tissue that is no nerve, such as a tendon: what it gives at the examination. Every effect grows with
// the severity, from nothing.
struct Tissue {
    std::string id;
    base::LocalText name;
    base::LocalText also;  // other words for it, separated by semicolons
    bool sided = true;     // otherwise in the midline: felt on both sides
    std::string source;
    std::vector<Effect> tender;  // pain 0..10 by site
    std::array<std::vector<Effect>, look_names.size()> looks;
    std::array<double, load_names.size()> loading{};  // pain 0..10
    std::vector<MovementEffect> movements;
    std::vector<Effect> pulses;  // what is lost of them, by artery; above 1: all is lost at a lower severity
    std::vector<TestEffect> special_tests;
    // The ankle-brachial index of the slightest and of the severest lesion; nothing where it stays normal.
    std::optional<std::array<IndexRange, 2>> ankle_brachial_index;
};

// Where a trapped nerve is tender, however slight the lesion.
struct TenderNerve {
    std::size_t lesion_site = 0;
    std::vector<Effect> tender;
};

}  // namespace palpera::anatomy
