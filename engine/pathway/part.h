#pragma once

#include <cstdint>
#include <vector>

#include "engine/pathway/antichain.h"
#include "engine/pathway/relaxation.h"

namespace palpera::pathway {

inline constexpr std::uint32_t no_event = ~std::uint32_t{0};

// Steps that share activities or stand in an order, with the events that fit them, numbered anew from 0. A match of a
// step and an event earns what the two save: its model move and its log move.
struct Part {
    StepOrder order;
    std::vector<std::vector<std::uint32_t>> of_step;  // activities that occur in the trace, ascending; never none
    std::vector<std::uint32_t> of_event;              // activity
    std::vector<std::int64_t> saved, log_cost;        // by step; by activity
    std::vector<std::uint32_t> steps, events;         // what each is in the whole

    std::int64_t earned(std::uint32_t step, std::uint32_t activity) const { return saved[step] + log_cost[activity]; }
    // Every worth is a multiple of it; 0: nothing is worth anything.
    std::int64_t unit() const;
};

// The parts that have nothing to do with each other. Steps that fit no event are in none.
std::vector<Part> parts_of(const StepOrder& order, const Labelled& labelled);

// Where two steps fit the same events, and one has neither a step before it that the other has not nor lacks one after
// it, the first may as well take the earlier event: exchanging the two breaks nothing and earns the same. So they are
// put in that order, and an event that fits them both is less often a reason to branch.
void order_alike_steps(const Labelled& labelled, StepOrder& order);

}  // namespace palpera::pathway
