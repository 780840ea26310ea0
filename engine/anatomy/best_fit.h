#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/anatomy/deficit.h"

namespace palpera::anatomy {

// Something that was examined and found altered, or found normal.
struct Sighting {
    enum class Of { zone, muscle, reflex, special_test };
    Of of = Of::zone;
    std::string id;
    Side side = Side::right;
    bool altered = true;
};

// A single lesion that may be behind what was found.
struct Fit {
    Lesion lesion;
    double fit = 0;                         // 0..1: how well the sightings go with it, on average
    std::vector<std::size_t> contradicted;  // sightings that it does not explain
};

// The lesions that fit best, the best first; of equals the one that stands first in the atlas, roots before plexuses
// before nerves. Sightings of what the atlas does not have are passed over. Nothing where none is altered.
std::vector<Fit> best_fit(const Atlas& atlas, const std::vector<Sighting>& sightings, std::size_t most = 5);

// How such a lesion is called: "root_L5", "common_fibular_fibular_head", "lumbar_plexus".
const std::string& name_of(const Lesion& lesion);

}  // namespace palpera::anatomy
