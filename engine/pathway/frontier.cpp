#include "engine/pathway/frontier.h"

#include <algorithm>
#include <bit>

namespace palpera::pathway {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

template <std::size_t Words>
using BitsOf = std::array<std::uint64_t, Words>;

template <std::size_t Words>
bool has(const BitsOf<Words>& bits, std::size_t step) {
    return (bits[step / 64] >> (step % 64) & 1) != 0;
}
template <std::size_t Words>
void put(BitsOf<Words>& bits, std::size_t step) {
    bits[step / 64] |= std::uint64_t{1} << (step % 64);
}
// Is none of the open steps of `a` missing in `b`?
template <std::size_t Words>
bool within(const BitsOf<Words>& open, const BitsOf<Words>& a, const BitsOf<Words>& b) {
    std::uint64_t missing = 0;
    for (std::size_t word = 0; word < Words; ++word) missing |= open[word] & a[word] & ~b[word];
    return missing == 0;
}
template <std::size_t Words, class See>
void each(const BitsOf<Words>& bits, const See& see) {
    for (std::size_t word = 0; word < Words; ++word)
        for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1)
            see(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(rest)));
}

}  // namespace

template <std::size_t Words>
Frontier<Words>::Frontier(const Part& part)
    : part_(part), before_(part.of_step.size()), after_(part.of_step.size()), accepts_(part.log_cost.size()) {
    const std::size_t steps = part.of_step.size();
    covers_.resize(steps * steps);
    dearest_.resize(steps);
    step_price_.resize(steps);
    event_of_step_.assign(steps, no_event);
    unit_ = part.unit();
    for (std::uint32_t a = 0; a < steps; ++a) {
        const auto& of_a = part.of_step[a];
        for (std::uint32_t b = 0; b < steps; ++b) {
            if (part.order.before(b, a)) put(before_[a], b);
            if (part.order.before(a, b)) put(after_[a], b);
            const auto& of_b = part.of_step[b];
            covers_[a * steps + b] = a != b && std::includes(of_b.begin(), of_b.end(), of_a.begin(), of_a.end());
        }
        for (const std::uint32_t activity : of_a) {
            put(accepts_[activity], a);
            dearest_[a] = std::max(dearest_[a], part.log_cost[activity]);
        }
    }
    free_all();
}

template <std::size_t Words>
void Frontier<Words>::free_all() {
    allowed_.clear();
    for (const std::uint32_t activity : part_.of_event) allowed_.push_back(accepts_[activity]);
    find_over();
}

template <std::size_t Words>
void Frontier<Words>::free_only(const std::vector<bool>& steps) {
    Bits free{};
    for (std::size_t step = 0; step < steps.size(); ++step)
        if (steps[step]) put(free, step);
    for (std::size_t event = 0; event < allowed_.size(); ++event)
        for (std::size_t word = 0; word < Words; ++word)
            allowed_[event][word] = accepts_[part_.of_event[event]][word] & free[word];
    for (std::size_t step = 0; step < steps.size(); ++step)
        if (!steps[step] && event_of_step_[step] != no_event) put(allowed_[event_of_step_[step]], step);
    find_over();
}

template <std::size_t Words>
void Frontier<Words>::find_over() {
    over_.assign(allowed_.size() + 1, Bits{});
    for (std::size_t step = 0; step < part_.of_step.size(); ++step) put(over_.back(), step);
    for (std::size_t event = allowed_.size(); event-- > 0;)
        for (std::size_t word = 0; word < Words; ++word)
            over_[event][word] = over_[event + 1][word] & ~allowed_[event][word];
}

template <std::size_t Words>
std::uint64_t Frontier<Words>::hashed(const Bits& bits) const {
    std::uint64_t hash = seed_;
    for (const std::uint64_t word : bits) {
        hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15;
        hash ^= hash >> 29;
    }
    return hash;
}

template <std::size_t Words>
void Frontier<Words>::grow_table() {
    table_.assign(2 * table_.size(), none);
    for (std::uint32_t i = 0; i < next_.size(); ++i) {
        std::size_t at = hashed(next_[i].closed) & (table_.size() - 1);
        while (table_[at] != none) at = (at + 1) & (table_.size() - 1);
        table_[at] = i;
    }
}

template <std::size_t Words>
void Frontier<Words>::offer(const Set& set) {
    if (set.promise < needed_) return;
    if (2 * next_.size() >= table_.size()) grow_table();
    std::size_t at = hashed(set.closed) & (table_.size() - 1);
    for (; table_[at] != none; at = (at + 1) & (table_.size() - 1)) {
        Set& other = next_[table_[at]];
        if (other.closed != set.closed) continue;
        if (set.gain > other.gain) other = set;
        return;
    }
    table_[at] = static_cast<std::uint32_t>(next_.size());
    next_.push_back(set);
}

// Two steps that the event fits, both open. Where the first fits nothing that the second does not, no open step before
// it is not before the second too, and none after the second is not after the first too, then matching the second now
// and the first later can be turned round. So the event goes to the first, or the first goes without.
template <std::size_t Words>
typename Frontier<Words>::Rank Frontier<Words>::rank(std::uint32_t first, std::uint32_t step, const Bits& open) const {
    const std::size_t steps = part_.of_step.size();
    const auto leads = [&](std::uint32_t a, std::uint32_t b) {
        return covers_[a * steps + b] != 0 && within(open, before_[a], before_[b]) &&
               within(open, after_[b], after_[a]);
    };
    if (!leads(first, step)) return Rank::none;
    const std::int64_t of_first = part_.saved[first], of_step = part_.saved[step];
    const bool is_behind = of_first < of_step || (of_first == of_step && first > step);
    if (is_behind && leads(step, first)) return Rank::none;
    return of_first >= of_step ? Rank::no_better : Rank::better_with_less;
}

