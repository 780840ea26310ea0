#include "engine/pathway/antichain.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace palpera::pathway {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max() / 4;

template <class See>
void each_bit(const std::uint64_t* a, const std::uint64_t* b, std::size_t words, const See& see) {
    for (std::size_t word = 0; word < words; ++word)
        for (std::uint64_t bits = a[word] & b[word]; bits != 0; bits &= bits - 1)
            see(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace

StepOrder::StepOrder(std::size_t steps)
    : steps_(steps), words_((steps + 63) / 64), after_(steps * words_), ahead_(steps * words_) {}

bool StepOrder::before(std::size_t a, std::size_t b) const { return (successors(a)[b / 64] >> (b % 64) & 1) != 0; }

void StepOrder::add(std::size_t before, std::size_t after) {
    if (this->before(before, after)) return;
    const auto set = [&](std::vector<std::uint64_t>& rows, std::size_t row, std::size_t bit) {
        rows[row * words_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
    };
    const auto join = [&](std::vector<std::uint64_t>& rows, std::size_t into, std::size_t from, std::size_t itself) {
        for (std::size_t word = 0; word < words_; ++word) rows[into * words_ + word] |= rows[from * words_ + word];
        set(rows, into, itself);
    };
    for (std::size_t step = 0; step < steps_; ++step) {
        if (step == before || this->before(step, before)) join(after_, step, after, after);
    }
    for (std::size_t step = 0; step < steps_; ++step) {
        if (step == after || this->before(after, step)) join(ahead_, step, before, before);
    }
}

std::span<const std::uint32_t> Chooser::choose(const StepOrder& order, std::span<const Candidate> candidates) {
    candidates_ = candidates;
    const std::size_t count = candidates.size();
    taken_.assign(count, 1);
    removed_.assign(count, 0);
    flows_ = 0;
    effort_ = most_effort_;
    find_conflicts(order);
    if (!tangled_.empty() && !search_few(order)) {
        found_ = false;
        best_.assign(count, 0);
        branch(order);
        for (const std::uint32_t candidate : tangled_) taken_[candidate] = best_[candidate];
    }
    chosen_.clear();
    worth_ = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!taken_[i]) continue;
        chosen_.push_back(i);
        worth_ += candidates[i].weight;
    }
    return chosen_;
}

// A candidate alone in its step and its event, after all events of the steps before and before all of those after, is
// in nobody's way and need not be looked at again.
void Chooser::find_conflicts(const StepOrder& order) {
    const std::size_t steps = order.steps(), words = order.words();
    lowest_.assign(steps, none);
    highest_.assign(steps, 0);
    first_of_step_.assign(steps + 1, 0);
    with_candidates_.assign(words, 0);
    std::uint32_t events = 0;
    for (const Candidate& candidate : candidates_) events = std::max(events, candidate.event + 1);
    events_of_.assign(events, 0);
    for (const Candidate& candidate : candidates_) {
        lowest_[candidate.step] = std::min(lowest_[candidate.step], candidate.event);
        highest_[candidate.step] = std::max(highest_[candidate.step], candidate.event);
        ++first_of_step_[candidate.step + 1];
        ++events_of_[candidate.event];
        with_candidates_[candidate.step / 64] |= std::uint64_t{1} << (candidate.step % 64);
    }
    for (std::size_t step = 0; step < steps; ++step) first_of_step_[step + 1] += first_of_step_[step];
    tangled_.clear();
    for (std::size_t step = 0; step < steps; ++step) {
        const std::uint32_t begin = first_of_step_[step], end = first_of_step_[step + 1];
        if (begin == end) continue;
        std::uint32_t least = 0, most = none;
        bool bounded = false;
        each_bit(order.predecessors(step), with_candidates_.data(), words, [&](std::size_t other) {
            least = std::max(least, highest_[other]);
            bounded = true;
        });
        each_bit(order.successors(step), with_candidates_.data(), words,
                 [&](std::size_t other) { most = std::min(most, lowest_[other]); });
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t event = candidates_[i].event;
            const bool alone = end - begin == 1 && events_of_[event] == 1;
            if (!alone || (bounded && event <= least) || event >= most) tangled_.push_back(i);
        }
    }
}

