#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/anatomy/lesion.h"

namespace palpera::anatomy {

// What lesions do to one side of the body, in the terms in which losses are computed (docs/anatomy.md, "From lesion to
// deficit"). Each part hurts by itself: what is lost is 1 - the product of (1 - its loss).
struct Damage {
    struct Plexus {
        std::size_t plexus = 0;
        double severity = 0;
    };
    struct Point {
        std::size_t nerve = 0;
        double at = 0;
        double severity = 0;
    };
    struct Stocking {
        double threshold = 0;  // cm of path, beyond which fibres are lost
        double severity = 0;
    };
    std::vector<std::array<double, root_count>> roots;  // a severity for each root
    std::vector<Plexus> plexuses;
    std::vector<std::vector<Point>> nerves;  // the points of one lesion
    std::vector<Stocking> stockings;
    std::vector<std::size_t> sites;  // in Atlas::lesion_sites, where there is a lesion of any severity
    std::array<bool, root_count> compressed{};
};

// What these lesions do to that side. Each of them is sound (`trouble_with`).
Damage damage(const Atlas& atlas, const std::vector<Lesion>& lesions, Side side);

// The threshold of a stage of length-dependent polyneuropathy, such as "mid_calf".
std::optional<double> threshold_of(std::string_view stage);
// "root_L5".
std::optional<Root> root_of(std::string_view structure);

inline constexpr std::string_view polyneuropathy = "polyneuropathy_length_dependent";

}  // namespace palpera::anatomy
