#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/pathway/part.h"

namespace palpera::pathway {

// The best choice of events for steps where many events fit many unordered steps: by step its event, or no_event; the
// same for the same model and trace, always. Courses are made better and bounds smaller until they meet
// (docs/decisions/alignment.md). Nothing: they did not meet within a fixed effort.
std::optional<std::vector<std::uint32_t>> settle(const StepOrder& order, const Labelled& labelled);

}  // namespace palpera::pathway