// The heaviest set of places of `open` that no two clash in, added to `set`. False: it would take too long.
bool Chooser::search(std::uint64_t open, std::uint64_t set, std::int64_t sum) {
    if (few_.left-- == 0) return false;
    // A place that outweighs all that clash with it belongs to a heaviest set.
    for (bool found = true; found && open != 0;) {
        found = false;
        for (std::uint64_t rest = open; rest != 0; rest &= rest - 1) {
            const int at = std::countr_zero(rest);
            std::int64_t against = 0;
            for (std::uint64_t clash = few_.clash[at] & open; clash != 0; clash &= clash - 1)
                against += few_.weight[std::countr_zero(clash)];
            if (few_.weight[at] < against) continue;
            set |= std::uint64_t{1} << at;
            sum += few_.weight[at];
            open &= ~(few_.clash[at] | std::uint64_t{1} << at);
            rest &= open | (rest & (~rest + 1));
            found = true;
        }
    }
    if (sum > few_.best) {
        few_.best = sum;
        few_.best_set = set;
    }
    if (open == 0) return true;
    std::int64_t most = sum;
    int widest = 0, width = -1;
    // Of the candidates of one step one at the most is taken; they stand next to each other.
    for (std::uint64_t rest = open; rest != 0;) {
        const int first = std::countr_zero(rest);
        std::int64_t heaviest = 0;
        const std::uint32_t step = candidates_[tangled_[static_cast<std::size_t>(first)]].step;
        for (; rest != 0; rest &= rest - 1) {
            const int at = std::countr_zero(rest);
            if (candidates_[tangled_[static_cast<std::size_t>(at)]].step != step) break;
            heaviest = std::max(heaviest, few_.weight[at]);
            const int clashes = std::popcount(few_.clash[at] & open);
            if (clashes > width) widest = at, width = clashes;
        }
        most += heaviest;
    }
    if (most <= few_.best) return true;
    const std::uint64_t bit = std::uint64_t{1} << widest;
    return search(open & ~(few_.clash[widest] | bit), set | bit, sum + few_.weight[widest]) &&
           search(open & ~bit, set, sum);
}

// Where at most 64 candidates stand in conflict, and they fall apart easily. False: they do not.
bool Chooser::search_few(const StepOrder& order) {
    constexpr int places = 3'000;
    const std::size_t count = tangled_.size();
    if (count > 64) return false;
    std::fill_n(few_.clash, count, std::uint64_t{0});
    for (std::size_t i = 0; i < count; ++i) {
        const Candidate& a = candidates_[tangled_[i]];
        few_.weight[i] = a.weight;
        for (std::size_t j = 0; j < i; ++j) {
            const Candidate& b = candidates_[tangled_[j]];
            const bool clash = a.step == b.step || a.event == b.event ||
                               (a.event > b.event ? order.before(a.step, b.step) : order.before(b.step, a.step));
            few_.clash[i] |= std::uint64_t{clash} << j;
            few_.clash[j] |= std::uint64_t{clash} << i;
        }
    }
    std::uint64_t rest = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1, taken = 0;
    few_.left = places;
    while (rest != 0) {
        // Those that clash with one another, over however many others.
        std::uint64_t part = rest & (~rest + 1);
        for (std::uint64_t fresh = part; fresh != 0;) {
            std::uint64_t next = 0;
            for (; fresh != 0; fresh &= fresh - 1) next |= few_.clash[std::countr_zero(fresh)];
            fresh = next & ~part;
            part |= next;
        }
        few_.best = -1;
        if (!search(part, 0, 0)) return false;
        taken |= few_.best_set;
        rest &= ~part;
    }
    for (std::size_t i = 0; i < count; ++i) taken_[tangled_[i]] = static_cast<std::uint8_t>(taken >> i & 1);
    return true;
}

void Chooser::add_edge(std::uint32_t from, std::uint32_t to, std::int64_t room) {
    edges_.push_back({to, head_[from], room});
    head_[from] = static_cast<std::uint32_t>(edges_.size() - 1);
    edges_.push_back({from, head_[to], 0});
    head_[to] = static_cast<std::uint32_t>(edges_.size() - 1);
}

