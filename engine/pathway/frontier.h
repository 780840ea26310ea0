#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/pathway/part.h"
#include "engine/pathway/priced_flow.h"

namespace palpera::pathway {

// Goes along the events of a part and keeps, for each set of steps that no later event may stand for, the most that can
// have been earned. Two courses with the same set have the same future, so one is enough. Left out is what cannot earn
// more than the best course known, by the prices given, and what an exchange of two steps shows to be no better than
// another. For at most 64 steps a word. (docs/decisions/alignment.md.)
template <std::size_t Words>
class Frontier {
public:
    explicit Frontier(const Part& part);

    struct Limits {
        std::size_t width = 0;     // sets kept after each event: those that promise most
        std::size_t sets = 0;      // in all
        bool takes_equal = false;  // another course that earns what the best one known does is welcome
    };
    // Did the walk leave out nothing that might be better? Then best() is the best there is.
    bool walk(const Prices& prices, const Limits& limits);

    std::int64_t best() const { return best_; }
    const std::vector<std::uint32_t>& event_of_step() const { return event_of_step_; }  // or no_event

    // From now on every other step keeps the event that it has in the best course, or goes without.
    void free_only(const std::vector<bool>& steps);
    void free_all();
    // Decides which of equally promising sets are kept.
    void shuffle(std::uint64_t seed) { seed_ = seed; }

private:
    using Bits = std::array<std::uint64_t, Words>;
    struct Set {
        Bits closed{};
        std::int64_t gain = 0, promise = 0;  // promise: what may be earned in the end, in fractions
        std::uint32_t parent = 0;            // among those after the event before
        std::uint32_t step = no_event;       // that the event stands for
    };
    struct Trace {
        std::uint32_t parent = 0, step = 0;
    };
    void find_over();
    std::uint64_t hashed(const Bits& bits) const;
    void offer(const Set& set);
    void grow_table();
    void pass(std::size_t event, const Set& set, std::uint32_t index, const Prices& prices);
    void take(std::size_t event, const Set& child, std::uint32_t step, const Bits& open);
    bool may_wait(std::size_t event, std::span<const std::uint32_t> steps, const Bits& open) const;
    enum class Rank { no_better, better_with_less, none };
    Rank rank(std::uint32_t first, std::uint32_t step, const Bits& open) const;
    void narrow(std::size_t width);
    void trace_back();

    const Part& part_;
    std::vector<Bits> before_, after_;      // by step
    std::vector<Bits> accepts_;             // by activity: steps
    std::vector<Bits> allowed_, over_;      // by event: steps it may stand for; those whose last event was before it
    std::vector<std::uint8_t> covers_;      // by pairs of steps: does the second fit all that the first fits?
    std::vector<std::int64_t> dearest_;     // by step: the dearest log move that it can save
    std::vector<std::int64_t> step_price_;  // once the event in hand is past
    std::vector<Set> now_, next_;
    std::vector<std::uint32_t> table_, can_;
    std::vector<std::vector<Trace>> traces_;
    std::vector<std::uint32_t> event_of_step_;
    std::int64_t best_ = -1, needed_ = 0, unit_ = 0;
    std::uint64_t seed_ = 1;
};

extern template class Frontier<1>;
extern template class Frontier<2>;
extern template class Frontier<4>;
extern template class Frontier<8>;

}  // namespace palpera::pathway
