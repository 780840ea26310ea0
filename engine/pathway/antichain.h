#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace palpera::pathway {

// Which steps come before which: a partial order of at most 500 steps, closed under transitivity.
class StepOrder {
public:
    StepOrder() = default;
    explicit StepOrder(std::size_t steps);

    // A circle must not arise: before() tells whether `after` precedes `before` already.
    void add(std::size_t before, std::size_t after);
    bool before(std::size_t a, std::size_t b) const;
    std::size_t steps() const { return steps_; }
    std::size_t words() const { return words_; }
    // One bit a step, 64 a word.
    const std::uint64_t* successors(std::size_t step) const { return &after_[step * words_]; }
    const std::uint64_t* predecessors(std::size_t step) const { return &ahead_[step * words_]; }

private:
    std::size_t steps_ = 0, words_ = 0;
    std::vector<std::uint64_t> after_, ahead_;
};

// A possible match: this event may stand for this step, and is worth so much.
struct Candidate {
    std::uint32_t step = 0, event = 0;
    std::int64_t weight = 0;  // at least 0; all together below 2^62
};

// Chooses among candidates so that no step and no event is used twice, no two stand against the order of the steps, and
// the weights sum to the most. Two candidates (s, k) and (t, l) exclude each other when s comes before t or is t, and k
// comes after l or is l; that relation is a partial order, so the choice is its heaviest antichain: all weights less a
// maximum flow. Only an event that fits several unordered steps is outside it; there it branches. Few conflicts, as a
// student's course has them, are searched through directly, which is quicker. (docs/decisions/alignment.md.) Keeps its
// memory between calls: once grown, choosing allocates nothing.
class Chooser {
public:
    // `effort`: so many edges may be looked at in flows.
    explicit Chooser(std::int64_t effort = 400'000'000) : most_effort_(effort) {}
    // `candidates` are sorted by step, then event, none twice. Gives indices into them, ascending; the same ones for
    // the same candidates, always. Valid until the next call.
    std::span<const std::uint32_t> choose(const StepOrder& order, std::span<const Candidate> candidates);
    // Of the last choice.
    std::int64_t worth() const { return worth_; }
    // Did the last choice end after a fixed effort? Then it is the best found so far, and may not be the best there is.
    bool gave_up() const { return effort_ < 0; }
    // How many flows the last choice took: 0 where few candidates stood in conflict.
    int flows() const { return flows_; }

private:
    struct Edge {
        std::uint32_t to = 0, next = 0;
        std::int64_t room = 0;
    };
    void find_conflicts(const StepOrder& order);
    bool search_few(const StepOrder& order);
    bool search(std::uint64_t open, std::uint64_t set, std::int64_t sum);
    void connect(const StepOrder& order);
    void add_edge(std::uint32_t from, std::uint32_t to, std::int64_t room);
    std::int64_t flow();
    bool level();
    std::int64_t push(std::uint32_t node, std::int64_t most);
    std::int64_t solve(const StepOrder& order);
    bool find_shared(std::uint32_t& a, std::uint32_t& b);
    void branch(const StepOrder& order);

    std::span<const Candidate> candidates_;
    std::vector<std::uint32_t> chosen_, tangled_;
    std::vector<std::uint8_t> removed_, taken_, best_;
    std::vector<std::uint32_t> first_of_step_, events_of_, lowest_, highest_, node_of_, head_, at_, depth_, queue_,
        holder_;
    std::vector<std::uint64_t> with_candidates_;
    std::vector<Edge> edges_;
    struct Few {
        std::uint64_t clash[64];
        std::int64_t weight[64], best;
        std::uint64_t best_set;
        int left;  // of the places that may be looked at
    } few_{};
    std::int64_t worth_ = 0, tangled_worth_ = 0;
    std::int64_t most_effort_;
    std::int64_t effort_ = 0;  // what is left of it, in edges looked at
    int flows_ = 0;
    bool found_ = false;
};

}  // namespace palpera::pathway