// Each candidate is two nodes: 2i+2 where a chain goes on, 2i+3 where it comes in; 0 is the source, 1 the sink. A chain
// leads to what excludes it: to the next earlier event of its own step, and to the latest event not after it of each
// later step; all others are reached from there.
void Chooser::connect(const StepOrder& order) {
    const auto out = [](std::uint32_t i) { return 2 * i + 2; };
    const auto in = [](std::uint32_t i) { return 2 * i + 3; };
    const auto count = static_cast<std::uint32_t>(tangled_.size());
    node_of_.assign(candidates_.size(), none);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!removed_[tangled_[i]]) node_of_[tangled_[i]] = i;
    }
    head_.assign(2 * count + 2, none);
    edges_.clear();
    // The latest candidate of the step that is still there and not after the event.
    const auto latest = [&](std::size_t step, std::uint32_t event, bool may_be_it) {
        const auto begin = candidates_.begin() + first_of_step_[step],
                   end = candidates_.begin() + first_of_step_[step + 1];
        auto at = std::partition_point(
            begin, end, [&](const Candidate& other) { return may_be_it ? other.event <= event : other.event < event; });
        while (at != begin) {
            --at;
            const std::uint32_t node = node_of_[static_cast<std::size_t>(at - candidates_.begin())];
            if (node != none) return node;
        }
        return none;
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        if (node_of_[tangled_[i]] == none) continue;
        const Candidate& candidate = candidates_[tangled_[i]];
        add_edge(0, out(i), candidate.weight);
        add_edge(in(i), 1, candidate.weight);
        add_edge(in(i), out(i), endless);
        if (const std::uint32_t other = latest(candidate.step, candidate.event, false); other != none)
            add_edge(out(i), in(other), endless);
        each_bit(order.successors(candidate.step), with_candidates_.data(), order.words(), [&](std::size_t later) {
            if (const std::uint32_t other = latest(later, candidate.event, true); other != none)
                add_edge(out(i), in(other), endless);
        });
    }
}

bool Chooser::level() {
    depth_.assign(head_.size(), none);
    queue_.clear();
    queue_.push_back(0);
    depth_[0] = 0;
    for (std::size_t next = 0; next < queue_.size(); ++next) {
        const std::uint32_t node = queue_[next];
        for (std::uint32_t edge = head_[node]; edge != none; edge = edges_[edge].next) {
            if (edges_[edge].room == 0 || depth_[edges_[edge].to] != none) continue;
            depth_[edges_[edge].to] = depth_[node] + 1;
            queue_.push_back(edges_[edge].to);
        }
    }
    return depth_[1] != none;
}

std::int64_t Chooser::push(std::uint32_t node, std::int64_t most) {
    if (node == 1) return most;
    std::int64_t pushed = 0;
    for (std::uint32_t& edge = at_[node]; edge != none; edge = edges_[edge].next) {
        const std::uint32_t to = edges_[edge].to;
        if (edges_[edge].room > 0 && depth_[to] == depth_[node] + 1) {
            const std::int64_t part = push(to, std::min(most - pushed, edges_[edge].room));
            edges_[edge].room -= part;
            edges_[edge ^ 1].room += part;
            pushed += part;
        }
        if (pushed == most) return pushed;
    }
    return pushed;
}

std::int64_t Chooser::flow() {
    std::int64_t total = 0;
    while (level()) {
        effort_ -= static_cast<std::int64_t>(edges_.size());
        if (gave_up()) return total;
        at_ = head_;
        total += push(0, endless);
    }
    return total;
}

// The heaviest antichain of the candidates that are still there: those whose chains go on from the source's side of the
// cut but do not come in there. level() has just found that side.
std::int64_t Chooser::solve(const StepOrder& order) {
    ++flows_;
    connect(order);
    std::int64_t sum = 0;
    for (const std::uint32_t candidate : tangled_)
        if (!removed_[candidate]) sum += candidates_[candidate].weight;
    sum -= flow();
    for (std::uint32_t i = 0; i < tangled_.size(); ++i) {
        const bool goes_on = depth_[2 * i + 2] != none, comes_in = depth_[2 * i + 3] != none;
        taken_[tangled_[i]] = !removed_[tangled_[i]] && goes_on && !comes_in;
    }
    return sum;
}

bool Chooser::find_shared(std::uint32_t& a, std::uint32_t& b) {
    holder_.assign(events_of_.size(), none);
    for (const std::uint32_t candidate : tangled_) {
        if (!taken_[candidate]) continue;
        std::uint32_t& holder = holder_[candidates_[candidate].event];
        if (holder != none) {
            a = holder;
            b = candidate;
            return true;
        }
        holder = candidate;
    }
    return false;
}

// An event taken for two unordered steps can be taken for one of them at the most, so one of the two candidates goes.
void Chooser::branch(const StepOrder& order) {
    if (gave_up()) return;
    const std::int64_t sum = solve(order);
    if (gave_up() || (found_ && sum <= tangled_worth_)) return;
    std::uint32_t a = none, b = none;
    if (!find_shared(a, b)) {
        found_ = true;
        tangled_worth_ = sum;
        best_ = taken_;
        return;
    }
    for (const std::uint32_t without : {b, a}) {
        removed_[without] = 1;
        branch(order);
        removed_[without] = 0;
    }
}

}  // namespace palpera::pathway
