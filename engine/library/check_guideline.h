#pragma once

#include "engine/document/view.h"
#include "engine/library/pathways.h"

namespace palpera::library {

// The most steps of a guideline, and relations of order between them.
inline constexpr std::size_t most_steps = 500, most_relations = 5'000;

// What only shows when a guideline is seen as a whole: too many steps or relations, steps whose order runs in a circle,
// and an act that must be done and must never be done of the same patients. `root` is the guideline's file, the entries
// of which `guideline` was read from.
void check_guideline(const document::View& root, const Guideline& guideline);

}  // namespace palpera::library
