#pragma once

#include <string>
#include <vector>

namespace palpera::anatomy {

enum class Side { right, left };
enum class Sides { right, left, both };  // the midline is both

// A lesion as one writes it. What each structure goes with:
//   root_L5 (or a list of roots)     level "root"
//   a plexus, a trunk or a cord      level "plexus"
//   a nerve                          level: the id of a lesion site
//   cauda_equina, conus_medullaris   level: the id of such a site; always on both sides
//   a tissue (or a list of tissues)  level "tissue"
//   polyneuropathy_length_dependent  level "toes", "ankle", "mid_calf" or "knee"; always on both sides
struct Lesion {
    std::vector<std::string> structures;
    std::string level;
    Sides sides = Sides::right;
    double severity = 1;  // 0..1, see below
};

// The severities that have a name. An irritative lesion gives pain, tension and percussion signs without a deficit.
inline constexpr double complete = 1, partial = 0.5, irritative = 0.1;

}  // namespace palpera::anatomy
