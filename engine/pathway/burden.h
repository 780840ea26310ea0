#pragma once

#include "engine/pathway/care.h"

namespace palpera::pathway {

// Stewardship: the share of necessary care that was given, less the burden of what was not needed.
struct Stewardship {
    Lines lines;                          // what coverage earned, then each unneeded act
    std::int64_t of = 0;                  // thousandths of points
    std::int64_t burden = 0, budget = 0;  // thousandths

    // What the component comes to at so much necessary care.
    std::int64_t at(std::int64_t care_points, std::int64_t care_of) const;
};
// `needed` says of each act whether something was earned by it.
Stewardship stewardship(const Course& course, const Care& care, const std::vector<bool>& needed, std::int64_t of);

}  // namespace palpera::pathway
