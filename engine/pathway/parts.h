#pragma once

#include <optional>

#include "engine/pathway/burden.h"
#include "engine/pathway/care.h"
#include "engine/pathway/precedence.h"

namespace palpera::pathway {

// The parts of a score, before they are one sheet.
struct Parts {
    std::array<std::int64_t, component_count> of{};  // thousandths: what each component can earn
    Care care;
    Order order;
    Stewardship stewardship;
    Lines diagnosis, harm;  // harm: what lies beyond the budget as well
    std::optional<ScoreSheet::Cap> never, wrong;

    // The lower of the two; of equal ones that of what must never happen.
    const std::optional<ScoreSheet::Cap>& cap() const;
    std::int64_t sum() const;  // of all lines
    // What a sum comes to: not above the cap, not below nothing.
    static std::int64_t within(std::int64_t sum, const std::optional<ScoreSheet::Cap>& cap);
};
Parts parts_of(const Course& course);

// The one change that gains most: a step done and in time, two steps in order, the diagnosis for certain, an act left
// out. Each gain is what the score would have risen by, cap and floor included; of equal ones the first in the ledger.
std::optional<ScoreSheet::Win> biggest_win(const Course& course, const Parts& parts, const Lines& ledger);

}  // namespace palpera::pathway
