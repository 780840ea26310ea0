#pragma once

#include <cstdint>
#include <vector>

#include "engine/pathway/antichain.h"

namespace palpera::pathway {

// Activities by number: which each step accepts, which each event is, what a log move of one costs.
struct Labelled {
    std::vector<std::vector<std::uint32_t>> of_step;
    std::vector<std::uint32_t> of_event;
    std::vector<std::int64_t> log_cost;  // by activity
    std::vector<std::int64_t> saved;     // by step: its model move, where it is not optional
};

// The cheapest alignment where the order of the steps does not stand in the way, for models in which so many events fit
// so many steps that the flow would be too large: first which step takes which activity, as if there were no order,
// then the events in time, each to the step that most wait for. What comes out is the cheapest of all, or nothing. By
// step: its event, or -1.
std::vector<std::int64_t> place_without_conflict(const StepOrder& order, const Labelled& labelled);

}  // namespace palpera::pathway