// Nothing is lost by giving the event to a step that waits for no other, unless that step can save a dearer log move
// later: then the event need not be passed over.
template <std::size_t Words>
bool Frontier<Words>::may_wait(std::size_t event, std::span<const std::uint32_t> steps, const Bits& open) const {
    return std::none_of(steps.begin(), steps.end(), [&](std::uint32_t step) {
        return part_.log_cost[part_.of_event[event]] >= dearest_[step] && within(open, before_[step], Bits{});
    });
}

template <std::size_t Words>
void Frontier<Words>::take(std::size_t event, const Set& child, std::uint32_t step, const Bits& open) {
    Bits closes = before_[step];
    put(closes, step);
    for (const std::uint32_t other : can_) {
        if (other == step) continue;
        const Rank ranked = rank(other, step, open);
        if (ranked == Rank::no_better) return;
        if (ranked == Rank::better_with_less) put(closes, other);
    }
    Set set = child;
    const std::int64_t earned = part_.earned(step, part_.of_event[event]);
    set.step = step;
    set.gain += earned;
    set.promise += price_scale * earned;
    for (std::size_t word = 0; word < Words; ++word) {
        closes[word] &= open[word];
        set.closed[word] |= closes[word] | over_[event + 1][word];
    }
    each<Words>(closes, [&](std::uint32_t other) { set.promise -= step_price_[other]; });
    offer(set);
}

template <std::size_t Words>
void Frontier<Words>::pass(std::size_t event, const Set& set, std::uint32_t index, const Prices& prices) {
    Bits open, fits;
    for (std::size_t word = 0; word < Words; ++word) {
        open[word] = ~set.closed[word];
        fits[word] = open[word] & allowed_[event][word];
    }
    Set child = set;
    child.parent = index;
    child.step = no_event;
    child.promise -= prices.of_event[event];
    for (const Prices::Change& change : prices.after[event])
        if (has<Words>(open, change.step)) child.promise += change.by;
    can_.clear();
    each<Words>(fits, [&](std::uint32_t step) { can_.push_back(step); });
    for (const std::uint32_t step : can_) take(event, child, step, open);
    if (!may_wait(event, can_, open)) return;
    for (std::size_t word = 0; word < Words; ++word) child.closed[word] |= over_[event + 1][word];
    offer(child);
}

template <std::size_t Words>
void Frontier<Words>::narrow(std::size_t width) {
    const auto promises_more = [this](const Set& a, const Set& b) {
        if (a.promise != b.promise) return a.promise > b.promise;
        const std::uint64_t of_a = hashed(a.closed), of_b = hashed(b.closed);
        return of_a != of_b ? of_a < of_b : a.closed < b.closed;
    };
    std::nth_element(next_.begin(), next_.begin() + static_cast<std::ptrdiff_t>(width), next_.end(), promises_more);
    next_.resize(width);
}

template <std::size_t Words>
void Frontier<Words>::trace_back() {
    best_ = now_.front().gain;
    event_of_step_.assign(part_.of_step.size(), no_event);
    std::uint32_t at = 0;
    for (std::size_t event = traces_.size() - 1; event > 0; --event) {
        const Trace& trace = traces_[event][at];
        if (trace.step != no_event) event_of_step_[trace.step] = static_cast<std::uint32_t>(event - 1);
        at = trace.parent;
    }
}

template <std::size_t Words>
bool Frontier<Words>::walk(const Prices& prices, const Limits& limits) {
    const std::size_t events = part_.of_event.size();
    bool whole = true;
    std::size_t sets = 0;
    needed_ = (best_ + (limits.takes_equal ? 0 : unit_)) * price_scale;
    step_price_ = prices.of_steps;
    traces_.assign(events + 1, {});
    now_.assign(1, {});
    now_.front().closed = over_.front();
    now_.front().promise = prices.sum();
    for (std::size_t step = 0; step < step_price_.size(); ++step)
        if (has<Words>(over_.front(), step)) now_.front().promise -= step_price_[step];
    for (std::size_t event = 0; event < events && !now_.empty(); ++event) {
        for (const Prices::Change& change : prices.after[event]) step_price_[change.step] += change.by;
        next_.clear();
        table_.assign(std::bit_ceil(std::max<std::size_t>(64, 2 * now_.size())), none);
        for (std::uint32_t i = 0; i < now_.size(); ++i) pass(event, now_[i], i, prices);
        if (next_.size() > limits.width) {
            whole = false;
            narrow(limits.width);
        }
        sets += next_.size();
        if (sets > limits.sets) return false;
        for (const Set& set : next_) traces_[event + 1].push_back({set.parent, set.step});
        std::swap(now_, next_);
    }
    if (!now_.empty() && now_.front().gain >= best_ + (limits.takes_equal ? 0 : 1)) trace_back();
    return whole;
}

template class Frontier<1>;
template class Frontier<2>;
template class Frontier<4>;
template class Frontier<8>;

}  // namespace palpera::pathway
