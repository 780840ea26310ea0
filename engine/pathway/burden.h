#pragma once

#include "engine/pathway/care.h"

namespace palpera::pathway {

// Stewardship: the share of necessary care that was given, less the burden of what was not needed.
struct Stewardship {
    Lines lines;                          // what coverage earned, then each unneeded act
    std::int64_t of = 0;                  // thousandths of points
    std::int64_t burden = 0, budget = 0;  // thousandths
    std::int64_t harmless = 0;            // of the burden: what is not charged as harm already
    std::vector<std::int64_t> burdens;    // of each line but the first
    double over_budget = 0;               // points off for each burden beyond the budget

    // What the component comes to at so much necessary care and burden.
    std::int64_t at(std::int64_t care_points, std::int64_t care_of, std::int64_t of_burden) const;
    // Thousandths of points off, beside the component, for what of a harmless burden goes beyond the budget.
    std::int64_t beyond(std::int64_t of_harmless) const;
};
// `needed` says of each act whether something was earned by it.
Stewardship stewardship(const Course& course, const Care& care, const std::vector<bool>& needed, std::int64_t of);
// What an act costs where it was not needed: thousandths of burden.
std::int64_t burden_of(const Course& course, const Act& act);

// The line of what goes beyond the budget; none where nothing does.
Lines beyond_budget(const Course& course, const Stewardship& stewardship);

}  // namespace palpera::pathway
