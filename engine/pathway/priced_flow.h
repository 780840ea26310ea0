#pragma once

#include <cstdint>
#include <vector>

#include "engine/pathway/part.h"

namespace palpera::pathway {

// Prices count in fractions of what a match earns.
inline constexpr std::int64_t price_scale = 1'024;

// What can be earned from an event on is at the most the sum of the prices of the events that are left and of the steps
// that are open, open meaning that nothing forbids to match them yet.
struct Prices {
    std::vector<std::int64_t> of_event;
    std::vector<std::int64_t> of_steps;  // at the beginning, by step
    struct Change {
        std::uint32_t step = 0;
        std::int64_t by = 0;
    };
    std::vector<std::vector<Change>> after;  // by event: how the prices of steps change once it is past
    std::int64_t sum() const;                // at the beginning
};

// The prices of the matching that no order binds, and the matching.
struct FreeMatching {
    explicit FreeMatching(const Part& part);
    Prices prices;
    std::int64_t worth = 0;
};

// Each event has a price, which a match with it pays; then an event may stand for several steps, and what can be earned
// is the heaviest antichain (antichain.h) with that much less, and the prices. However they are set that is a bound;
// well set, it is one that knows both the order and that an event counts once.
class PricedFlow {
public:
    explicit PricedFlow(const Part& part);
    // How large the network would be.
    static std::size_t edges_for(const Part& part);

    // The bound.
    std::int64_t bound(const std::vector<std::int64_t>& of_event);
    // Of the last bound: by event, how many steps it stands for in the antichain.
    const std::vector<int>& uses() const { return uses_; }
    // Of the last bound. The chains of its flow give the steps their prices: a chain is paid by the last of its
    // candidates that is left.
    Prices prices(const std::vector<std::int64_t>& of_event) const;

private:
    void add_edge(std::uint32_t from, std::uint32_t to);
    void add_candidates(const Part& part);
    void join_chains(const Part& part);
    bool level();
    std::int64_t push(std::uint32_t node, std::int64_t most);
    std::int64_t left(std::size_t i, const std::vector<std::int64_t>& of_event) const;

    std::vector<std::uint32_t> step_, event_, first_of_step_;  // of candidates, sorted by step, then event
    std::vector<std::int64_t> earned_;
    std::vector<std::uint32_t> head_, next_, to_, at_, depth_, queue_;
    std::vector<std::int64_t> room_;
    std::vector<int> uses_;
    std::size_t steps_ = 0, events_ = 0;
};

}  // namespace palpera::pathway
