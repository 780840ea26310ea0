#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/pathway/antichain.h"

namespace palpera::pathway {

// Chooses as a Chooser does, for where many events fit many unordered steps. It goes from event to event and keeps, for
// each set of steps that no later event may stand for, the most that can have been earned. Two courses with the same
// set have the same future, so one is enough; a set that cannot earn more than what is known already is left out. For
// at most 64 steps that have candidates. (docs/decisions/alignment.md.)
class Frontier {
public:
    // The same candidates as for a Chooser; `known` is a choice among them, to begin with. Gives a best choice, as
    // indices ascending, the same for the same candidates, always. Nothing: too many steps, or more sets than there is
    // room for.
    std::optional<std::vector<std::uint32_t>> choose(const StepOrder& order, std::span<const Candidate> candidates,
                                                     std::span<const std::uint32_t> known);

private:
    using Steps = std::uint64_t;  // one bit a step that has candidates
    // What is known after an event: `gain` earned at the most, where `closed` may no longer be matched.
    struct Set {
        Steps closed = 0;
        std::int64_t gain = 0;
        std::uint32_t parent = 0;     // among those after the event before
        std::uint32_t candidate = 0;  // taken for this event; none
    };
    // No choice from an event on earns more than the sum over the steps that are open and the events that are left:
    // prices of the matching that no order binds.
    struct Prices {
        std::vector<std::int64_t> of_steps;  // 256 sums for each eight steps
        std::vector<std::int64_t> of_rest;   // by event: it and all after it
    };
    bool number_steps(const StepOrder& order, std::span<const Candidate> candidates);
    void find_prices(std::span<const Candidate> candidates);
    Prices prices_from(std::size_t event, std::span<const Candidate> candidates) const;
    std::int64_t at_most(std::size_t event, Steps closed) const;
    // At most `width` sets after each event. False: more than there is room for.
    bool walk(std::span<const Candidate> candidates, std::size_t width);
    void step(std::span<const Candidate> candidates, std::size_t event, std::vector<Set>& next) const;
    void keep_best_of_each(std::vector<Set>& sets) const;
    void narrow(std::size_t event, std::size_t width, std::vector<Set>& sets);
    void trace_back();

    std::vector<Steps> closes_;  // by step: it and those before it
    std::vector<std::uint32_t> number_;
    std::vector<std::vector<std::uint32_t>> of_event_;  // candidates, by event that has any
    std::vector<Steps> over_;                           // by event: the steps whose last candidate was before it
    std::vector<Prices> prices_;                        // each for `stride_` events
    std::size_t stride_ = 1;
    std::vector<std::vector<Set>> sets_;  // by event
    std::vector<std::uint32_t> best_;
    std::int64_t best_gain_ = 0;
    bool narrowed_ = false;
};

}  // namespace palpera::pathway
